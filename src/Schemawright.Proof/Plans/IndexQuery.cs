using Schemawright.Collections;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Proof.Plans;

/// <summary>The query an index is made for, with values that occur in the table.</summary>
internal static class IndexQuery
{
    private const string FullText = "to_tsvector(";
    private const string Trigrams = " gin_trgm_ops";

    /// <summary>The columns whose values the query needs, as SQL; a search for words needs none.</summary>
    public static Seq<string> Columns(PgIndex index) => [.. index.Columns.Select(Plain).Where(column => !IsFullText(column))];

    /// <summary>Reads one row that the index holds.</summary>
    public static string Example(PgTable table, PgIndex index) =>
        $"SELECT {string.Join(", ", Columns(index).Select(column => $"({column})::text").DefaultIfEmpty("'none'"))} FROM {table.Name} WHERE {Condition(index)} AND {string.Join(" AND ", Columns(index).Select(column => $"{column} IS NOT NULL").DefaultIfEmpty("true"))} OFFSET 5 LIMIT 1";

    /// <param name="values">One for each of <see cref="Columns"/>.</param>
    public static string Of(PgSchema schema, PgTable table, PgIndex index, IReadOnlyList<string?> values)
    {
        var conditions = new List<string> { Condition(index) };
        var next = 0;
        foreach (var column in index.Columns)
        {
            var name = Plain(column);
            conditions.Add(IsFullText(name) ? $"{name} @@ plainto_tsquery('simple', 'word')" : Compare(schema, table, index, column.Text, name, values[next++] ?? ""));
        }

        return $"SELECT * FROM {table.Name} WHERE {string.Join(" AND ", conditions)}";
    }

    private static string Compare(PgSchema schema, PgTable table, PgIndex index, string text, string name, string value)
    {
        var type = table.Columns.FirstOrDefault(known => known.Name.ToString() == name) is { } column ? SampleRows.BaseOf(schema, column) : "text";
        var constant = $"{SqlLiteral.String(value)}::{type}";
        return index.Method switch
        {
            "gin" when text.EndsWith(Trigrams, StringComparison.Ordinal) => $"{name} LIKE {SqlLiteral.String($"%{value}%")}",
            "gin" => $"{name} @> {constant}",
            "gist" when type == "point" => $"{name} <@ box '((0,0),(5,5))'",
            "gist" => $"{name} && {constant}",
            "brin" => $"{name} >= {constant} AND {name} <= {constant}",
            _ => $"{name} = {constant}",
        };
    }

    private static string Condition(PgIndex index) => index.Where?.ToString() ?? "true";

    private static bool IsFullText(string column) => column.StartsWith(FullText, StringComparison.Ordinal);

    /// <summary>Without its order or operator class.</summary>
    private static string Plain(SqlText column) => Plain(column.Text);

    private static string Plain(string column) =>
        new[] { " DESC", Trigrams }.FirstOrDefault(end => column.EndsWith(end, StringComparison.Ordinal)) is { } end ? column[..^end.Length] : column;
}
