using Schemawright.Coverage;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres;
using Schemawright.Rendering;
using Schemawright.Tests.Design;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>A compiled product with a rule of every kind, and one server for all its tests.</summary>
public sealed class SampleProduct : IAsyncLifetime
{
    private readonly ProvingServer _server = new();

    internal Compilation Compilation { get; } = Compile();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Proves one claim, after a defect was built in.</summary>
    internal async Task<ObligationResult> ProveAsync(string obligation, string sabotage = "", Compilation? compilation = null) =>
        (await _server.ProveAsync(compilation ?? Compilation, [obligation], sabotage)).Obligations.Single();

    /// <summary>Proves some claims, tables or sentences.</summary>
    internal Task<ProofReport> ProveAsync(ProofOptions options) => _server.ProveAsync(Compilation, options);

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
