using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Diagnostics;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Sql;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Reads a foreign key written as SQL in a bullet under its table: <c>- FOREIGN KEY (author_id) REFERENCES people(id) ON DELETE SET NULL</c>.</summary>
internal sealed class ForeignKeyLineReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var list in document.Blocks.OfType<ListBlock>())
        {
            foreach (var line in PlacedLines.Of(list, null).Where(line => line.Text.Holds("references")))
            {
                if ((Subjects.OfData(list.Headings) ?? line.Subject) is { } entity && Key(entity, line, writer) is { } key)
                {
                    writer.Relationship(key);
                }
            }
        }
    }

    private static RelationshipFact? Key(string entity, PlacedLine line, FactWriter writer)
    {
        var cursor = new SqlCursor(SqlTokens.Of([new CodeLine(line.Text, 1, line.Span)]));
        if (cursor.Accept("constraint"))
        {
            cursor.Name();
        }

        if (!cursor.Accept("foreign", "key") || cursor.Names() is not { Count: > 0 } columns || !cursor.Accept("references"))
        {
            return null;
        }

        var (target, onDelete) = SqlReference.Read(cursor);
        return target is null ? null : new RelationshipFact(
            target, entity, null, Cardinality.ZeroOrMore, null, columns.Count == 1 ? columns[0] : null, onDelete, writer.Form, writer.Document.Kind, line.Span, line.Text);
    }
}
