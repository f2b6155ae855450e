using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;

namespace Schemawright.Tests.Gold;

/// <param name="Unique">The columns that belong to a key.</param>
internal sealed record ReadTable(string Name, Seq<string> Columns, Seq<string> Unique);

internal sealed record ReadEdge(string Child, string Parent);

/// <summary>What the compiler understood of a text: entities, their own attributes and who refers to whom.</summary>
internal sealed record ReadSchema(Seq<ReadTable> Tables, Seq<ReadEdge> Edges)
{
    public static Compilation Compile(string name, params IEnumerable<InputDocument> documents) => Compiler.Compile(documents, name, new Findings());

    public static ReadSchema Of(DomainModel domain) => new(
        domain.Entities.Select(entity => new ReadTable(
            entity.Name,
            entity.Attributes.Select(attribute => attribute.Name).ToSeq(),
            entity.Keys.SelectMany(key => key.Attributes).Concat(entity.StatedPrimaryKey).Distinct(StringComparer.Ordinal).ToSeq())).ToSeq(),
        domain.Relationships.Select(link => new ReadEdge(link.Child, link.Parent)).ToSeq());
}
