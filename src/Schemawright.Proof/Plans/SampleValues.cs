using System.Globalization;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Proof.Plans;

/// <summary>
/// Values for row <c>g</c> of a sample, as SQL. They repeat as often as in the whole: a reference leads to any row its table will hold,
/// not to any that is stored here.
/// </summary>
internal sealed class SampleValues(PgSchema schema, DataDesign design, DeclaredScale scale)
{
    private const int LongText = 400;

    public string Of(PgTable table, PgColumn column)
    {
        var known = design.Find(table.Name.Name.Text)?.Find(column.Name.Text);
        var type = SampleRows.BaseOf(schema, column);
        var place = 1 + table.Columns.ToList().IndexOf(column);
        if (table.Partitioning is { ByUuid7: false } parts && parts.Column == column.Name)
        {
            return $"now() - {Age(table)}";
        }

        if (column.Role == ColumnRole.Tenant && design.Tenancy.TenantTable is { } tenants)
        {
            return Key(tenants, type, Any(scale.RowsOf(tenants), place: 0));
        }

        var value = ParentOf(table, column) is { } parent ? Key(parent.Name.Name.Text, type, Any(scale.RowsOf(parent), place))
            : table.PrimaryKey?.Columns.Contains(column.Name) == true ? Key(table.Name.Name.Text, type, Own(table))
            : known is { Type: { Values.Count: > 0, IsArray: false } listed } ? $"(ARRAY[{string.Join(", ", listed.Values.Select(choice => SqlLiteral.String(choice)))}])[1 + {Any(listed.Values.Count, place)}]"
            : column.Role is ColumnRole.CreatedAt or ColumnRole.UpdatedAt ? $"now() - {Age(table)}"
            : Typical(type, place, known?.Type);
        return column.Role == ColumnRole.DeletedAt ? $"CASE WHEN g % 20 = 0 THEN {value} END" : column.NotNull ? value : $"CASE WHEN g % 3 > 0 THEN {value} END";
    }

    /// <summary>The table a column's values are keys of; null for none.</summary>
    public PgTable? ParentOf(PgTable table, PgColumn column) =>
        table.ForeignKeys.FirstOrDefault(key => key.Columns[^1] == column.Name) is { } link ? schema.Tables.FirstOrDefault(candidate => candidate.Name == link.Referenced) : null;

    /// <summary>The stored rows are every so-manieth of all, the oldest first.</summary>
    private string Own(PgTable table) => $"((g - 1)::bigint * {Number(scale.RowsOf(table))} / {Number(scale.SampleOf(table))})";

    private string Age(PgTable table) => $"(1 - (g - 1)::float8 / {Number(scale.SampleOf(table))}) * {DeclaredScale.Span(table)}";

    /// <summary>Any number below so many, evenly spread and the same in every run.</summary>
    private static string Any(long most, int place) => $"((g + {Number(place * 1_000_003L)}) * 2654435761 % 4294967296 * {Number(most)} / 4294967296)";

    /// <summary>A key made of its row's time, as the model's own keys are.</summary>
    private string Key(string table, string type, string number) => type switch
    {
        "uuid" => $"(lpad(to_hex((extract(epoch FROM now() - (1 - ({number})::float8 / {Number(scale.RowsOf(table))}) * {SpanOf(table)}) * 1000)::bigint), 12, '0') || '7' || overlay(substr(md5({SqlLiteral.String(table)} || ({number})), 1, 19) PLACING '8' FROM 4 FOR 1))::uuid",
        _ when IsNumber(type) => number,
        _ => $"({SqlLiteral.String(table)} || ({number}))",
    };

    private string SpanOf(string table) => schema.Find(table) is { } known ? DeclaredScale.Span(known) : "interval '3 years'";

    private static string Typical(string type, int place, DataType? known) => type switch
    {
        _ when type.EndsWith("[]", StringComparison.Ordinal) => $"ARRAY['word ' || g % 500]::{type}",
        "uuid" => $"md5('other' || g || {Number(place)})::uuid",
        "boolean" => "g % 10 = 0",
        "date" => $"DATE '2024-01-01' + {Any(1000, place)}::integer",
        "interval" => "g * interval '1 minute'",
        "jsonb" => "jsonb_build_object('word', g % 500)",
        "bytea" => "sha256(g::text::bytea)",
        "inet" => "inet '10.0.0.0' + g",
        "point" => "point(g % 180, g % 90)",
        "xid8" => "g::text::xid8",
        _ when type.StartsWith("timestamp", StringComparison.Ordinal) => $"now() - {Any(100_000_000, place)} * interval '1 second'",
        _ when type.StartsWith("time", StringComparison.Ordinal) => "time '00:00' + g * interval '1 minute'",
        _ when IsNumber(type) => Any(1000, place),
        _ when type.StartsWith("text", StringComparison.Ordinal) || type.StartsWith("character", StringComparison.Ordinal) => Words(known),
        _ => "NULL",
    };

    /// <summary>As long as such texts are on the average.</summary>
    private static string Words(DataType? known)
    {
        var length = known?.Kind == DataKind.LongText ? LongText : Math.Clamp((known?.Length ?? 48) / 2, 8, 200);
        return $"left('word ' || g || ' ' || repeat(md5(g::text), {Number((length / 32) + 1)}), {Number(length)})";
    }

    private static bool IsNumber(string type) => type is "integer" or "bigint" or "smallint" or "real" or "double precision" || type.StartsWith("numeric", StringComparison.Ordinal);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
