using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Described;

/// <summary>
/// Reads data models whose sections are a name and sentences under it: "**Boat** A hull for hire. Stores name, length and berth. A boat belongs
/// to one club." The name is what the sentences speak of, so a sentence may begin with its verb.
/// </summary>
internal sealed class DescribedThingsReader : IFactReader
{
    private const int FewestThings = 2;

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var found = Passages(document, facts).Select(passage => (Passage: passage, Lists: passage.Sentences.Select(sentence => StoredList.Read(sentence.Text)).OfType<IReadOnlyList<AttributeLine>>().ToList())).ToList();
        var described = found.FindAll(entry => entry.Lists.Count > 0);
        if (described.Count < FewestThings)
        {
            return;
        }

        var writer = new FactWriter(document, facts, FactForm.EntityBlock);
        described.ForEach(entry => Write(entry.Passage, writer));
        var things = new SpokenReferences(Titles(found.Select(entry => entry.Passage.Title), facts), RoleValues(facts));
        foreach (var (passage, _) in found.Where(entry => entry.Lists.Count > 0 || things.Titles.ContainsKey(Naming.EntityKey(entry.Passage.Title))))
        {
            foreach (var sentence in passage.Sentences.Where(sentence => things.Write(sentence.Text, passage.Title, sentence.Span, writer)).ToList())
            {
                facts.Claim(sentence.Span);
            }
        }
    }

    private static void Write(NamedPassage passage, FactWriter writer)
    {
        writer.Entity(passage.Title, passage.Description, passage.Place, passage.Title);
        foreach (var sentence in passage.Sentences)
        {
            if (sentence.Text == passage.Description)
            {
                writer.Facts.Claim(sentence.Span); // what the thing is tells no other
            }

            if (StoredList.Read(sentence.Text) is not { } lines)
            {
                continue;
            }

            InlineAttributes.Write(passage.Title, [.. lines], sentence.Span, sentence.Text, writer);
            writer.Facts.Claim(sentence.Span);
        }
    }

    /// <summary>Paragraphs of a data model that stand under a name, on its line or under its heading.</summary>
    private static IEnumerable<NamedPassage> Passages(ProductDocument document, FactCollector facts) =>
        document.Blocks.OfType<ParagraphBlock>().Where(block => Subjects.IsDataModel(block.Headings) && !facts.IsClaimed(block))
            .Select(block => NamedPassage.Of(block, document)).OfType<NamedPassage>();

    private static Dictionary<string, string> Titles(IEnumerable<string> titles, FactCollector facts) =>
        titles.Concat(facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => fact.Name)).DistinctBy(Naming.EntityKey, StringComparer.Ordinal).ToDictionary(Naming.EntityKey, title => title, StringComparer.Ordinal);

    /// <summary>The values of roles with the thing that plays them: a nurse is a member of staff.</summary>
    private static Dictionary<string, string> RoleValues(FactCollector facts) =>
        facts.Facts.OfType<AttributeFact>().Where(fact => fact.Type is { Kind: DataKind.Enumeration } && Naming.Words(fact.Name) is [.., "role"])
            .SelectMany(fact => fact.Type!.Values.Select(value => (Key: Naming.EntityKey(value), fact.Entity))).DistinctBy(role => role.Key, StringComparer.Ordinal).ToDictionary(role => role.Key, role => role.Entity, StringComparer.Ordinal);
}
