using Schemawright.Collections;
using Schemawright.Domain;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Proof.Plans;

/// <summary>A row to look for: like most others in some columns, or like few.</summary>
internal sealed record RowLike(string Columns, bool Most);

/// <summary>The query an index is made for, with values that occur in the table.</summary>
internal static class IndexQuery
{
    private const string FullText = "to_tsvector(";
    private const string Trigrams = " gin_trgm_ops";

    /// <summary>A page of a list, and what a job takes at once.</summary>
    private const string FirstRows = "LIMIT 50";

    private enum Use { Equal, Range, Order, Before }

    /// <summary>The columns whose values the query needs, as SQL; a search for words needs none.</summary>
    public static Seq<string> Columns(PgIndex index) => [.. index.Columns.Select(Plain).Where(column => !IsFullText(column))];

    /// <summary>Reads one row that the index holds.</summary>
    /// <param name="like">Which row: any, one like most others, or one like few.</param>
    public static string Example(PgTable table, PgIndex index, RowLike? like = null)
    {
        var values = string.Join(", ", Columns(index).Select(column => $"({column})::text").DefaultIfEmpty("'none'"));
        var held = $"{Condition(index)} AND {string.Join(" AND ", Columns(index).Select(column => $"{column} IS NOT NULL").DefaultIfEmpty("true"))}";
        return like is null ? $"SELECT {values} FROM {table.Name} WHERE {held} OFFSET 5 LIMIT 1"
            : $"SELECT {values} FROM (SELECT *, count(*) OVER (PARTITION BY {like.Columns}) AS rows_alike FROM {table.Name}) AS counted WHERE {held} ORDER BY rows_alike {(like.Most ? "DESC" : "ASC")}, {like.Columns} LIMIT 1";
    }

    /// <summary>The range that the query of a path takes: the newest rows, where the documents say that most reads are of them.</summary>
    public static string? RangeOf(PgSchema schema, PgTable table, PgIndex index, AccessPath? path) =>
        UseOfLast(schema, table, index, path) == Use.Range ? Plain(index.Columns[^1]) : null;

    /// <summary>Reads the newest row that the index holds.</summary>
    public static string Newest(PgTable table, PgIndex index) =>
        $"SELECT {string.Join(", ", Columns(index).Select(column => $"({column})::text"))} FROM {table.Name} WHERE {Condition(index)} AND {string.Join(" AND ", Columns(index).Select(column => $"{column} IS NOT NULL"))} ORDER BY {Plain(index.Columns[^1])} DESC LIMIT 1";

    /// <param name="path">What the documents say of it; null: rows that refer to one, or rows whose time has come.</param>
    /// <param name="values">One for each of <see cref="Columns"/>.</param>
    /// <param name="days">A range goes so many days back from the value; null: a week on from it.</param>
    public static string Of(PgSchema schema, PgTable table, PgIndex index, AccessPath? path, IReadOnlyList<string?> values, int? days = null)
    {
        var conditions = new List<string> { Condition(index) };
        var (next, order, last) = (0, "", UseOfLast(schema, table, index, path));
        foreach (var column in index.Columns)
        {
            var name = Plain(column);
            if (IsFullText(name))
            {
                conditions.Add($"{name} @@ plainto_tsquery('simple', 'word')");
                continue;
            }

            var (value, use) = (values[next++] ?? "", column == index.Columns[^1] ? last : Use.Equal);
            conditions.AddRange(use switch
            {
                Use.Order => [],
                Use.Before => [$"{name} < {Constant(schema, table, name, value)}"],
                Use.Range when days is { } back => [$"{name} > {Constant(schema, table, name, value)} - {Days(TypeOf(schema, table, name), back)}"],
                Use.Range => [$"{name} >= {Constant(schema, table, name, value)}", $"{name} < {Constant(schema, table, name, value)} + {Step(TypeOf(schema, table, name))}"],
                _ => [Compare(schema, table, index, column.Text, name, value)],
            });
            order = use is Use.Order or Use.Before ? $" ORDER BY {column.Text} {FirstRows}" : "";
        }

        // What an index carries along is read without the table.
        return $"SELECT {(index.Include.Count == 0 ? "*" : string.Join(", ", index.Include))} FROM {table.Name} WHERE {string.Join(" AND ", conditions)}{order}";
    }

    private static Use UseOfLast(PgSchema schema, PgTable table, PgIndex index, AccessPath? path)
    {
        var name = Plain(index.Columns[^1]);
        var isTime = TypeOf(schema, table, name) is var type && (type == "date" || type.StartsWith("timestamp", StringComparison.Ordinal));
        if (index.Method is not ("btree" or "brin") || index.Unique || table.ForeignKeys.Any(key => key.Columns[^1].ToString() == name))
        {
            return Use.Equal;
        }

        return path?.Range is { } range && Is(name, range) && isTime ? Use.Range
            : path?.OrderBy is { } order && path.Range is null && Is(name, order) ? Use.Order
            : path is null && isTime ? Use.Before
            : Use.Equal;
    }

    private static bool Is(string column, string attribute) => column.Trim('"') == attribute || column.Trim('"') == attribute + "_id";

    private static string Step(string type) => Days(type, 7);

    private static string Days(string type, int days) => type == "date" ? FormattableString.Invariant($"{days}") : FormattableString.Invariant($"interval '{days} days'");

    private static string Compare(PgSchema schema, PgTable table, PgIndex index, string text, string name, string value) => index.Method switch
    {
        "gin" when text.EndsWith(Trigrams, StringComparison.Ordinal) => $"{name} LIKE {SqlLiteral.String($"%{value}%")}",
        "gin" when TypeOf(schema, table, name) == "tsvector" => $"{name} @@ plainto_tsquery('simple', '77')",
        "gin" => $"{name} @> {Constant(schema, table, name, value)}",
        "gist" when TypeOf(schema, table, name) == "point" => $"{name} <@ box '((0,0),(5,5))'",
        "gist" => $"{name} && {Constant(schema, table, name, value)}",
        "brin" => $"{name} >= {Constant(schema, table, name, value)} AND {name} <= {Constant(schema, table, name, value)}",
        _ => $"{name} = {Constant(schema, table, name, value)}",
    };

    private static string Constant(PgSchema schema, PgTable table, string name, string value) => $"{SqlLiteral.String(value)}::{TypeOf(schema, table, name)}";

    private static string TypeOf(PgSchema schema, PgTable table, string name) =>
        table.Columns.FirstOrDefault(known => known.Name.ToString() == name) is { } column ? SampleRows.BaseOf(schema, column) : "text";

    private static string Condition(PgIndex index) => index.Where?.ToString() ?? "true";

    private static bool IsFullText(string column) => column.StartsWith(FullText, StringComparison.Ordinal);

    /// <summary>Without its order or operator class.</summary>
    private static string Plain(SqlText column) => Plain(column.Text);

    private static string Plain(string column) =>
        new[] { " DESC", Trigrams }.FirstOrDefault(end => column.EndsWith(end, StringComparison.Ordinal)) is { } end ? column[..^end.Length] : column;
}
