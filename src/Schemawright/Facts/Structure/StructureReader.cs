using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Reads a document's entities, attributes, relationships and states. What is out of scope, an example or a question states none.</summary>
internal sealed class StructureReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var stated = document with { Blocks = document.Blocks.Where(block => block is HeadingBlock || !HeadingTopics.StatesNoData(block)).ToSeq() };
        foreach (var reader in StructureReaders.Forms)
        {
            reader.Read(stated, facts, findings);
        }
    }
}
