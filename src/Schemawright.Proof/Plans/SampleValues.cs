using System.Globalization;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
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
    private const long AllHashes = 4294967296;

    private readonly DeclaredSpread _spread = new(schema, design, scale);

    public string Of(PgTable table, PgColumn column)
    {
        var known = design.Find(table.Name.Name.Text)?.Find(column.Name.Text);
        var type = SampleRows.BaseOf(schema, column);
        var place = 1 + table.Columns.ToList().IndexOf(column);
        if (table.Partitioning is { ByUuid7: false } parts && parts.Column == column.Name)
        {
            return $"now() - {Age(table)}";
        }

        if (table.Indexes.Any(index => index.Method == "brin" && index.Columns[0].Text == column.Name.ToString()))
        {
            return $"(now() - {Age(table)})::{type}"; // rows that are only added lie in the order of their time
        }

        if (column.Role == ColumnRole.Tenant && design.Tenancy.TenantTable is { } tenants)
        {
            return Key(tenants, type, Any(scale.RowsOf(tenants), place: 0, _spread.Holders(table, column)));
        }

        var value = ParentOf(table, column) is { } parent ? Key(parent.Name.Name.Text, type, Any(scale.RowsOf(parent), place, _spread.Holders(table, column)))
            : table.PrimaryKey?.Columns.Contains(column.Name) == true ? Key(table.Name.Name.Text, type, Own(table))
            : _spread.Values(table, column) is { Count: > 0 } shares ? Shared(shares, known, place)
            : known is { Type: { Values.Count: > 0, IsArray: false } listed } ? $"(ARRAY[{string.Join(", ", listed.Values.Select(choice => SqlLiteral.String(choice)))}])[1 + {Any(listed.Values.Count, place)}]"
            : column.Role is ColumnRole.CreatedAt or ColumnRole.UpdatedAt ? $"now() - {Age(table)}"
            : Typical(type, place, known?.Type);
        return column.Role == ColumnRole.DeletedAt ? $"CASE WHEN g % 20 = 0 THEN {value} END" : column.NotNull || _spread.IsUneven(table, column) ? value : $"CASE WHEN g % 3 > 0 THEN {value} END";
    }

    /// <summary>The table a column's values are keys of; null for none.</summary>
    public PgTable? ParentOf(PgTable table, PgColumn column) =>
        table.ForeignKeys.FirstOrDefault(key => key.Columns[^1] == column.Name) is { } link ? schema.Tables.FirstOrDefault(candidate => candidate.Name == link.Referenced) : null;

    /// <summary>The stored rows are every so-manieth of all, the oldest first.</summary>
    private string Own(PgTable table) => $"((g - 1)::bigint * {Number(scale.RowsOf(table))} / {Number(scale.SampleOf(table))})";

    private string Age(PgTable table) => AgeAt(table.Name.Name.Text, $"((g - 1)::float8 / {Number(scale.SampleOf(table))})");

    /// <summary>How old a row is, of which a part of all, from 0 to 1, is older; young ones are many where the documents say so.</summary>
    private string AgeAt(string table, string older)
    {
        if (_spread.Age(table) is not { } young)
        {
            return $"(1 - {older}) * {SpanOf(table)}";
        }

        var (part, days) = (((double)Math.Clamp(young.Percent, 0.1m, 99.9m) / 100).ToString("0.####", CultureInfo.InvariantCulture), Number(DeclaredSpread.DaysOf(young)));
        return $"CASE WHEN {older} >= 1 - {part} THEN (1 - {older}) / {part} * least(interval '{days} days', {SpanOf(table)}) ELSE least(interval '{days} days', {SpanOf(table)}) + (1 - {part} - {older}) / (1 - {part}) * ({SpanOf(table)} - least(interval '{days} days', {SpanOf(table)})) END";
    }

    /// <summary>Any number below so many, the same in every run; evenly spread unless a few have more than their part.</summary>
    private static string Any(long most, int place, HolderBand? band = null)
    {
        if (band is null || band.Few >= most)
        {
            return $"({Hash(place)} * {Number(most)} / {Number(AllHashes)})";
        }

        var bound = Bound(band.Percent);
        return $"(CASE WHEN {Hash(place)} < {Number(bound)} THEN {Hash(place)} * {Number(band.Few)} / {Number(bound)} ELSE {Number(band.Few)} + ({Hash(place)} - {Number(bound)}) * {Number(most - band.Few)} / {Number(AllHashes - bound)} END)";
    }

    /// <summary>Each value as often as declared; those of which nothing is said share the rest.</summary>
    private static string Shared(Seq<Skew> shares, ColumnDesign? known, int place)
    {
        var values = known?.Type.Values is { Count: > 0 } listed ? listed : ["true", "false"];
        var others = values.Where(value => !shares.Any(share => share.Value == value)).ToArray();
        var (text, sum) = ("", 0m);
        foreach (var share in shares)
        {
            sum += share.Percent;
            text += $" WHEN {Hash(place)} < {Number(Bound(sum))} THEN {SqlLiteral.String(share.Value!)}";
        }

        var rest = others.Length == 0 ? SqlLiteral.String(shares[^1].Value!).ToString() : $"(ARRAY[{string.Join(", ", others.Select(value => SqlLiteral.String(value)))}])[1 + (({Hash(place)} - {Number(Math.Min(Bound(sum), AllHashes - 1))}) * {Number(others.Length)} / {Number(AllHashes - Math.Min(Bound(sum), AllHashes - 1))})]";
        var chosen = $"(CASE{text} ELSE {rest} END)";
        return known?.Type.Kind == DataKind.Boolean ? $"{chosen}::boolean" : chosen;
    }

    private static long Bound(decimal percent) => (long)Math.Clamp(Math.Round(percent * AllHashes / 100), 1, AllHashes - 1);

    private static string Hash(int place) => $"((g + {Number(place * 1_000_003L)}) * 2654435761 % {Number(AllHashes)})";

    /// <summary>True of the rows whose key stands before that of so many first rows of the table referred to; null where keys have no order.</summary>
    public string? IsAmongFirst(PgColumn column, string parent, long few)
    {
        var type = SampleRows.BaseOf(schema, column);
        return type == "uuid" ? $"{column.Name} < {Key(parent, type, $"({Number(few)} - 0.5)")}"
            : IsNumber(type) ? $"{column.Name} < {Number(few)}"
            : null;
    }

    /// <summary>A key made of its row's time, as the model's own keys are.</summary>
    private string Key(string table, string type, string number) => type switch
    {
        "uuid" => $"(lpad(to_hex((extract(epoch FROM now() - ({AgeAt(table, $"(({number})::float8 / {Number(scale.RowsOf(table))})")})) * 1000)::bigint), 12, '0') || '7' || overlay(substr(md5({SqlLiteral.String(table)} || ({number})), 1, 19) PLACING '8' FROM 4 FOR 1))::uuid",
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
