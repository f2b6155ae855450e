using System.Globalization;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Proof.Plans;

/// <summary>Statements that fill every table with rows whose values repeat about as often as real ones do.</summary>
internal static class SampleRows
{
    public const int Rows = 3000;

    /// <summary>So many rows of a parent are referred to.</summary>
    private const int Parents = 50;

    /// <summary>So many tenants share the rows.</summary>
    private const int Tenants = 4;

    public static IEnumerable<string> Statements(PgSchema schema, DataDesign design) =>
    [
        "SET session_replication_role = replica",
        .. schema.Domains.SelectMany(domain => domain.Checks.Select(check => $"ALTER DOMAIN {domain.Name} DROP CONSTRAINT {check.Name}")),
        .. schema.Tables.SelectMany(WithoutRules),
        .. schema.Tables.Select(table => Fill(schema, design, table)),
        "ANALYZE",
    ];

    private static IEnumerable<string> WithoutRules(PgTable table) =>
    [
        .. table.Checks.Select(check => check.Name).Concat(table.Exclusions.Select(exclusion => exclusion.Name)).Select(name => $"ALTER TABLE {table.Name} DROP CONSTRAINT {name}"),
        .. table.Columns.Where(column => column is { NotNull: true, Generated: null }).Select(column => $"ALTER TABLE {table.Name} ALTER COLUMN {column.Name} DROP NOT NULL"),
    ];

    private static string Fill(PgSchema schema, DataDesign design, PgTable table)
    {
        var written = table.Columns.Where(column => column.Generated is null).ToArray();
        var values = written.Select(column => ValueOf(schema, design, table, column));
        return $"INSERT INTO {table.Name} ({string.Join(", ", written.Select(column => column.Name))}) OVERRIDING SYSTEM VALUE SELECT {string.Join(", ", values)} FROM generate_series(1, {Rows}) AS g ON CONFLICT DO NOTHING";
    }

    private static string ValueOf(PgSchema schema, DataDesign design, PgTable table, PgColumn column)
    {
        if (table.Partitioning is { } parts && parts.Column == column.Name)
        {
            return parts.ByUuid7 ? "app.uuid7()" : "now() - g * interval '1 second'";
        }

        var known = design.Find(table.Name.Name.Text)?.Find(column.Name.Text);
        var link = table.ForeignKeys.FirstOrDefault(key => key.Columns[^1] == column.Name);
        var parent = link is null ? null : schema.Tables.FirstOrDefault(candidate => candidate.Name == link.Referenced);
        if (column.Role == ColumnRole.Tenant && design.Tenancy.TenantTable is { } tenants)
        {
            return Key(tenants, BaseOf(schema, column), $"g % {Tenants}");
        }

        var value = parent is not null ? Key(parent.Name.Name.Text, BaseOf(schema, column), $"g * 7 % {Parents}")
            : table.PrimaryKey?.Columns.Contains(column.Name) == true ? Key(table.Name.Name.Text, BaseOf(schema, column), "g")
            : known is { Type: { Values.Count: > 0, IsArray: false } type } ? $"(ARRAY[{string.Join(", ", type.Values.Select(choice => SqlLiteral.String(choice)))}])[1 + g / 7 % {type.Values.Count.ToString(CultureInfo.InvariantCulture)}]"
            : Typical(BaseOf(schema, column));
        return column.Role == ColumnRole.DeletedAt ? $"CASE WHEN g % 20 = 0 THEN {value} END" : column.NotNull ? value : $"CASE WHEN g % 3 > 0 THEN {value} END";
    }

    private static string Key(string table, string type, string number) => type switch
    {
        "uuid" => $"md5({SqlLiteral.String(table)} || ({number}))::uuid",
        _ when IsNumber(type) => number,
        _ => $"({SqlLiteral.String(table)} || ({number}))",
    };

    private static string Typical(string type) => type switch
    {
        _ when type.EndsWith("[]", StringComparison.Ordinal) => $"ARRAY['word ' || g % 500]::{type}",
        "uuid" => "md5('other' || g)::uuid",
        "boolean" => "g % 10 = 0",
        "date" => "DATE '2024-01-01' + g % 1000",
        "interval" => "g * interval '1 minute'",
        "jsonb" => "jsonb_build_object('word', g % 500)",
        "bytea" => "sha256(g::text::bytea)",
        "inet" => "inet '10.0.0.0' + g",
        "point" => "point(g % 180, g % 90)",
        "xid8" => "g::text::xid8",
        _ when type.StartsWith("timestamp", StringComparison.Ordinal) => "now() - g * interval '1 hour'",
        _ when type.StartsWith("time", StringComparison.Ordinal) => "time '00:00' + g * interval '1 minute'",
        _ when IsNumber(type) => "g % 1000",
        _ when type.StartsWith("text", StringComparison.Ordinal) || type.StartsWith("character", StringComparison.Ordinal) => "'word ' || g",
        _ => "NULL",
    };

    private static bool IsNumber(string type) => type is "integer" or "bigint" or "smallint" or "real" or "double precision" || type.StartsWith("numeric", StringComparison.Ordinal);

    public static string BaseOf(PgSchema schema, PgColumn column) =>
        schema.Domains.FirstOrDefault(domain => domain.Name.ToString() == column.Type)?.BaseType ?? column.Type;
}
