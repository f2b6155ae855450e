using Schemawright.Design;
using Schemawright.Terms;

namespace Schemawright.Postgres.Capacity;

/// <summary>The share of a table's rows for which a condition holds, when its values are equally frequent.</summary>
internal static class ConditionShare
{
    private const double Unknown = 0.5;

    public static double Of(Expr? condition, TableDesign table) => condition switch
    {
        null => 1,
        And all => all.Terms.Aggregate(1.0, (share, term) => share * Of(term, table)),
        Or any => 1 - any.Terms.Aggregate(1.0, (share, term) => share * (1 - Of(term, table))),
        Not not => 1 - Of(not.Term, table),
        IsPresent { Term: Ref { IsOwn: true } column } => 1 - AbsentShare.Of(table.Find(column.Attribute)),
        Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } column, Right: Literal } => 1.0 / Choices(table, column),
        Compare { Op: CompareOp.NotEqual, Left: Ref { IsOwn: true } column, Right: Literal } => 1 - (1.0 / Choices(table, column)),
        OneOf { Term: Ref { IsOwn: true } column } some => Math.Min(1, (double)some.Values.Count / Choices(table, column)),
        _ => Unknown,
    };

    private static int Choices(TableDesign table, Ref column) => table.Find(column.Attribute)?.Type.Values.Count is > 0 and var count ? count : 2;
}

/// <summary>The share of rows without a value: an optional value is there in two rows of three, a deletion mark in one of twenty.</summary>
internal static class AbsentShare
{
    public const double Optional = 1.0 / 3;
    public const double NotDeleted = 0.95;

    public static double Of(ColumnDesign? column) => column switch
    {
        { Role: ColumnRole.DeletedAt } => NotDeleted,
        { Nullable: true } => Optional,
        _ => 0,
    };
}
