using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Facts;

/// <summary>Reads one form of writing from a document.</summary>
internal interface IFactReader
{
    void Read(ProductDocument document, FactCollector facts, Findings findings);
}
