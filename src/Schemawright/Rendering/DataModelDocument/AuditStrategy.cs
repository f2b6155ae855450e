using Schemawright.Design;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>What is recorded of each change, in which tables, and the statements that do it.</summary>
internal sealed class AuditStrategy : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Audit Strategy";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var tables = source.Design.Tables;
        text.Numbered(
        [
            ChangeTracking(source),
            SoftDeletes(tables.Where(table => table.SoftDelete)),
            AuditLog(source),
            VersionControl(tables.Where(table => table.OptimisticLock)),
        ]);
        text.Bullets(DecisionList.Of(source.Decisions(8)));
        WriteDemands(source, text);
        WriteStatements(source, text);
    }

    private static string ChangeTracking(DocumentSource source)
    {
        var tracked = source.Design.Tables.Count(table => table.Columns.Any(column => column.Role == ColumnRole.UpdatedAt));
        var created = source.Design.Tables.Count(table => table.Columns.Any(column => column.Role == ColumnRole.CreatedAt));
        return $"**Change Tracking**: {English.Count(created, "table")} know when a row was made and {English.Count(tracked, "table")} when it last changed; the server sets both, whatever the application sends.";
    }

    private static string SoftDeletes(IEnumerable<TableDesign> tables)
    {
        var names = tables.Select(table => table.Name).ToArray();
        return names.Length == 0
            ? "**Soft Deletes**: none, because the documents ask for none; a deleted row is gone from its table and stays readable in the audit log where that table is audited."
            : $"**Soft Deletes**: {Phrases.Names(names)} keep deleted rows with `deleted_at`: no role but the owner and the job runner may remove one, and uniqueness counts live rows only.";
    }

    private static string AuditLog(DocumentSource source)
    {
        var audit = source.Design.Audit;
        var audited = source.Design.Tables.Where(table => table.Audited).Select(table => table.Name).ToArray();
        if (audited.Length == 0)
        {
            return "**Audit Log**: none, because the documents ask for none.";
        }

        var kept = audit.KeepFor is null ? "for ever, because the documents set no limit" : $"for {audit.KeepFor}";
        var excluded = audit.Excluded.Count == 0 ? "" : $" Never recorded: {Phrases.Names(audit.Excluded.Select(column => $"{column.Table}.{column.Column}"))}.";
        return $"**Audit Log**: {MarkdownEscape.Code(audit.Table)} records every change of {English.Count(audited.Length, "table")}, kept {kept}.{excluded}";
    }

    private static string VersionControl(IEnumerable<TableDesign> tables)
    {
        var names = tables.Select(table => table.Name).ToArray();
        return names.Length == 0
            ? "**Version Control**: none, because no table of the model is changed after it is written."
            : $"**Version Control**: optimistic locking by `version` on {Phrases.Names(names)}.";
    }

    private static void WriteDemands(DocumentSource source, MarkdownText text)
    {
        if (source.Domain.Audit.Count > 0)
        {
            text.Paragraph("What the documents ask to be recorded:");
            text.Bullets(source.Domain.Audit.Select(demand => $"{Phrases.Words(demand.Words)} ({Phrases.Source(demand.Origin)})"));
        }
    }

    private static void WriteStatements(DocumentSource source, MarkdownText text)
    {
        var statements = source.Placement.At(Place.AuditTriggers).ToArray();
        if (statements.Length > 0)
        {
            text.Paragraph("The statements that record changes:");
            text.Sql(statements.Select(statement => statement.Sql));
        }

        var partitions = source.Placement.Sql(Place.Partitions).ToArray();
        if (partitions.Length > 0)
        {
            text.Paragraph("The first partitions are made before the first change is written; why there are any stands under Partitioning Strategy:");
            text.Sql(partitions);
        }
    }
}
