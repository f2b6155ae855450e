using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Proof.Servers;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>One server for the products of a whole class of tests.</summary>
public sealed class ProvingServer : IAsyncLifetime
{
    private ThrowAwayCluster? _cluster;

    public async ValueTask InitializeAsync() => _cluster = await ThrowAwayCluster.StartAsync(null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    /// <param name="only">Claims, tables or sentences; none: everything.</param>
    internal Task<ProofReport> ProveAsync(Compilation compilation, Seq<string> only, string sabotage = "") => ProveAsync(compilation, new ProofOptions(Only: only), sabotage);

    internal Task<ProofReport> ProveAsync(Compilation compilation, ProofOptions options, string sabotage = "") =>
        Prover.ProveAsync(_cluster!, compilation, options, new Progress<ProofEvent>(), sabotage, TestContext.Current.CancellationToken);

    /// <summary>A product of one document, or of one and its rules.</summary>
    internal static Compilation Compile(string name, string text, string rules = "") => Compiler.Compile(
        rules.Length == 0 ? [new InputDocument("TECHNICAL_SPEC.md", text)] : [new InputDocument("TECHNICAL_SPEC.md", text), new InputDocument("BUSINESS_RULES.md", rules)], name, new Findings());

    /// <summary>What was not proved, with the server's answers.</summary>
    internal static IEnumerable<string> Gaps(IEnumerable<ObligationResult> claims) =>
        claims.SelectMany(claim => claim.Vectors).Where(vector => vector.Verdict is Verdict.Refuted or Verdict.CouldNotVerify).Select(vector => $"{vector.Subject}: {vector.Attempt}: {vector.Answer}");
}
