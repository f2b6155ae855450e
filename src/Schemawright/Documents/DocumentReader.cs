using Schemawright.Diagnostics;

namespace Schemawright.Documents;

/// <summary>Reads the input texts into blocks and statements, each with its span.</summary>
public static class DocumentReader
{
    public static Corpus Read(IEnumerable<InputDocument> documents, string fallbackName, Findings findings) =>
        new(fallbackName, Origin.Decided("app-name-from-folder"), []);
}
