using Schemawright.Design;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>Value lists, technical tables and, first, the audit log.</summary>
internal sealed class SupportingTables : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Supporting Tables";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var audit = source.Design.Audit.Table;
        var tables = source.Tables.Where(table => table.Kind is TableKind.Supporting or TableKind.Reference).ToArray();
        foreach (var table in tables.Where(table => !IsAudit(table)))
        {
            TableChapter.Write(source, table, text);
        }

        WriteAudit(source, tables.FirstOrDefault(IsAudit) ?? source.Find(audit), text);

        bool IsAudit(TablePair table) => string.Equals(table.Name, audit, StringComparison.Ordinal);
    }

    private static void WriteAudit(DocumentSource source, TablePair? audit, MarkdownText text)
    {
        text.Heading(4, "Audit Log Table");
        if (audit is null)
        {
            text.Paragraph("No table is audited, so there is no audit log.");
            return;
        }

        TableChapter.WriteBody(source, audit, text);
    }
}
