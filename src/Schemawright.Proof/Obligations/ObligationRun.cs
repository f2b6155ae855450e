using Schemawright.Collections;

namespace Schemawright.Proof.Obligations;

/// <summary>Tries one claim and sums its vectors up to a verdict.</summary>
internal static class ObligationRun
{
    public static async Task<ObligationResult> TryAsync(IObligation obligation, ProofBench bench, IProgress<ProofEvent> progress)
    {
        var name = ObligationList.NameOf(obligation);
        progress.Report(new(name, obligation.Claim, 0, 0));
        if (!bench.IsApplied && obligation is not AppliesCleanly)
        {
            return new(name, obligation.Claim, Verdict.CouldNotVerify, "the migrations do not run, so there is nothing to try it on", []);
        }

        try
        {
            var vectors = await obligation.TryAsync(bench with { Progress = (done, total) => progress.Report(new(name, "", done, total)) });
            var result = Sum(name, obligation.Claim, bench.Focus.IsEverything ? vectors : [.. vectors.Where(bench.Focus.Concerns)]);
            progress.Report(new(name, result.Verdict.ToString(), vectors.Count, vectors.Count));
            return result;
        }
        catch (Exception failure) when (failure is InvalidOperationException or Npgsql.NpgsqlException)
        {
            return new(name, obligation.Claim, Verdict.CouldNotVerify, $"the attempt itself failed: {failure.Message}", []);
        }
        catch (OperationCanceledException)
        {
            return new(name, obligation.Claim, Verdict.CouldNotVerify, "stopped before the end", []);
        }
    }

    /// <summary>Another claim was refuted first, and nobody wanted to go on.</summary>
    public static ObligationResult NotTried(IObligation obligation) =>
        new(ObligationList.NameOf(obligation), obligation.Claim, Verdict.CouldNotVerify, "not tried: another claim was refuted first", []);

    public static ObligationResult Sum(string name, string claim, Seq<ProofVector> vectors)
    {
        var refuted = vectors.Count(vector => vector.Verdict == Verdict.Refuted);
        var unverified = vectors.Count(vector => vector.Verdict == Verdict.CouldNotVerify);
        return (refuted, unverified) switch
        {
            ( > 0, _) => new(name, claim, Verdict.Refuted, $"{refuted} of {vectors.Count} attempts were answered otherwise", vectors),
            (_, > 0) => new(name, claim, Verdict.CouldNotVerify, $"{unverified} of {vectors.Count} attempts could not be made", vectors),
            _ when vectors.All(vector => vector.Verdict == Verdict.NotApplicable) =>
                new(name, claim, Verdict.NotApplicable, vectors.Count > 0 ? vectors[0].Answer : "the data model has nothing of this kind", vectors),
            _ => new(name, claim, Verdict.Proved, "", vectors),
        };
    }
}
