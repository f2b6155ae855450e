using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Reads bullets on relationships: "Many-to-One: X", "Has many X", "Order 1:N Item", <c>A → B (1:N)</c>.</summary>
internal sealed class RelationshipBullets : IFactReader
{
    private static readonly (string Words, Cardinality? From, Cardinality To)[] Verbs =
    [
        ("has many", Cardinality.ExactlyOne, Cardinality.ZeroOrMore), ("has one or more", Cardinality.ExactlyOne, Cardinality.OneOrMore), ("has at least one", Cardinality.ExactlyOne, Cardinality.OneOrMore),
        ("has zero or one", Cardinality.ExactlyOne, Cardinality.ZeroOrOne), ("has one", Cardinality.ExactlyOne, Cardinality.ZeroOrOne), ("has exactly one", Cardinality.ExactlyOne, Cardinality.ExactlyOne),
        ("belongs to exactly one", null, Cardinality.ExactlyOne), ("belongs to one", null, Cardinality.ExactlyOne), ("optionally belongs to one", null, Cardinality.ZeroOrOne),
        ("optionally belongs to", null, Cardinality.ZeroOrOne), ("may belong to", null, Cardinality.ZeroOrOne), ("belongs to many", Cardinality.ZeroOrMore, Cardinality.ZeroOrMore), ("belongs to", null, Cardinality.ExactlyOne),
        ("many-to-many with", Cardinality.ZeroOrMore, Cardinality.ZeroOrMore), ("contains many", Cardinality.ExactlyOne, Cardinality.ZeroOrMore), ("applies to many", Cardinality.ZeroOrMore, Cardinality.ZeroOrMore),
        ("uses many", Cardinality.ZeroOrMore, Cardinality.ZeroOrMore), ("references one", null, Cardinality.ExactlyOne),
    ];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var list in document.Blocks.OfType<ListBlock>().Where(IsAboutRelationships))
        {
            foreach (var item in list.Items)
            {
                if ((Between(item, document.Kind) ?? FromSubject(item, list, document.Kind)) is { } link)
                {
                    writer.Relationship(link);
                }
            }
        }
    }

    private static bool IsAboutRelationships(ListBlock list) =>
        list.LeadIn is { } leadIn && (TextScan.HasWord(leadIn, "relationships") || TextScan.HasWord(leadIn, "relationship") || TextScan.HasWord(leadIn, "associations"))
        || (list.Headings.Count > 0 && (TextScan.HasWord(list.Headings[^1], "relationships") || TextScan.HasWord(list.Headings[^1], "relationship") || TextScan.HasWord(list.Headings[^1], "associations")));

    /// <summary>Both ends stand in the bullet.</summary>
    private static RelationshipFact? Between(ListItem item, DocumentKind document)
    {
        var text = item.Text;
        var (kind, rest) = KindIn(text);
        if (kind is not var (from, to) || CardinalityWords.Ends(rest) is not var (left, right, verb) || !EntityNames.IsName(left))
        {
            return null;
        }

        return new(left, right, from, to, verb, null, ReferenceWords.OnDelete(text), FactForm.List, document, item.Span, text);
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

    /// <summary>The section's entity is the left end.</summary>
    private static RelationshipFact? FromSubject(ListItem item, ListBlock list, DocumentKind document)
    {
        var subject = Subjects.OfData(list.Headings);
        if (subject is null || Target(item.Text) is not var (from, to, target, label))
        {
            return null;
        }

        return new(subject, target, from, to, label, null, ReferenceWords.OnDelete(item.Text), FactForm.List, document, item.Span, item.Text);
    }

    private static (Cardinality? From, Cardinality To, string Target, string? Label)? Target(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && CardinalityWords.Pair(text[..colon]) is var (from, to) && NameIn(text[(colon + 1)..]) is { } named)
        {
            return (from, to, named, null);
        }

        foreach (var (words, left, right) in Verbs)
        {
            if (text.StartsWith(words + " ", StringComparison.OrdinalIgnoreCase) && NameIn(text[(words.Length + 1)..]) is { } target)
            {
                return (left, right, target, words);
            }
        }

        return null;
    }

    /// <summary>The name a text begins with, up to a bracket, a dash or a comma.</summary>
    private static string? NameIn(string text)
    {
        var end = text.AsSpan().IndexOfAny("(,;–—.:");
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        var through = text.IndexOf(" through ", StringComparison.OrdinalIgnoreCase);
        foreach (var cut in (int[])[dash, through, text.IndexOf(" via ", StringComparison.OrdinalIgnoreCase)])
        {
            end = cut >= 0 && (end < 0 || cut < end) ? cut : end;
        }

        var name = EntityNames.Undecorated(end < 0 ? text : text[..end]);
        return EntityNames.IsName(name) && Naming.Words(name).Count <= 3 ? name : null;
    }
}
