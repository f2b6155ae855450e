using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>
/// Relates the things that the sentence before a thing's list names: "A **Trip** takes a skipper to a port. Key properties: …" refers to one skipper and
/// one port. What a thing is ("a skipper is a person who …") is no reference.
/// </summary>
internal sealed class DefinitionLinkReader : IFactReader
{
    private const int MostWordsOfAName = 3;

    /// <summary>What a thing is, and what a clause within the sentence is about, is no reference of it.</summary>
    private static readonly HashSet<string> NoReference = new("is are as or than like what which that who how whom where when whether if".Split(' '), StringComparer.Ordinal);

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var known = facts.Facts.OfType<EntityFact>().Select(fact => fact.Name).DistinctBy(Naming.EntityKey, StringComparer.Ordinal).ToDictionary(Naming.EntityKey, name => name, StringComparer.Ordinal);
        var writer = new FactWriter(document, facts, FactForm.Sentence);
        foreach (var (raw, text, span) in Texts(document))
        {
            if (DescribedInline.Of(raw, text) is var (subject, labelled) && known.ContainsKey(Naming.EntityKey(subject)))
            {
                Relate(subject, text[..^labelled.Length], known, span, writer);
            }
        }
    }

    private static IEnumerable<(string Raw, string Text, SourceSpan Span)> Texts(ProductDocument document) =>
        document.Blocks.Where(block => !Subjects.IsInterface(block.Headings)).SelectMany(block => block switch
        {
            ParagraphBlock paragraph => [(paragraph.Raw, paragraph.Text, paragraph.Span)],
            ListBlock list => list.Items.Select(item => (item.Raw, item.Text, item.Span)),
            _ => [],
        });

    /// <param name="known">The things by their keys.</param>
    public static void Relate(string subject, string definition, IReadOnlyDictionary<string, string> known, SourceSpan span, FactWriter writer)
    {
        var words = definition.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var told = new HashSet<string>(StringComparer.Ordinal) { Naming.EntityKey(subject) };
        for (var at = 1; at < words.Length; at++)
        {
            if (words[at].ToLowerInvariant() is not ("a" or "an" or "one" or "its") || NoReference.Contains(words[at - 1].ToLowerInvariant()) || Named(words, at + 1, known) is not { } target)
            {
                continue;
            }

            if (told.Add(Naming.EntityKey(target)))
            {
                var other = Alternative(words, at + 1, known);
                told.Add(Naming.EntityKey(other ?? target));
                foreach (var name in (string[])(other is null ? [target] : [target, other]))
                {
                    writer.Facts.Add(new RelationshipFact(subject, name, null, other is null ? Cardinality.ExactlyOne : Cardinality.ZeroOrOne, null, null, null, writer.Form, writer.Document.Kind, span, definition.Trim()));
                }
            }
        }
    }

    /// <summary>"a person at a club or a yard" is at either: the thing behind "or".</summary>
    private static string? Alternative(string[] words, int from, IReadOnlyDictionary<string, string> known)
    {
        var or = Array.FindIndex(words, from, Math.Min(MostWordsOfAName + 1, words.Length - from), word => word is "or");
        return or > 0 && or + 2 < words.Length && words[or + 1] is "a" or "an" or "one" ? Named(words, or + 2, known) : null;
    }

    /// <summary>The longest known name that begins at the word.</summary>
    private static string? Named(string[] words, int at, IReadOnlyDictionary<string, string> known)
    {
        for (var count = Math.Min(MostWordsOfAName, words.Length - at); count > 0; count--)
        {
            var name = string.Join(' ', words.Skip(at).Take(count)).TrimEnd('.', ',', ';', ':');
            name = name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name;
            if (known.TryGetValue(Naming.EntityKey(name), out var found))
            {
                return found;
            }
        }

        // "an awarded load" is a load
        return at + 1 < words.Length && words[at].All(char.IsLower) && words[at].EndsWith("ed", StringComparison.Ordinal) ? Named(words, at + 1, known) : null;
    }
}
