using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>The edges of a condition: for each comparison in it both sides equal, and one step to either side.</summary>
internal static class Edges
{
    private const int MostComparisons = 4;

    /// <summary>A text that is there and says nothing.</summary>
    private static readonly string[] Blanks = ["", "  "];

    /// <summary>Extra conditions that put a row on an edge.</summary>
    public static IEnumerable<Expr> Of(Expr condition, TableDesign table) =>
        condition.Nodes().OfType<Compare>().Where(IsOrdering).Take(MostComparisons)
            .SelectMany(comparison => Steps(comparison, table).Select(step => (Expr)new Compare(CompareOp.Equal, comparison.Left, step)))
            .Concat(condition.Nodes().OfType<IsPresent>().Where(node => IsText(node.Term, table)).Take(MostComparisons)
                .SelectMany(node => Blanks.Select(blank => (Expr)new Compare(CompareOp.Equal, node.Term, Literal.String(blank)))));

    private static bool IsText(Expr term, TableDesign table) =>
        term is Ref { IsOwn: true } own && table.ColumnOf(own.Attribute)?.Type is { IsArray: false, Kind: DataKind.ShortText or DataKind.LongText or DataKind.Unknown };

    private static bool IsOrdering(Compare node) => node.Op is not (CompareOp.Equal or CompareOp.NotEqual)
        && node.Left is not Literal { Kind: LiteralKind.Null } && node.Right is not Literal { Kind: LiteralKind.Null };

    private static IEnumerable<Expr> Steps(Compare node, TableDesign table)
    {
        yield return node.Right;
        if (StepOf(node, table) is { } step)
        {
            yield return new Arithmetic(ArithmeticOp.Add, node.Right, step);
            yield return new Arithmetic(ArithmeticOp.Subtract, node.Right, step);
        }
    }

    private static Expr? StepOf(Compare node, TableDesign table)
    {
        if (node.Left is LengthOf or DecimalPlaces or Aggregate { Kind: AggregateKind.Count })
        {
            return Literal.Number(1);
        }

        var type = node.Refs().Where(reference => reference.IsOwn).Select(reference => table.ColumnOf(reference.Attribute)?.Type).FirstOrDefault(type => type is not null);
        return type?.Kind switch
        {
            DataKind.Integer or DataKind.BigInteger => Literal.Number(1),
            DataKind.Decimal or DataKind.Money or DataKind.Percentage => Literal.Number(1 / (decimal)Math.Pow(10, type.Scale ?? 2)),
            DataKind.Date => new Interval(new Period(1, PeriodUnit.Day)),
            DataKind.Timestamp or DataKind.LocalTimestamp => new Interval(new Period(1, PeriodUnit.Minute)),
            _ => null,
        };
    }
}
