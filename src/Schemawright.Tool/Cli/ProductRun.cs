using Schemawright.Collections;
using Schemawright.Coverage;
using Schemawright.Diagnostics;
using Schemawright.Rendering;
using Schemawright.Rendering.Migrations;
using Schemawright.Reports.Suppressions;
using Schemawright.Tool.Input;

namespace Schemawright.Tool.Cli;

/// <summary>A product as read from disk and compiled.</summary>
/// <param name="Result">Null when there was no document to compile.</param>
internal sealed record ProductRun(ProductInput Input, Compilation? Result, Findings Findings)
{
    /// <summary>How the user named it.</summary>
    public string Named { get; init; } = "";

    public string Name => Result?.Domain.AppName ?? Input.Name;

    public Compilation Compilation => Result ?? throw new InvalidOperationException("nothing was compiled");

    /// <summary>The migration tool the migrations are written for.</summary>
    public string Layout { get; init; } = MigrationLayouts.Default;

    /// <summary>The files to write.</summary>
    public Seq<Artifact> Artifacts => MigrationLayouts.Apply(Compilation, Layout);

    /// <summary>Everything the run has to say, what the author accepts marked as such.</summary>
    public Seq<Finding> AllFindings => Acknowledged(RunFindings.Of(Findings.Diagnostics, Findings.Clarifications, Result?.Ledger));

    /// <summary>The findings with those marked that the documents accept; comments that accept nothing are findings too.</summary>
    public Seq<Finding> Acknowledged(IEnumerable<Finding> findings) => Result is null ? findings.ToSeq() : AcknowledgedFindings.Of(findings, Result.Corpus);


    /// <summary>Where the artefacts go unless --out says otherwise: out/ and the product folder's name.</summary>
    public string DefaultOut => Path.Combine("out", Input.Name);

    /// <summary>The same product as it stands now; the documents are read anew.</summary>
    public ProductRun Again() => Read(Named) with { Layout = Layout };

    /// <summary>Reads and compiles as far as it goes; the findings say what is amiss.</summary>
    public static ProductRun Read(string path)
    {
        using var busy = Busy.With($"reading and compiling {path}");
        var findings = new Findings();
        var input = ProductInputReader.Read(path, findings);
        return new(input, input.Documents.Count == 0 ? null : Compiler.Compile(input.Documents, input.Name, findings), findings) { Named = path };
    }

    /// <summary>A run whose input can be used; otherwise says why not and gives null.</summary>
    public static ProductRun? Start(string path)
    {
        var run = Read(path);
        if (!run.Findings.HasErrors && run.Result is not null)
        {
            return run;
        }

        FindingsView.PrintErrors(run, Severity.Info);
        return null;
    }
}
