using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Entries;

/// <summary>
/// Reads data models whose paragraphs or bullets are all made alike, a thing in bold and what is kept of it. That several stand beside one
/// another shows that each names a thing, however few of its parts are known words.
/// </summary>
internal sealed class DataEntryReader : IFactReader
{
    private const int FewestEntries = 3;

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var blocks = DataEntry.In(document, facts);
        var entries = blocks.SelectMany(found => found.Entries).ToList();
        var titles = entries.Select(entry => entry.Title).Concat(facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => fact.Name))
            .DistinctBy(Naming.EntityKey, StringComparer.Ordinal).ToDictionary(Naming.EntityKey, title => title, StringComparer.Ordinal);
        var cut = new EntryParts(new(titles));
        var parted = entries.Where(entry => entry.Rest.Length > 0).ToDictionary(entry => entry, entry => cut.Of(entry.Rest));
        var read = parted.Values.Count(parts => parts.Count > 0);
        if (read < FewestEntries || read * 3 < parted.Count * 2)
        {
            return;
        }

        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var (block, own) in blocks.Where(found => found.Entries.All(entry => parted.TryGetValue(entry, out var parts) && (parts.Count > 0 || IsMere(entry))) && found.Entries.Count(entry => parted[entry].Count > 0) * 4 >= found.Entries.Count * 3))
        {
            foreach (var entry in own)
            {
                Write(entry, parted[entry], writer);
            }

            facts.Claim(block);
        }
    }

    /// <summary>"**Voyage**: see the specification" names a thing whose parts stand elsewhere.</summary>
    private static bool IsMere(DataEntry entry) => !entry.Rest.AsSpan().ContainsAny(',', ';', '`') && !EntryParts.Demands(entry.Rest);

    private static void Write(DataEntry entry, IReadOnlyList<EntryPart> parts, FactWriter writer)
    {
        writer.Entity(entry.Title, null, entry.Span, entry.Words);
        foreach (var (line, target, optional) in parts)
        {
            if (line is null)
            {
                writer.Relationship(new RelationshipFact(
                    entry.Title, target!, Cardinality.ZeroOrMore, optional ? Cardinality.ZeroOrOne : Cardinality.ExactlyOne, null, null, null, writer.Form, writer.Document.Kind, entry.Span, entry.Words));
                continue;
            }

            var fact = line.Complete(writer.Blank(entry.Title, line.Name, entry.Span, entry.Words));
            var linked = target is null ? fact : fact with { References = target };
            writer.Attribute(optional ? linked with { Required = false } : linked);
        }
    }
}
