using Schemawright.Collections;
using Schemawright.Proof.Mutation;

namespace Schemawright.Proof;

public enum Verdict { Proved, Refuted, CouldNotVerify, NotApplicable }

/// <summary>One promise tried once, with what the server answered.</summary>
/// <param name="Subject">The object: <c>orders.orders_total_not_negative</c>.</param>
/// <param name="Expected">Such as <c>refused 23514 orders_total_not_negative</c> or <c>accepted</c>.</param>
/// <param name="Answer">What the server said, in the same words.</param>
/// <param name="Source">The sentence behind it (<c>RULES.md:12</c>), or the decision.</param>
public sealed record ProofVector(string Subject, string Attempt, string Expected, string Answer, Verdict Verdict, string Source);

/// <param name="Name">The claim: <c>TenantsAreIsolated</c>.</param>
/// <param name="Claim">The claim as a sentence.</param>
/// <param name="Reason">Why not proved, or why not applicable; empty when proved.</param>
public sealed record ObligationResult(string Name, string Claim, Verdict Verdict, string Reason, Seq<ProofVector> Vectors);

public sealed record ProofReport(string AppName, string Server, Seq<ObligationResult> Obligations)
{
    /// <summary>Which defects the proof notices; null when none were built in.</summary>
    public MutationReport? Mutation { get; init; }

    /// <summary>True when something was tried, nothing is refuted and nothing could not be verified.</summary>
    public bool Holds => Obligations.Count > 0 && Obligations.All(obligation => obligation.Verdict is Verdict.Proved or Verdict.NotApplicable);
}
