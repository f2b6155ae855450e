using System.Globalization;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>An amount that equals a product or a quotient equals it rounded: a column of cents cannot hold a third of one.</summary>
internal static class Amounts
{
    private const int MinorDigits = 2;

    public static Compare Rounded(TableDesign table, Compare compare) => compare switch
    {
        { Op: CompareOp.Equal or CompareOp.NotEqual, Left: Ref amount, Right: var figure } when Digits(table, amount) is { } digits && IsFiner(table, figure) => compare with { Right = new Rounded(figure, digits) },
        { Op: CompareOp.Equal or CompareOp.NotEqual, Left: var figure, Right: Ref amount } when Digits(table, amount) is { } digits && IsFiner(table, figure) => compare with { Left = new Rounded(figure, digits) },
        _ => compare,
    };

    private static int? Digits(TableDesign table, Ref amount) =>
        amount.IsOwn && table.Find(amount.Attribute)?.Type is { IsArray: false } type ? type.Scale ?? (type.Kind == DataKind.Money ? MinorDigits : null) : null;

    /// <summary>A division, or two factors of which neither is a whole number.</summary>
    private static bool IsFiner(TableDesign table, Expr figure) => figure.Nodes().OfType<Arithmetic>().Any(part =>
        part.Op == ArithmeticOp.Divide || (part.Op == ArithmeticOp.Multiply && !IsWhole(table, part.Left) && !IsWhole(table, part.Right)));

    private static bool IsWhole(TableDesign table, Expr factor) => factor switch
    {
        Literal { Kind: LiteralKind.Number } number => decimal.IsInteger(decimal.Parse(number.Text, CultureInfo.InvariantCulture)),
        Ref { IsOwn: true } own => table.Find(own.Attribute)?.Type.Kind is DataKind.Integer or DataKind.BigInteger or DataKind.Identity,
        Aggregate { Kind: AggregateKind.Count } => true,
        Arithmetic { Op: not ArithmeticOp.Divide } both => IsWhole(table, both.Left) && IsWhole(table, both.Right),
        _ => false,
    };
}
