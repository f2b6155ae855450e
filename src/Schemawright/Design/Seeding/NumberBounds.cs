using System.Globalization;
using Schemawright.Terms;

namespace Schemawright.Design.Seeding;

/// <summary>The least and the greatest number that the checks of a table leave to a column.</summary>
internal sealed class NumberBounds(TableDesign table)
{
    /// <summary>The number itself where it is allowed, else one close to the bound it misses.</summary>
    public Literal Within(string column, Literal value)
    {
        if (value.Kind != LiteralKind.Number)
        {
            return value;
        }

        var made = decimal.Parse(value.Text, CultureInfo.InvariantCulture);
        var bounds = table.Checks.SelectMany(check => Terms(check.Condition)).OfType<Compare>().Where(compare => compare.Left is Ref { IsOwn: true, Old: false } own && own.Attribute == column).ToList();
        var least = Bound(bounds, CompareOp.Greater, CompareOp.GreaterOrEqual).DefaultIfEmpty(made).Max();
        var greatest = Bound(bounds, CompareOp.Less, CompareOp.LessOrEqual).DefaultIfEmpty(decimal.MaxValue).Min();
        return made < least ? Literal.Number(Math.Min(least + made, greatest)) : Literal.Number(Math.Min(made, greatest));
    }

    private static IEnumerable<decimal> Bound(IEnumerable<Compare> bounds, CompareOp open, CompareOp closed) =>
        from bound in bounds
        where bound.Op == open || bound.Op == closed
        let limit = bound.Right as Literal
        where limit is { Kind: LiteralKind.Number }
        select decimal.Parse(limit.Text, CultureInfo.InvariantCulture);

    private static IEnumerable<Expr> Terms(Expr condition) => condition is And all ? all.Terms.SelectMany(Terms) : [condition];
}
