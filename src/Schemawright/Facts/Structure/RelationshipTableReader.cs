using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Structure.Relations;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Reads tables of relationships: <c>A → B | 1:N | rule</c>, or a column for each end.</summary>
internal sealed class RelationshipTableReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Table);
        foreach (var table in document.Blocks.OfType<TableBlock>().Where(table => !facts.IsClaimed(table)))
        {
            if (Shape.Of(table) is { } shape && table.Rows.Any(row => shape.Fact(row, document.Kind) is not null))
            {
                ReadRows(table, shape, writer);
            }
        }
    }

    private static void ReadRows(TableBlock table, Shape shape, FactWriter writer)
    {
        foreach (var row in table.Rows)
        {
            if (shape.Fact(row, writer.Document.Kind) is { } link)
            {
                writer.Relationship(link);
            }
        }

        writer.Facts.Claim(table);
    }

    /// <summary>Which column says what.</summary>
    private sealed record Shape(int Both, int From, int To, int Kind, int Label, int Role, int OnDelete)
    {
        public static Shape? Of(TableBlock table)
        {
            var kind = TableColumns.Find(table, "type", "cardinality", "relationship type", "kind", "multiplicity", "relation type", "relation", "relationship");
            var both = TableColumns.Find(table, "relationship", "relation", "entities", "association");
            var from = TableColumns.Find(table, "from", "parent", "source", "entity", "entity 1", "entity a", "from entity", "parent entity", "source entity", "left", "parent table", "from table");
            var to = TableColumns.Find(table, "to", "child", "target", "related entity", "entity 2", "entity b", "to entity", "child entity", "target entity", "right", "related to", "child table", "to table", "related table", "references", "with");
            var label = TableColumns.Find(table, "rules", "rule", "description", "label", "notes", "business rule", "meaning", "explanation");
            var role = TableColumns.Find(table, "foreign key", "fk", "via", "role", "column", "key");
            var onDelete = TableColumns.Find(table, "on delete", "delete", "delete rule", "cascade", "deletion");
            var ends = from >= 0 && to >= 0;
            return (kind < 0 && label < 0) || !(ends || both >= 0) ? null : new(ends ? -1 : both, from, to, both == kind && !ends ? -1 : kind, label, role, onDelete);
        }

        /// <summary>Null when the row names no two ends or no kind.</summary>
        public RelationshipFact? Fact(TableRow row, DocumentKind document)
        {
            var ends = Both >= 0
                ? CardinalityWords.Ends(TableColumns.Cell(row, Both))
                : (EntityNames.Undecorated(TableColumns.Cell(row, From)), EntityNames.Undecorated(TableColumns.Cell(row, To)), null);
            if (ends is not var (from, to, verb) || !EntityNames.IsName(from) || !EntityNames.IsName(to) || Sides(row, to) is not var (fromMany, toMany))
            {
                return Drawn(row, document);
            }

            return new(
                from, to, fromMany, toMany, Text(row, Label) ?? verb, Text(row, Role), ReferenceWords.OnDelete($"on delete {TableColumns.Cell(row, OnDelete)}"),
                FactForm.Table, document, row.Span, TableColumns.Words(row));
        }

        /// <summary>How many go with how many: <c>1:N</c>, "has many", or what the description says of the two.</summary>
        private (Cardinality? From, Cardinality? To)? Sides(TableRow row, string to)
        {
            var kind = TableColumns.Cell(row, Kind);
            if (CardinalityWords.Pair(kind) is var (from, many))
            {
                return (from, many);
            }

            var phrase = kind.Length > 0 ? RelationPhrase.Parse($"{kind} {to}") : RelationPhrase.Parse(TableColumns.Cell(row, Label));
            return phrase is null ? null : (phrase.FromMany, phrase.ToMany);
        }

        /// <summary>One cell holds the whole relationship: <c>A ──&lt; B</c>, "A has many B".</summary>
        private RelationshipFact? Drawn(TableRow row, DocumentKind document)
        {
            var text = Both < 0 ? "" : TableColumns.Cell(row, Both);
            if (Connector.In(text).FirstOrDefault() is { } drawn)
            {
                return new(drawn.From, drawn.To, drawn.FromMany, drawn.ToMany, Text(row, Label), null, null, FactForm.Table, document, row.Span, TableColumns.Words(row));
            }

            return RelationPhrase.Parse(text) is { From: { } from } phrase
                ? new(from, phrase.To, phrase.FromMany, phrase.ToMany, phrase.Verb, null, null, FactForm.Table, document, row.Span, TableColumns.Words(row))
                : null;
        }

        private static string? Text(TableRow row, int column) => TableColumns.Cell(row, column) is { Length: > 0 } text ? text : null;
    }
}
