using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>The type that a name suggests when the documents give none; a short text when it suggests nothing.</summary>
internal static class AssumedTypes
{
    public static DataType Of(string name) => HeadNounTypes.Guess(name) is { Kind: not DataKind.Unknown and not DataKind.Enumeration } guess ? guess : DataType.Of(DataKind.ShortText);
}
