using Schemawright.Facts.Structure.Boxes;
using Schemawright.Facts.Structure.Code;
using Schemawright.Facts.Structure.Mermaid;
using Schemawright.Facts.Structure.Sql;

namespace Schemawright.Facts.Structure;

/// <summary>The readers of entities, attributes, relationships and states, the most specific form first.</summary>
internal static class StructureReaders
{
    public static IFactReader[] All { get; } =
    [
        new SqlReader(),
        new MermaidEr(),
        new MermaidStates(),
        new BoxReader(),
        new CodeTypeReader(),
        new EntityBlockReader(),
        new RelationshipTableReader(),
        new FieldTableReader(),
        new AttributeListReader(),
        new RelationshipBullets(),
        new KeyLineReader(),
    ];
}
