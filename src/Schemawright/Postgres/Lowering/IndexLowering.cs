using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Indexes: partial unique ones first, then those the known access paths need.</summary>
internal static class IndexLowering
{
    public static Seq<PgIndex> Lower(Target target, TableDesign table) =>
        KeyLowering.PartialUniques(target, table)
            .Concat(table.Indexes.Select(index => Lower(target, table, index)).OfType<PgIndex>())
            .DistinctBy(index => index.Name).ToSeq();

    /// <summary>What a key or another index serves, written like an index of that one's name.</summary>
    public static Seq<PgIndex> Served(Target target, TableDesign table) =>
        table.Served.Select(path => Lower(target, table, new(path.Index, IndexMethod.Btree, path.Columns, [], path.Where, path.Purpose, path.Origin))).OfType<PgIndex>().ToSeq();

    private static PgIndex? Lower(Target target, TableDesign table, IndexDesign index)
    {
        var where = index.Where is null ? null : Expressions.Condition(target, table, index.Where, index.Origin, index.Name);
        if ((index.Where is not null && where is null) || index.Columns.Any(column => table.Find(column.Name) is null))
        {
            return null;
        }

        return new(FittedName.Fit(index.Name), false, Method(index.Method), Columns(table, index), index.Include.Select(name => new Identifier(name)).ToSeq(), where, Sourced.Comment(index.Purpose, index.Origin), index.Origin);
    }

    private static string Method(IndexMethod method) => method switch
    {
        IndexMethod.Btree => "btree",
        IndexMethod.Gin or IndexMethod.Trigram or IndexMethod.FullText => "gin",
        IndexMethod.Gist => "gist",
        IndexMethod.Brin => "brin",
        _ => throw new InvalidOperationException($"unknown index method {method}"),
    };

    private static Seq<SqlText> Columns(TableDesign table, IndexDesign index) => index.Method switch
    {
        IndexMethod.FullText => [SqlText.Of($"{FullTextLowering.ColumnOf(table)}")],
        IndexMethod.Trigram => index.Columns.Where(column => IsText(table, column)).Select(column => SqlText.Of($"{new Identifier(column.Name)} gin_trgm_ops")).ToSeq(),
        _ => index.Columns.Select(Column).ToSeq(),
    };

    private static SqlText Column(IndexColumn column) =>
        column.Descending ? SqlText.Of($"{new Identifier(column.Name)} DESC") : SqlText.Of($"{new Identifier(column.Name)}");

    private static bool IsText(TableDesign table, IndexColumn column) => table.Find(column.Name)!.Type is { IsArray: false } type && ColumnTypes.IsText(type.Kind);
}
