using Schemawright.Collections;

namespace Schemawright.Proof.Obligations;

/// <summary>An empty server takes every migration file, in order.</summary>
internal sealed class AppliesCleanly : IObligation
{
    public string Claim => "every statement of db/migrations runs on an empty server, in order";

    public Task<Seq<ProofVector>> TryAsync(ProofBench bench) =>
        Task.FromResult(bench.Outcomes.GroupBy(outcome => outcome.Statement.File, StringComparer.Ordinal).Select(OfFile).ToSeq());

    private static ProofVector OfFile(IGrouping<string, Scripts.StatementOutcome> file)
    {
        var attempt = new Attempt(file.Key, $"run its statements", file.Key);
        return file.FirstOrDefault(outcome => !outcome.Answer.Accepted) is { } refused
            ? attempt.Broken("accepted", $"{refused.Statement.Place}: {refused.Answer.Explained}")
            : attempt.Held("accepted");
    }
}
