using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Exports;

/// <summary>SQL on one line, for formats that take an expression as a word. A line end in SQL is never part of a text constant.</summary>
internal static class OneLineSql
{
    public static string Of(SqlText sql) => string.Join(' ', sql.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public static string Of(Condition condition) => Of(condition.Sql);

    public static string Of(PgExclusion exclusion) =>
        $"EXCLUDE ({string.Join(", ", exclusion.Elements.Select(Of))}){(exclusion.Where is { } where ? $" WHERE ({Of(where)})" : "")}";
}
