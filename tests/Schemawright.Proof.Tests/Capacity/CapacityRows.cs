using System.Globalization;
using Schemawright.Design;
using Schemawright.Postgres.Capacity;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Proof.Tests.Capacity;

/// <summary>Statements that fill a table with random rows whose values are as long, as frequent and as often absent as the estimate assumes.</summary>
internal sealed class CapacityRows(PgSchema schema, DataDesign design, Func<string, double> rowsOf)
{
    public IEnumerable<string> Statements() =>
    [
        "SET session_replication_role = replica",
        "SELECT setseed(0.5)",
        .. schema.Domains.SelectMany(domain => domain.Checks.Select(check => $"ALTER DOMAIN {domain.Name} DROP CONSTRAINT {check.Name}")),
        .. schema.Tables.SelectMany(table => table.Checks.Select(check => $"ALTER TABLE {table.Name} DROP CONSTRAINT {check.Name}")),
        .. schema.Tables.Select(Fill),
    ];

    private string Fill(PgTable table)
    {
        var capacity = new TableCapacity(schema, table, design.Find(table.Name.Name.Text));
        var widths = capacity.Columns(rowsOf).ToDictionary(width => width.Name);
        var written = table.Columns.Where(column => column.Generated is null).ToArray();
        var values = written.Select(column => Sparse(Value(table, column, widths[column.Name]), widths[column.Name].Absent));
        return $"""
            INSERT INTO {table.Name} ({string.Join(", ", written.Select(column => column.Name))}) OVERRIDING SYSTEM VALUE
            SELECT {string.Join(", ", values)}
            FROM (SELECT g, floor(random() * {Number(Tenants)})::int AS t FROM generate_series(1, {Number(rowsOf(table.Name.Name.Text))}) AS g) AS made
            ON CONFLICT DO NOTHING
            """;
    }

    private double Tenants => design.Tenancy.TenantTable is { } tenants ? rowsOf(tenants) : 1;

    private static string Sparse(string value, double absent) => absent > 0 ? $"CASE WHEN random() < {Number(absent)} THEN NULL ELSE {value} END" : value;

    private string Value(PgTable table, PgColumn column, ColumnWidth width)
    {
        var known = design.Find(table.Name.Name.Text);
        var parent = table.ForeignKeys.FirstOrDefault(key => key.Columns[^1] == column.Name)?.Referenced.Name.Text;
        if (known?.Exclusions.FirstOrDefault(one => one.Start == column.Name.Text || one.End == column.Name.Text) is { } apart)
        {
            return Apart(width.Type, apart.End == column.Name.Text);
        }

        return width.IsTenant ? Key(design.Tenancy.TenantTable!, width.Type, "t")
            : parent is not null ? Key(parent, width.Type, $"t + {Number(Tenants)} * floor(random() * {Number(Math.Max(1, Math.Floor(rowsOf(parent) / Tenants)))})::int")
            : known?.Find(column.Name.Text)?.Type is { Values.Count: > 0, IsArray: false } type ? $"(ARRAY[{string.Join(", ", type.Values.Select(value => SqlLiteral.String(value)))}])[1 + floor(random() * {type.Values.Count.ToString(CultureInfo.InvariantCulture)})::int]"
            : Typical(width);
    }

    private static string Apart(string type, bool isEnd) =>
        type == "date" ? $"DATE '2024-01-01' + (g * 2 + {(isEnd ? 1 : 0)})" : $"('2024-01-01'::timestamp + g * interval '2 hours' + interval '{(isEnd ? 1 : 0)} hours')::{type}";

    private static string Key(string table, string type, string number) => type == "uuid" ? $"md5({SqlLiteral.String(table)} || ({number}))::uuid" : $"({number})::text::{type}";

    private static string Typical(ColumnWidth width) => width.Type switch
    {
        "uuid" => width.Ascending ? "app.uuid7()" : "gen_random_uuid()",
        "boolean" => "random() < 0.5",
        "date" => "DATE '2024-01-01' + floor(random() * 1000)::int",
        "interval" => "g * interval '1 minute'",
        "jsonb" => $"jsonb_build_object('k', {Text(width.Length - 13)})",
        "bytea" => $"decode(left(repeat(md5(random()::text), 20), {Number(2 * Math.Floor(width.Length))}), 'hex')",
        "inet" => "inet '10.0.0.0' + floor(random() * 100000)::int",
        "point" => "point(random() * 180, random() * 90)",
        "xid8" => "g::text::xid8",
        _ when width.Type.EndsWith("[]", StringComparison.Ordinal) => $"ARRAY[{Element(width)}, {Element(width)}, {Element(width)}]::{width.Type}",
        _ when width.Type.StartsWith("timestamp", StringComparison.Ordinal) => width.Ascending ? "clock_timestamp()" : "now() - random() * interval '1000 days'",
        _ when width.Type.StartsWith("time", StringComparison.Ordinal) => "time '00:00' + random() * interval '1 day'",
        _ when width.Type.StartsWith("numeric", StringComparison.Ordinal) => width.Length <= 2 ? "1 + floor(random() * 99)" : $"1000 + floor(random() * {(width.Length <= 4 ? "8000" : "80000000")}) + 0.25",
        _ when width.Type is "integer" or "bigint" or "smallint" or "double precision" or "real" => "floor(random() * 1000)",
        _ => Text(width.Length),
    };

    private static string Element(ColumnWidth width) => width.Type switch
    {
        "text[]" => Text((width.Length - 20) / 3 - 4),
        "uuid[]" => "gen_random_uuid()",
        _ => "floor(random() * 1000)",
    };

    private static string Text(double length) => length < 8
        ? $"left(md5(random()::text), {Number(Math.Round(length))})"
        : $"left(repeat(md5(random()::text), 20), {Number(Math.Round(length) - 2)} + floor(random() * 5)::int)";

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
