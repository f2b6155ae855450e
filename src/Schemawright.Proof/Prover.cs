using Schemawright.Collections;

namespace Schemawright.Proof;

/// <param name="PgBin">The folder with initdb and postgres; null: found on the machine.</param>
/// <param name="Only">Names of obligations to try; empty: all.</param>
public sealed record ProofOptions(string? PgBin = null, Seq<string> Only = default, bool FailFast = false);

/// <summary>What happens while proving, for showing progress.</summary>
/// <param name="Obligation">The claim's name.</param>
/// <param name="Done">Vectors tried so far.</param>
/// <param name="Total">Vectors to try, 0 when not yet known.</param>
public sealed record ProofEvent(string Obligation, string Message, int Done, int Total);

/// <summary>Runs the artefacts of a compilation on a throw-away server and tries every promise.</summary>
public static class Prover
{
    public static Task<ProofReport> ProveAsync(
        Compilation compilation, ProofOptions options, IProgress<ProofEvent> progress, CancellationToken cancellation) =>
        throw new InvalidOperationException("the prover is not built yet");
}
