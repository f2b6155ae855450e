using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Reads a document's entities, attributes, relationships and states. What is out of scope, an example or a question states none.</summary>
internal sealed class StructureReader(IFactReader[] forms) : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var silent = document.Blocks.Where(block => block is not HeadingBlock && HeadingTopics.StatesNoData(block)).ToHashSet<Block>(ReferenceEqualityComparer.Instance);
        var lines = silent.SelectMany(block => Enumerable.Range(block.Span.Line, block.Span.EndLine - block.Span.Line + 1)).ToHashSet();
        var stated = document with
        {
            Blocks = document.Blocks.Where(block => !silent.Contains(block)).ToSeq(),
            Statements = document.Statements.Where(statement => !lines.Contains(statement.Span.Line)).ToSeq(),
        };
        foreach (var reader in forms)
        {
            reader.Read(stated, facts, findings);
        }
    }
}
