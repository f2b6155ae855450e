using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Rules;
using Schemawright.Facts.Structure;

namespace Schemawright.Facts;

/// <summary>Reads all documents with all readers, the most specific forms first, then gives each statement its class.</summary>
public static class FactReader
{
    public static FactBase Read(Corpus corpus, Findings findings)
    {
        var facts = new FactCollector(corpus);
        IFactReader[] readers = [.. StructureReaders.All, .. RuleReaders.All];
        foreach (var reader in readers)
        {
            foreach (var document in corpus.Documents)
            {
                reader.Read(document, facts, findings);
            }
        }

        return facts.ToFactBase() with { Statements = StatementClassifier.Classify(facts).ToSeq() };
    }
}
