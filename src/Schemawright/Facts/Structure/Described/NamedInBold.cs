using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Prose;

namespace Schemawright.Facts.Structure.Described;

/// <summary>
/// Finds the sentences of requirements that introduce a thing in bold and go on about it: "A **mooring** lets one boat lie at a berth. It carries a
/// number, …". What is in bold for other reasons, a warning or a button, is never said to have anything.
/// </summary>
internal static class NamedInBold
{
    private const int MostWords = 3;

    private static readonly string[] Openings = ["a ", "an ", "each ", "every ", "one or more ", "several ", "many ", "its "];

    /// <summary>The things a paragraph introduces, each with the sentences up to the next one.</summary>
    public static IEnumerable<NamedPassage> Passages(ParagraphBlock paragraph, ProductDocument document)
    {
        if (document.Kind != DocumentKind.ProductRequirements || !paragraph.Raw.Contains("**", StringComparison.Ordinal) || HeadingTopics.StatesNoData(paragraph) || Subjects.IsInterface(paragraph.Headings))
        {
            return [];
        }

        var names = Names(paragraph.Raw.Replace('\n', ' ')).ToList();
        var found = new List<NamedPassage>();
        var opened = false;
        foreach (var statement in names.Count == 0 ? [] : document.Statements.Where(statement => statement.Form == StatementForm.Sentence && statement.Span.Overlaps(paragraph.Span)))
        {
            if (names.Where(name => statement.Text.Holds(name.Words)).OrderBy(name => statement.Text.Seek(name.Words)).FirstOrDefault() is { Title.Length: > 0 } named && !found.Exists(passage => passage.Title == named.Title))
            {
                found.Add(new(named.Title, statement.Span, []) { InProse = true });
                opened = statement.Text.Seek(named.Words) == 0;
            }

            if (found.Count > 0)
            {
                found[^1] = found[^1] with { Sentences = [.. found[^1].Sentences, .. Parts(statement.Text).Where(part => opened || statement.Span == found[^1].Place || SpeaksOf(part, found[^1].Title)).Select(part => (part, statement.Span))] };
            }
        }

        return found;
    }

    /// <summary>"A pier offers several **berths**. It …" is told of the pier.</summary>
    private static bool SpeaksOf(string sentence, string title) => sentence.Split(' ', 2)[0].ToLowerInvariant() is not ("it" or "they" or "we" or "then") && (SpokenSubject.Behind(sentence, title) is not null || sentence.StartsWith("for ", StringComparison.OrdinalIgnoreCase));

    /// <summary>The things so introduced that are known by what their sentences list, with the sentences that no list was read from.</summary>
    public static IEnumerable<(string Key, SourceSpan Sentence)> Unread(ProductDocument document, FactCollector facts)
    {
        var entities = facts.Facts.OfType<EntityFact>().Where(fact => fact.Form == FactForm.Sentence).Select(fact => fact.Source).ToHashSet();
        var read = facts.Facts.OfType<AttributeFact>().Where(fact => fact.Form == FactForm.Sentence).Select(fact => fact.Source).ToHashSet();
        return document.Blocks.OfType<ParagraphBlock>().SelectMany(paragraph => Passages(paragraph, document)).Where(passage => entities.Contains(passage.Place))
            .SelectMany(passage => passage.Sentences.Select(sentence => sentence.Span).Distinct().Where(span => !read.Contains(span)).Select(span => (Naming.EntityKey(passage.Title), span)));
    }

    /// <summary>"It names a berth, and it holds a number; then we keep the reason": what is told in turn.</summary>
    private static IEnumerable<string> Parts(string sentence) =>
        sentence.Split(["; then ", "; ", ", and it "], StringSplitOptions.RemoveEmptyEntries).Select((part, index) => index > 0 && sentence.Contains(", and it " + part, StringComparison.Ordinal) ? "it " + part : part);

    /// <summary>"a mooring", "one or more berths": the words before a name in bold, and its singular.</summary>
    private static IEnumerable<(string Words, string Title)> Names(string raw)
    {
        for (var open = raw.IndexOf("**", StringComparison.Ordinal); open >= 0;)
        {
            var close = raw.IndexOf("**", open + 2, StringComparison.Ordinal);
            if (close < 0)
            {
                yield break;
            }

            var name = raw[(open + 2)..close];
            var article = Array.Find(Openings, word => raw[..open].EndsWith(word, StringComparison.OrdinalIgnoreCase) && (open == word.Length || !char.IsLetter(raw[open - word.Length - 1])));
            if (article is not null && EntityNames.IsName(name) && char.IsLower(name[0]) && Naming.Words(name) is { Count: > 0 and <= MostWords } words && !Keepers.IsOne(Naming.EntityKey(name)) && !ScreenWords.Name(name))
            {
                yield return (article + name, string.Join(' ', [.. words.Take(words.Count - 1), Nouns.Singular(words[^1])]));
            }

            open = raw.IndexOf("**", close + 2, StringComparison.Ordinal);
        }
    }
}
