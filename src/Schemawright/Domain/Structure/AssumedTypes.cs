using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>The type that a name suggests when the documents give none, or the figures that bound it; a short text when nothing suggests one.</summary>
internal static class AssumedTypes
{
    /// <summary>What an attribute counts when it is called by it: a booking's guests, a plan's persons. As things of their own they have tables.</summary>
    private static readonly HashSet<string> Counted = new("persons people guests adults children servings portions pages copies bedrooms bathrooms calories uses participants attendees visitors nights".Split(' '), StringComparer.Ordinal);

    public static DataType Of(string name) => HeadNounTypes.Guess(name) is { Kind: not DataKind.Unknown and not DataKind.Enumeration } guess ? guess
        : DataType.Of(Naming.Words(name) is [.., var last] && Counted.Contains(last) ? DataKind.Integer : DataKind.ShortText);

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
