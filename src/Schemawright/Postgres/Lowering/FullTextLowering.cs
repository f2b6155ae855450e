using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>The words of a row, kept beside it so that neither looking for them nor ranking what was found reads the texts again.</summary>
internal static class FullTextLowering
{
    private const string Weights = "ABCD";

    public static IndexDesign? IndexOf(TableDesign table) => table.Indexes.FirstOrDefault(index => index.Method == IndexMethod.FullText);

    /// <summary>A name that no column of the documents has.</summary>
    public static Identifier ColumnOf(TableDesign table)
    {
        var name = "search_words";
        while (table.Find(name) is not null)
        {
            name += "_kept";
        }

        return new(name);
    }

    public static IEnumerable<PgColumn> Columns(TableDesign table)
    {
        if (IndexOf(table) is not { } index)
        {
            yield break;
        }

        // An absent part must not hide the row, so each counts as empty; 'simple' mangles no language.
        var words = SqlText.Join(" || ", index.Columns.Select((column, place) => SqlText.Of($"setweight(to_tsvector('simple', coalesce({Words(table.Find(column.Name)!)}, '')), {SqlLiteral.String(Weights[Math.Min(place, 3)].ToString())})")));
        yield return new(ColumnOf(table), "tsvector", false, null, words, Sourced.Comment($"The words of {string.Join(", ", index.Columns.Select(column => column.Name))}, those of the first counting most", index.Origin), index.Origin);
    }

    /// <summary>Rows that hold, for each word typed, one that begins with it.</summary>
    public static SqlText Holds(TableDesign table, Identifier row) => SqlText.Of($"{row}.{ColumnOf(table)} @@ {Query}");

    public static SqlText Rank(TableDesign table, Identifier row) => SqlText.Of($"ts_rank({row}.{ColumnOf(table)}, {Query}) DESC");

    private static SqlText Query => SqlText.Of($"(SELECT string_agg(quote_literal(typed) || ':*', ' & ')::tsquery FROM unnest(tsvector_to_array(to_tsvector('simple', p_text))) AS typed)");

    private static SqlText Words(ColumnDesign column) => column.Type.Kind is DataKind.ShortText or DataKind.LongText or DataKind.Unknown ? SqlText.Of($"{new Identifier(column.Name)}") : SqlText.Of($"{new Identifier(column.Name)}::text");
}
