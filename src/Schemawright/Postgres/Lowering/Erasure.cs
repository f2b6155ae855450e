using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>What stands in a personal column once the person is forgotten: nothing where nothing is allowed, else a value that says so.</summary>
internal static class Erasure
{
    public static Seq<ErasedColumn> Of(TableDesign table) => table.Columns
        .Where(column => column.Privacy != PrivacyClass.None && column.Generated is null && IsOwn(table, column))
        .Select(column => new ErasedColumn(new Identifier(column.Name), column.Nullable && !IsDemanded(table, column) ? null : Replacement(table, column))).ToSeq();

    public static SqlText Assignments(Seq<ErasedColumn> columns, Identifier row) =>
        SqlText.Join(", ", columns.Select(column => SqlText.Of($"{column.Name} = {column.Value(row)}")));

    public static SqlText NotYet(Seq<ErasedColumn> columns, Identifier row) =>
        SqlText.Of($"({SqlText.Join(" OR ", columns.Select(column => column.Make is null
            ? SqlText.Of($"{row}.{column.Name} IS NOT NULL")
            : SqlText.Of($"{row}.{column.Name} IS DISTINCT FROM {column.Value(row)}")))})");

    /// <summary>A rule of the row may ask for a value where the column itself does not.</summary>
    private static bool IsDemanded(TableDesign table, ColumnDesign column) => table.Checks.Select(check => check.Condition).Concat(table.RowRules.Select(rule => rule.Must))
        .SelectMany(condition => condition.Nodes()).OfType<IsPresent>().Any(demand => demand.Term is Ref { IsOwn: true } own && string.Equals(own.Attribute, column.Name, StringComparison.Ordinal));

    private static bool IsOwn(TableDesign table, ColumnDesign column) =>
        column.Role is ColumnRole.Attribute or ColumnRole.Ciphertext or ColumnRole.BlindIndex or ColumnRole.KeyId && !table.PrimaryKey.Columns.Contains(column.Name, StringComparer.Ordinal)
        && column.Type.Kind is not (DataKind.Coordinates or DataKind.Enumeration);

    private static Func<Identifier, SqlText>? Replacement(TableDesign table, ColumnDesign column)
    {
        var key = new Identifier(table.PrimaryKey.Columns[^1]);
        if (column.Type.IsArray)
        {
            return _ => SqlText.Of($"{SqlLiteral.String("{}")}");
        }

        return column.Type.Kind switch
        {
            DataKind.Email => row => SqlText.Of($"'erased-' || {row}.{key} || '@erased.invalid'"),
            DataKind.Phone => _ => SqlText.Of($"'+10000000'"),
            DataKind.Url => _ => SqlText.Of($"'https://erased.invalid/'"),
            DataKind.Date => _ => SqlText.Of($"DATE '1900-01-01'"),
            DataKind.Timestamp or DataKind.LocalTimestamp => _ => SqlText.Of($"timestamp 'epoch'"),
            DataKind.Boolean => _ => SqlText.Of($"false"),
            DataKind.Json => _ => SqlText.Of($"{SqlLiteral.String("{}")}::jsonb"),
            DataKind.IpAddress => _ => SqlText.Of($"inet '0.0.0.0'"),
            DataKind.Binary => row => SqlText.Of($"convert_to('erased ' || {row}.{key}, 'UTF8')"),
            _ when ColumnTypes.IsNumber(column.Type.Kind) => _ => SqlText.Of($"0"),
            _ => row => column.Type.Length is { } length ? SqlText.Of($"left('erased ' || {row}.{key}, {length})") : SqlText.Of($"'erased ' || {row}.{key}"),
        };
    }
}

/// <param name="Make">Null: the column becomes null.</param>
internal sealed record ErasedColumn(Identifier Name, Func<Identifier, SqlText>? Make)
{
    public SqlText Value(Identifier row) => Make is null ? SqlText.Of($"NULL") : Make(row);
}
