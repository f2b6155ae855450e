using Schemawright.Design;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>How a filled table changes without stopping its users, shown on a table of the model.</summary>
internal sealed class SchemaEvolution : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Schema Evolution";

    public void Write(DocumentSource source, MarkdownText text)
    {
        text.Paragraph("Every change goes in steps of which each is safe beside running programs: expand, fill in batches, constrain, and only then remove what nothing reads any more. Each step is a migration of its own with a short `lock_timeout`, so that a waiting change never holds up readers.");
        text.Paragraph("The lock that each change takes on its table, and what to do instead where rows and readers are; the migrations say the same before the first statement of each kind:");
        text.Table(["Change", "Lock", "Meanwhile", "On a table in use"], StatementLocks.Created.Concat(StatementLocks.Changed).Select(known => new[] { known.Change, known.Level, known.While, known.Recipe }));
        var example = source.Tables.Where(Fits).Select(table => (Table: table, Column: ExampleColumn(table))).FirstOrDefault(pair => pair.Column is not null);
        if (example.Table is null)
        {
            text.Paragraph("No table of this model holds a text to show it on.");
            return;
        }

        var added = Added(example.Table.Table, example.Column!.Name);
        text.Paragraph($"As an example, a normalised copy of {MarkdownEscape.Code($"{example.Table.Name}.{example.Column.Name}")} for searching without regard to case, and the way back:");
        text.Sql(Steps(example.Table.Table, example.Column.Column.Name, new Identifier(added), new Identifier($"{example.Table.Name}_{added}_check")));
    }

    private static bool Fits(TablePair table) =>
        table.Design is { Kind: TableKind.Core, Minimums.Count: 0, Immutables.Count: 0 } && table.Table is { Partitioning: null, PrimaryKey: not null };

    private static ColumnPair? ExampleColumn(TablePair table) => table.Columns.FirstOrDefault(column =>
        column is { Design: { Role: ColumnRole.Attribute, Privacy: Domain.PrivacyClass.None, Type.Kind: DataKind.ShortText, Type.IsArray: false }, Column: { Type: "text", Generated: null } }
        && Added(table.Table, column.Name).Length > 0);

    /// <summary>The new column's name; empty when it would not fit or is taken.</summary>
    private static string Added(PgTable table, string column)
    {
        var name = column + "_normalized";
        return System.Text.Encoding.UTF8.GetByteCount($"{table.Name.Name.Text}_{name}_check") > Identifier.MaxBytes || table.Find(name) is not null ? "" : name;
    }

    private static SqlText[] Steps(PgTable table, Identifier column, Identifier added, Identifier check)
    {
        var key = SqlText.Join(", ", table.PrimaryKey!.Columns.Select(name => SqlText.Of($"{name}")));
        return
        [
            SqlText.Of(
                $"""
                -- 1 Expand: a nullable column without default takes milliseconds under ACCESS EXCLUSIVE
                SET lock_timeout = '100ms';
                ALTER TABLE {table.Name} ADD COLUMN {added} text;
                """),
            SqlText.Of(
                $"""
                -- 2 Fill, repeated until no row is left, a transaction each: ROW EXCLUSIVE, and the rows it writes
                UPDATE {table.Name}
                SET {added} = lower(btrim({column}))
                WHERE ({key}) IN (
                    SELECT {key} FROM {table.Name}
                    WHERE {added} IS NULL AND {column} IS NOT NULL
                    ORDER BY {key}
                    LIMIT 5000);
                """),
            SqlText.Of(
                $"""
                -- 3 Constrain without a scan under lock: ACCESS EXCLUSIVE for a moment, then SHARE UPDATE EXCLUSIVE while rows are read
                ALTER TABLE {table.Name} ADD CONSTRAINT {check} CHECK ({added} = lower(btrim({column}))) NOT VALID;
                ALTER TABLE {table.Name} VALIDATE CONSTRAINT {check};
                """),
            SqlText.Of(
                $"""
                -- The way back, as long as nothing reads the new column: ACCESS EXCLUSIVE for a moment
                ALTER TABLE {table.Name} DROP COLUMN {added};
                RESET lock_timeout;
                """),
        ];
    }
}
