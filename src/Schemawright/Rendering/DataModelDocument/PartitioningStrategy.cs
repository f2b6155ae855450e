using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>Which tables are cut into pieces, by what and why; or why none is.</summary>
internal sealed class PartitioningStrategy : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Partitioning Strategy";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var partitioned = source.Tables.Where(table => table.Table.Partitioning is not null).ToArray();
        text.Bullets(DecisionList.Of(source.Decisions(14)));
        if (partitioned.Length == 0)
        {
            text.Paragraph(Reason(source));
            return;
        }

        text.Table(["Table", "By", "Made ahead", "Reason"], partitioned.Select(table => Row(source, table)));
        text.Paragraph("There is no default partition: it would take rows that belong elsewhere and forbid detaching a partition beside running programs. The partitions on the server:");
        text.Sql([Listing(source)]);
    }

    private static string[] Row(DocumentSource source, TablePair table)
    {
        var design = table.Design?.Partition ?? (string.Equals(table.Name, source.Design.Audit.Table, StringComparison.Ordinal) ? source.Design.Audit.Partition : null);
        var partitioning = table.Table.Partitioning!;
        var interval = design is null ? "" : $", {design.Interval} each{(design.Keep is null ? "" : $", kept {design.Keep}")}";
        return
        [
            MarkdownEscape.Code(table.Name),
            $"range of {MarkdownEscape.Code(partitioning.Column.Text)}{interval}",
            English.Count(partitioning.Ahead, "partition"),
            MarkdownEscape.Text(English.Sentence(design?.Reason ?? "")),
        ];
    }

    private static string Reason(DocumentSource source)
    {
        var largest = source.Design.Tables.Where(table => table.Volume is not null).OrderByDescending(table => table.Volume!.RowsNow + (5 * table.Volume.RowsPerYear)).FirstOrDefault();
        return largest is null
            ? "No table is partitioned: the documents state no volume that would pay for it."
            : $"No table is partitioned: even {MarkdownEscape.Code(largest.Name)}, the largest, holds about {English.Figure(largest.Volume!.RowsNow + (5 * largest.Volume.RowsPerYear))} rows after five years, which one table serves.";
    }

    private static SqlText Listing(DocumentSource source) => SqlText.Of(
        $"""
        SELECT parent.oid::regclass AS table_name, child.oid::regclass AS partition_name, pg_get_expr(child.relpartbound, child.oid) AS bounds
        FROM pg_inherits
        JOIN pg_class AS parent ON parent.oid = pg_inherits.inhparent
        JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid
        WHERE parent.relkind = 'p' AND parent.relnamespace = {source.AnySchema}
        ORDER BY 1, 2;
        """);
}
