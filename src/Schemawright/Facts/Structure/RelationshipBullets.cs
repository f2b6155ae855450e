using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Relations;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Reads bullets on relationships: "Many-to-One: X", "Has many X", "Order 1:N Item", <c>A → B (1:N)</c>, "Relationships: has many X, belongs to Y".</summary>
internal sealed class RelationshipBullets : IFactReader
{
    private static readonly string[] Words = ["relationships", "relationship", "associations", "relations"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        string? leadIn = null;
        foreach (var block in document.Blocks)
        {
            if (block is ListBlock or ParagraphBlock)
            {
                var about = block is ListBlock && IsAboutRelationships(block);
                foreach (var line in PlacedLines.Of(block, leadIn).Where(line => !facts.IsClaimed(line.Span)))
                {
                    ReadLine(line, about, writer);
                }
            }

            leadIn = block is ParagraphBlock paragraph ? paragraph.Raw : null;
        }
    }

    /// <summary>The lead-in or the innermost heading speaks of relationships.</summary>
    public static bool IsAboutRelationships(Block block) =>
        (block is ListBlock { LeadIn: { } leadIn } && SaysSo(leadIn)) || (block.Headings.Count > 0 && SaysSo(block.Headings[^1]));

    /// <summary>"A boat has many trips (1:N)": the kind at the end says all there is to say of the two.</summary>
    public static bool SaysItsKind(RelationshipFact fact)
    {
        var words = fact.Words.TrimEnd('.', ' ');
        return fact.Form == FactForm.List && words.EndsWith(')') && words.LastIndexOf('(') is > 0 and var open && CardinalityWords.Pair(words[(open + 1)..^1]) is not null;
    }

    /// <summary>"Has many trips" alone in a bullet tells of the thing above it; read as a sentence it would go on about the one before.</summary>
    public static bool SaysAll(RelationshipFact fact) =>
        fact.Form == FactForm.List && !fact.Words.AsSpan().ContainsAny(',', ';', '.') && RelationPhrase.Parse(fact.Words) is { From: null, Verb: not null };

    private static bool SaysSo(string text) => Array.Exists(Words, word => TextScan.HasWord(text, word));

    private static void ReadLine(PlacedLine line, bool about, FactWriter writer)
    {
        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Words.Contains(EntityNames.Undecorated(line.Text[..colon]).ToLowerInvariant(), StringComparer.Ordinal))
        {
            foreach (var part in TextScan.Split(line.Text[(colon + 1)..], ',').SelectMany(part => TextScan.Split(part, ';')))
            {
                Phrase(line with { Text = Capitalised(part) }, writer);
            }
        }
        else if (about || (line.Above is { Length: < 60 } above && SaysSo(above)))
        {
            Statement(line, writer);
        }
    }

    private static string Capitalised(string part) => part.Trim() is { Length: > 4 } text && text.StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? text[4..] : part.Trim();

    private static void Statement(PlacedLine line, FactWriter writer)
    {
        if (line.Subject is { } subject && OfSubject(line.Text) is { } own)
        {
            RelationWriter.Write(writer, own, subject, line.Span, line.Text);
        }
        else if (line.Subject is { } owner && ReferenceItem.Parse(line.Text) is { } item)
        {
            item.Write(owner, writer, line.Span, line.Text);
        }
        else if (Between(line, writer.Document.Kind) is { } link)
        {
            writer.Relationship(link);
        }
        else
        {
            Phrase(line, writer);
        }
    }

    /// <summary>"Belongs to Dock (N:1)", "has many trips (1:N)": the verb opens the bullet, and the brackets say how many. That what is had is there is not promised by "1:1".</summary>
    private static RelationPhrase? OfSubject(string text)
    {
        var open = text.EndsWith(')') ? text.LastIndexOf('(') : -1;
        if (open <= 0 || CardinalityWords.Pair(text[open..]) is not var (from, to) || RelationPhrase.Parse(text[..open].TrimEnd()) is not { From: null, Verb: not null } phrase)
        {
            return null;
        }

        return RelationPhrase.Belong(phrase.Verb)
            ? phrase with { FromMany = from == Cardinality.ExactlyOne ? Cardinality.ZeroOrOne : from, ToMany = to == Cardinality.ExactlyOne ? phrase.ToMany : to }
            : phrase with { FromMany = from, ToMany = to == Cardinality.ExactlyOne ? phrase.ToMany : to };
    }

    private static readonly string[] Counts = ["many ", "several ", "one or more ", "zero or more ", "multiple "];

    /// <summary>"A pier has many berths and many lamps" says the same of two; a bullet may hold several sentences.</summary>
    private static IEnumerable<string> Distributed(string text)
    {
        foreach (var sentence in text.TrimEnd('.').Split(". "))
        {
            var count = Counts.Where(word => sentence.Holds(" " + word)).MinBy(word => sentence.Seek(" " + word));
            var joint = count is null ? -1 : Counts.Select(word => sentence.Seek(" and " + word)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
            if (count is not null && joint > 0 && sentence.Seek(" " + count) is var first && first < joint && !sentence[..joint].Contains(',', StringComparison.Ordinal) && !sentence[(joint + 5)..].Holds(" and "))
            {
                yield return sentence[..joint];
                yield return $"{sentence[..first]} {sentence[(joint + 5)..]}";
            }
        }
    }

    private static void Phrase(PlacedLine line, FactWriter writer)
    {
        foreach (var one in Distributed(line.Text).Select(RelationPhrase.Parse).OfType<RelationPhrase>().Where(one => (one.From ?? line.Subject) is not null))
        {
            RelationWriter.Write(writer, one, (one.From ?? line.Subject)!, line.Span, line.Text);
        }

        if (RelationPhrase.Parse(line.Text) is { } phrase && (phrase.From ?? line.Subject) is { } from)
        {
            RelationWriter.Write(writer, phrase, from, line.Span, line.Text);
        }
    }

    /// <summary>Both ends stand in the bullet.</summary>
    private static RelationshipFact? Between(PlacedLine line, DocumentKind document)
    {
        var text = line.Text;
        var (kind, rest) = KindIn(text);
        if (kind is not var (from, to) || CardinalityWords.Ends(rest) is not var (left, right, verb) || !EntityNames.IsName(left))
        {
            return null;
        }

        return new(left, right, from, to, verb, null, ReferenceWords.OnDelete(text), FactForm.List, document, line.Span, text);
    }

    /// <summary>The kind in brackets, after a colon or between the ends, and the words without it.</summary>
    private static ((Cardinality From, Cardinality To)? Kind, string Words) KindIn(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && TextScan.Closing(text, open) is var close and > 0 && CardinalityWords.Pair(text[(open + 1)..close]) is { } inBrackets)
        {
            return (inBrackets, text[..open].TrimEnd(':', ' '));
        }

        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Contains(':') && word.Length > 2 && CardinalityWords.Pair(word) is { } between)
            {
                return (between, text.Replace(word, "→", StringComparison.Ordinal));
            }
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && CardinalityWords.Pair(text[(colon + 1)..]) is { } after ? (after, text[..colon]) : (null, text);
    }
}
