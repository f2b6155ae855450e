using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Relations;

/// <summary>Reads lines of text that draw a relationship between two names; outside of a data model both must be known entities.</summary>
internal sealed class ConnectorReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var known = facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => Naming.EntityKey(fact.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var block in document.Blocks.Where(block => block is not (TableBlock or HeadingBlock) && !facts.IsClaimed(block)))
        {
            var writer = new FactWriter(document, facts, block is CodeFence ? FactForm.Diagram : FactForm.List);
            var expected = Subjects.IsDataModel(block.Headings) || RelationshipBullets.IsAboutRelationships(block);
            var found = false;
            foreach (var line in PlacedLines.Of(block, null))
            {
                foreach (var link in Connector.In(line.Text).Where(link => expected || (known.Contains(Naming.EntityKey(link.From)) && known.Contains(Naming.EntityKey(link.To)))))
                {
                    found = true;
                    writer.Relationship(new RelationshipFact(link.From, link.To, link.FromMany, link.ToMany, link.Label, null, ReferenceWords.OnDelete(line.Text), writer.Form, document.Kind, line.Span, line.Text));
                }
            }

            if (found)
            {
                facts.Classify(block.Span, StatementClass.Fact, "relationships");
            }
        }
    }
}
