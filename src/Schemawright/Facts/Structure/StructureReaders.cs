using Schemawright.Facts.Structure.Boxes;
using Schemawright.Facts.Structure.Builders;
using Schemawright.Facts.Structure.Classes;
using Schemawright.Facts.Structure.Code;
using Schemawright.Facts.Structure.Described;
using Schemawright.Facts.Structure.Entries;
using Schemawright.Facts.Structure.Graph;
using Schemawright.Facts.Structure.Mermaid;
using Schemawright.Facts.Structure.Nodes;
using Schemawright.Facts.Structure.Prose;
using Schemawright.Facts.Structure.Relations;
using Schemawright.Facts.Structure.Schemas;
using Schemawright.Facts.Structure.Sql;
using Schemawright.Facts.Structure.States;
using Schemawright.Facts.Structure.Trees;

namespace Schemawright.Facts.Structure;

/// <summary>The readers of entities, attributes, relationships and states.</summary>
internal static class StructureReaders
{
    /// <summary>One reader a form, the most specific form first: what it claims the later ones leave alone.</summary>
    public static IFactReader[] Forms { get; } =
    [
        new SqlReader(),
        new PrismaReader(),
        new DbmlReader(),
        new MermaidEr(),
        new MermaidStates(),
        new ClassDiagram(),
        new BoxReader(),
        new GraphQlReader(),
        new SchemaReader(),
        new EntityNodeReader(),
        new ClassReader(),
        new BuilderReader(),
        new CodeTypeReader(),
        new ExampleObjectReader(),
        new StateBlockReader(),
        new AttributeTreeReader(),
        new EntityBlockReader(),
        new RelationshipTableReader(),
        new TransitionMatrixReader(),
        new TransitionTableReader(),
        new LifecycleTableReader(),
        new FieldTableReader(),
        new EntityTableReader(),
        new CodedColumnsReader(),
        new DataEntryReader(),
        new DescribedThingsReader(inProse: false),
        new AttributeListReader(),
        new LabelledPartsReader(),
        new InlineListReader(),
        new RelationshipBullets(),
        new ConnectorReader(),
        new KeyLineReader(),
        new ForeignKeyLineReader(),
        new StateListReader(),
        new ValueListReader(),
        new ContentListReader(),
        new DescribedThingsReader(inProse: true),
        new ToldThingsReader(afterSentences: false),
    ];

    /// <summary>Forms that add to the entities known from all documents.</summary>
    public static IFactReader[] Additions { get; } = [new ToldThingsReader(afterSentences: true), new ValueObjectReader(), new CommonFieldsReader(), new EnumListReader(), new SameValuesReader(), new KnownStatesReader(), new SubtypeReader(), new DeletionReader(), new SoftDeletionReader(), new ForeignKeysAlike(), new DottedAttributeReader(), new DefinitionLinkReader(), new SpokenStatusReader(), new StatedValuesReader(), new ComparedNumbersReader()];

    public static IFactReader[] All { get; } = [new StructureReader(Forms), new SentenceReader(), new StructureReader(Additions), new SynonymReader()];
}
