using Schemawright.Postgres.Ddl;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>What all tables stand on: extensions, schema, roles, domains and the functions tables call.</summary>
internal sealed class DetailedSchemaDesign : IDocumentSection
{
    public int Level => 2;

    public string Heading(DocumentSource source) => "Detailed Schema Design";

    public void Write(DocumentSource source, MarkdownText text)
    {
        text.Paragraph("The SQL blocks of this document, run from top to bottom on an empty server, build the schema: whatever a statement needs stands above it. The same statements, in files, are in `db/`.");
        text.Bullets(DecisionList.Of(source.Decisions(3).Concat(source.Decisions(4)).Concat(source.Decisions(5))));
        var foundation = source.Placement.At(Place.Foundation).ToArray();
        if (foundation.Length > 0)
        {
            text.Paragraph($"All tables stand on {Contents(foundation.Where(Makes).GroupBy(statement => statement.Kind, StringComparer.Ordinal).Select(group => (group.Key, group.Count())))}:");
            text.Sql(foundation.Select(statement => statement.Sql));
        }
    }

    /// <summary>Memberships and settings are about objects and make none.</summary>
    private static bool Makes(PgStatement statement) => statement.Sql.Text.Contains("CREATE ", StringComparison.Ordinal);

    private static string Contents(IEnumerable<(string Kind, int Count)> kinds) =>
        English.List(kinds.Select(kind => English.Count(kind.Count, kind.Kind)));
}
