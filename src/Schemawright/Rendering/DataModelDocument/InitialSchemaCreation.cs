using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The first migration: its order, what it contains and how to see that it arrived.</summary>
internal sealed class InitialSchemaCreation : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Initial Schema Creation";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var statements = source.Placement.Statements;
        if (statements.Count == 0)
        {
            text.Paragraph("There is nothing to create: the documents name no entity.");
            return;
        }

        text.Paragraph($"The first migration runs {English.Count(statements.Count, "statement")}, each of them shown in this document, kind by kind:");
        text.Numbered(statements.GroupBy(statement => statement.Kind, StringComparer.Ordinal).Select(kind => Kind(kind.Key, kind.Count())));
        text.Bullets(DecisionList.Of(source.Decisions(12)));
        text.Paragraph($"Its tables arrived when this query counts {English.Figure(source.Schema.Tables.Count)}:");
        text.Sql([Count(source)]);
    }

    private static string Kind(string kind, int count) => kind switch
    {
        "readModel" => $"reports and searches ({English.Count(count, "statement")}), made by the role that sees all tenants",
        "role" => $"roles and who is a member of which ({English.Count(count, "statement")}); everything that follows belongs to the owner",
        "foreignKey" => $"{English.Count(count, "foreign key")}, after all tables, so that no order of tables matters",
        "index" => English.Count(count, "index", "indexes"),
        "policy" => $"row security ({English.Count(count, "statement")}), policies before they are switched on",
        "partition" => "the first partitions",
        _ => English.Count(count, kind),
    };

    private static SqlText Count(DocumentSource source) => SqlText.Of(
        $"""
        SELECT count(*) AS tables
        FROM pg_class
        WHERE relkind IN ('r', 'p')
          AND NOT relispartition
          AND relnamespace = {source.AnySchema};
        """);
}
