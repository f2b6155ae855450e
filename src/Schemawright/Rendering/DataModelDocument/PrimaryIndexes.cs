using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The indexes keys bring with them, and the query that finds a foreign key without one.</summary>
internal sealed class PrimaryIndexes : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Primary Indexes";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var tables = source.Schema.Tables;
        text.Paragraph($"{English.Capital(English.Count(tables.Count(table => table.PrimaryKey is not null), "primary key"))},"
            + $" {English.Count(tables.Sum(table => table.Uniques.Count), "unique constraint")}, {English.Count(tables.Sum(table => table.Exclusions.Count), "exclusion constraint")}"
            + $" and {English.Count(tables.Sum(table => table.Indexes.Count), "further index", "further indexes")} serve the model; each is declared with its table above.");
        text.Bullets(DecisionList.Of(source.Decisions(6).Where(decision => !IsOfOneIndex(source, decision))));
        var keys = tables.SelectMany(Keys).ToArray();
        if (keys.Length > 0)
        {
            text.Table(["Table", "Index", "Columns", "Kind"], keys);
        }

        text.Paragraph("No foreign key is without an index that begins with its columns; the query returns a row for each that is:");
        text.Sql([Unindexed(source)]);
    }

    /// <summary>Why a single index exists stands beside it in the table of the next section.</summary>
    private static bool IsOfOneIndex(DocumentSource source, Decision decision)
    {
        var subject = decision.Choice.Split(' ')[0];
        return source.Design.Tables.Any(table => table.Indexes.Any(index => string.Equals(index.Name, subject, StringComparison.Ordinal)));
    }

    private static IEnumerable<string[]> Keys(PgTable table) =>
    [
        .. table.PrimaryKey is { } key ? new[] { Row(table, key, "primary key") } : [],
        .. table.Uniques.Select(unique => Row(table, unique, "unique constraint")),
        .. table.Exclusions.Select(rule => (string[])[MarkdownEscape.Code(table.Name.Name.Text), MarkdownEscape.Code(rule.Name.Text), MarkdownEscape.Code(SqlText.Join(", ", rule.Elements).Text), "exclusion constraint"]),
    ];

    private static string[] Row(PgTable table, PgKey key, string kind) =>
        [MarkdownEscape.Code(table.Name.Name.Text), MarkdownEscape.Code(key.Name.Text), MarkdownEscape.Code(Phrases.Columns(key.Columns)), kind];

    private static SqlText Unindexed(DocumentSource source) => SqlText.Of(
        $"""
        SELECT key.conrelid::regclass AS table_name, key.conname AS foreign_key
        FROM pg_constraint AS key
        WHERE key.contype = 'f'
          AND key.connamespace = {source.AnySchema}
          AND key.conparentid = 0
          AND NOT EXISTS (
              SELECT FROM pg_index AS candidate
              WHERE candidate.indrelid = key.conrelid
                AND (candidate.indpred IS NULL OR pg_get_expr(candidate.indpred, candidate.indrelid) IN (
                    SELECT format('(%I IS NOT NULL)', attname) FROM pg_attribute WHERE attrelid = key.conrelid AND attnum = ANY (key.conkey)))
                AND (candidate.indkey::smallint[])[0:cardinality(key.conkey) - 1] @> key.conkey)
        ORDER BY 1, 2;
        """);
}
