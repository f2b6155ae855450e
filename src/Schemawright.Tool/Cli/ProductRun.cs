using Schemawright.Diagnostics;
using Schemawright.Tool.Input;

namespace Schemawright.Tool.Cli;

/// <summary>Reads a product from disk and compiles it; null when the input cannot be used.</summary>
internal sealed record ProductRun(ProductInput Input, Compilation Compilation, Findings Findings)
{
    public static ProductRun? Start(string path)
    {
        var findings = new Findings();
        var input = ProductInputReader.Read(path, findings);
        if (input.Documents.Count == 0)
        {
            DiagnosticPrinter.Print(findings.Diagnostics, input.Documents);
            return null;
        }

        var compilation = Compiler.Compile(input.Documents, input.Name, findings);
        if (findings.HasErrors)
        {
            DiagnosticPrinter.Print(findings.Diagnostics, input.Documents);
            return null;
        }

        return new(input, compilation, findings);
    }

    /// <summary>Where the artefacts go unless --out says otherwise: out/ and the product folder's name.</summary>
    public string DefaultOut => Path.Combine("out", Input.Name);
}
