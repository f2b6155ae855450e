using Schemawright.Collections;
using Schemawright.Coverage;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Facts;
using Schemawright.Postgres.Model;
using Schemawright.Rendering;

namespace Schemawright;

/// <summary>The result of every stage of one run.</summary>
public sealed record Compilation(
    Corpus Corpus, FactBase Facts, DomainModel Domain, DataDesign Design, PgSchema Schema, CoverageLedger Ledger,
    Seq<Diagnostic> Diagnostics, Seq<Clarification> Clarifications)
{
    private readonly Lazy<Seq<Artifact>> _artifacts = new(() => []);

    /// <summary>The files of the data model, rendered when first asked for: whoever only reads the findings does not pay for them.</summary>
    public Seq<Artifact> Artifacts
    {
        get => _artifacts.Value;
        init => _artifacts = new(value);
    }

    internal Func<Seq<Artifact>> Rendering
    {
        init => _artifacts = new(value);
    }

    /// <summary>Everything the run has to say about the input, ordered by document and line.</summary>
    public Seq<Finding> Findings => RunFindings.Of(Diagnostics, Clarifications, Ledger);
}

/// <summary>The stages up to the schema.</summary>
public sealed record CompiledModel(Corpus Corpus, FactBase Facts, DomainModel Domain, DataDesign Design, PgSchema Schema);
