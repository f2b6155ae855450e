using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>The type that a name suggests when the documents give none, or the figures that bound it; a short text when nothing suggests one.</summary>
internal static class AssumedTypes
{
    public static DataType Of(string name) => HeadNounTypes.Guess(name) is { Kind: not DataKind.Unknown and not DataKind.Enumeration } guess ? guess : DataType.Of(DataKind.ShortText);

    /// <param name="checks">What is demanded of the attribute where it is stated: "mood (1-5)" is a number although its name is none.</param>
    public static DataType Of(string name, IEnumerable<Expr> checks)
    {
        var type = Of(name);
        var figures = type.Kind == DataKind.ShortText ? checks.SelectMany(check => check.Nodes()).OfType<Compare>().SelectMany(Figures).ToList() : [];
        return figures.Count == 0 ? type : DataType.Of(figures.TrueForAll(figure => !figure.Contains('.', StringComparison.Ordinal)) ? DataKind.Integer : DataKind.Decimal);
    }

    /// <summary>The figures an attribute itself is compared with, not its length.</summary>
    private static IEnumerable<string> Figures(Compare compare) => compare switch
    {
        { Left: Ref, Right: Literal { Kind: LiteralKind.Number } right } => [right.Text],
        { Left: Literal { Kind: LiteralKind.Number } left, Right: Ref } => [left.Text],
        _ => [],
    };
}
