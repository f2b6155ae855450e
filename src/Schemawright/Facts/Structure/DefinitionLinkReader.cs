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

    private static void Relate(string subject, string definition, Dictionary<string, string> known, SourceSpan span, FactWriter writer)
    {
        var words = definition.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var told = new HashSet<string>(StringComparer.Ordinal) { Naming.EntityKey(subject) };
        for (var at = 1; at < words.Length; at++)
        {
            if (words[at].ToLowerInvariant() is not ("a" or "an" or "one" or "its") || words[at - 1].ToLowerInvariant() is "is" or "are" or "as" or "or" or "than" or "like" || Named(words, at + 1, known) is not { } target)
            {
                continue;
            }

            if (told.Add(Naming.EntityKey(target)))
            {
                writer.Facts.Add(new RelationshipFact(subject, target, null, Cardinality.ExactlyOne, null, null, null, writer.Form, writer.Document.Kind, span, definition.Trim()));
            }
        }
    }

    /// <summary>The longest known name that begins at the word.</summary>
    private static string? Named(string[] words, int at, Dictionary<string, string> known)
    {
        for (var count = Math.Min(MostWordsOfAName, words.Length - at); count > 0; count--)
        {
            var name = string.Join(' ', words.Skip(at).Take(count)).TrimEnd('.', ',', ';', ':');
            if (known.TryGetValue(Naming.EntityKey(name), out var found))
            {
                return found;
            }
        }

        return null;
    }
}
