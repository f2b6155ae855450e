using Schemawright.Coverage;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres;
using Schemawright.Proof.Servers;
using Schemawright.Rendering;
using Schemawright.Tests.Design;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>A compiled product with a rule of every kind, and one server for all its tests.</summary>
public sealed class SampleProduct : IAsyncLifetime
{
    private ThrowAwayCluster? _cluster;

    internal Compilation Compilation { get; } = Compile();

    public async ValueTask InitializeAsync() => _cluster = await ThrowAwayCluster.StartAsync(null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    /// <summary>Proves one claim, after a defect was built in.</summary>
    internal async Task<ObligationResult> ProveAsync(string obligation, string sabotage = "", Compilation? compilation = null)
    {
        var report = await Prover.ProveAsync(
            _cluster!, compilation ?? Compilation, new ProofOptions(Only: [obligation]), new Progress<ProofEvent>(), sabotage, TestContext.Current.CancellationToken);
        return report.Obligations.Single();
    }

    /// <summary>Proves some claims, tables or sentences.</summary>
    internal Task<ProofReport> ProveAsync(ProofOptions options) =>
        Prover.ProveAsync(_cluster!, Compilation, options, new Progress<ProofEvent>(), "", TestContext.Current.CancellationToken);

    /// <summary>The last file below a path is changed.</summary>
    internal Compilation With(string path, Func<string, string> change)
    {
        var file = Compilation.Artifacts.Last(known => known.Path.StartsWith(path, StringComparison.Ordinal));
        var changed = file with { Text = change(file.Text) };
        changed.ShouldNotBe(file);
        return Compilation with { Artifacts = [.. Compilation.Artifacts.Select(known => known == file ? changed : known)] };
    }

    private static Compilation Compile()
    {
        var findings = new Findings();
        var empty = Compiler.Compile([], "sample", findings);
        var domain = SampleDomain.Model;
        var design = DesignPasses.Run(domain, findings);
        var schema = PostgresLowering.Lower(design, findings);
        var artifacts = Renderer.Render(domain, design, schema, LedgerBuilder.Build(empty.Facts, domain, design, findings), findings);
        return empty with { Domain = domain, Design = design, Schema = schema, Artifacts = artifacts };
    }
}
