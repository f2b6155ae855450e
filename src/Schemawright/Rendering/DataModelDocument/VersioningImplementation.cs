using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>How a program changes a versioned row without losing another's change.</summary>
internal sealed class VersioningImplementation : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Versioning Implementation";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var example = source.Tables.Where(table => table.Design is { OptimisticLock: true } && table.Table.PrimaryKey is not null)
            .Select(table => (Table: table, Column: ExampleRow.Changeable(table)))
            .FirstOrDefault(pair => pair.Column is not null);
        if (example.Table is null)
        {
            text.Paragraph("No table carries a version: no row of this model is both shared and changed, so there is no update to lose.");
            return;
        }

        text.Paragraph($"A program reads the version with the row and sends it back with the change, here on {MarkdownEscape.Code(example.Table.Name)}:");
        text.Sql([Update(example.Table, example.Column!)]);
        text.Paragraph("The server raises the version by one. If another change came first, the version sent is stale and the server refuses the update with SQLSTATE 40001; an update that returns no row means that the row is gone. In both cases the program reads again and decides.");
    }

    private static SqlText Update(TablePair table, ColumnPair column) => SqlText.Of(
        $"""
        UPDATE {table.Table.Name}
        SET {ExampleRow.Equal(column)},
            version = 3
        WHERE {ExampleRow.ByKey(table)}
        RETURNING version;
        """);
}
