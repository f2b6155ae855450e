using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The first migration: its order, what it contains and how to see that it arrived.</summary>
internal sealed class InitialSchemaCreation : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Initial Schema Creation";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var kinds = Runs(source.Placement.Statements.Select(statement => statement.Kind)).ToArray();
        if (kinds.Length == 0)
        {
            text.Paragraph("There is nothing to create: the documents name no entity.");
            return;
        }

        text.Paragraph($"The first migration runs {English.Count(source.Placement.Statements.Count, "statement")}, each of them shown in this document, in this order:");
        text.Numbered(kinds.Select(kind => $"{English.Count(kind.Count, Words(kind.Kind))}"));
        text.Bullets(DecisionList.Of(source.Decisions(12)));
        text.Paragraph("Its tables arrived when this query counts " + English.Figure(source.Schema.Tables.Count) + ":");
        text.Sql([Count(source)]);
    }

    /// <summary>Neighbours of one kind count together.</summary>
    private static IEnumerable<(string Kind, int Count)> Runs(IEnumerable<string> kinds)
    {
        (string Kind, int Count) run = ("", 0);
        foreach (var kind in kinds)
        {
            if (run.Count > 0 && !string.Equals(run.Kind, kind, StringComparison.Ordinal))
            {
                yield return run;
                run = (kind, 0);
            }

            run = (kind, run.Count + 1);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static string Words(string kind) => kind switch
    {
        "foreignKey" => "foreign key",
        "policy" => "row-security statement",
        _ => kind,
    };

    private static SqlText Count(DocumentSource source) => SqlText.Of(
        $"""
        SELECT count(*) AS tables
        FROM pg_class
        WHERE relkind IN ('r', 'p')
          AND NOT relispartition
          AND relnamespace = {SqlLiteral.String(source.Schema.SchemaName.ToString())}::regnamespace;
        """);
}
