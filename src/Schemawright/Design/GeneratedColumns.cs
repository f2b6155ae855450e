using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Lets the database compute what the documents compute from numbers of the same row, so that it is never wrong.</summary>
internal static class GeneratedColumns
{
    public static TableDesign AddTo(DataDesign design, TableDesign table)
    {
        foreach (var attribute in design.Domain.Find(table.Entity!)!.Attributes.Where(attribute => attribute.Derived is not null))
        {
            if (table.Find(ObjectNames.Shortened(attribute.Name)) is { Role: ColumnRole.Attribute } column && ExpressionOf(design, table, attribute.Derived!, column) is { } expression)
            {
                var computed = column with { Generated = expression, Role = ColumnRole.Generated, Default = null, Nullable = expression.Refs().Any(reference => table.Find(reference.Attribute)!.Nullable) };
                table = table with { Columns = [.. table.Columns.Select(known => known.Name == column.Name ? computed : known)] };
            }
        }

        return table;
    }

    /// <summary>Sums, differences and products of numbers: the only expressions that no setting of a session can change.</summary>
    private static Expr? ExpressionOf(DataDesign design, TableDesign table, Expr derived, ColumnDesign column)
    {
        var carried = RuleColumns.Carry(design, table, derived).Expr;
        var plain = carried is not null && carried.IsSameRow() && IsNumber(column) && carried.Nodes().All(node => node switch
        {
            Literal literal => literal.Kind == LiteralKind.Number,
            Ref reference => reference.Attribute != column.Name && table.Find(reference.Attribute) is { Generated: null } source && IsNumber(source),
            Arithmetic { Op: not ArithmeticOp.Divide } => true,
            _ => false,
        });
        return plain ? carried : null;
    }

    private static bool IsNumber(ColumnDesign column) =>
        column.Type is { IsArray: false, Kind: DataKind.Integer or DataKind.BigInteger or DataKind.Decimal or DataKind.Money or DataKind.Percentage };
}
