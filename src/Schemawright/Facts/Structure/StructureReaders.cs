using Schemawright.Facts.Structure.Sql;

namespace Schemawright.Facts.Structure;

/// <summary>The readers of entities, attributes, relationships and states, the most specific form first.</summary>
internal static class StructureReaders
{
    public static IFactReader[] All { get; } =
    [
        new SqlReader(),
    ];
}
