using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Obligations;

/// <summary>One thing to try, before the server has answered; turns the answer into a vector.</summary>
/// <param name="Subject">The object the attempt is about.</param>
/// <param name="What">The attempt in words, without values that change from run to run.</param>
internal sealed record Attempt(string Subject, string What, string Source)
{
    public ProofVector ExpectAccepted(ServerAnswer answer) =>
        Vector("accepted", answer.Accepted ? answer.Words : answer.Explained, answer.Accepted);

    public ProofVector ExpectRefused(ServerAnswer answer, string sqlState, string? objectName = null) =>
        answer.Refused(sqlState, objectName)
            ? Vector(answer.Words, answer.Words, holds: true)
            : Vector(objectName is null ? $"refused {sqlState}" : $"refused {sqlState} {objectName}", answer.Explained, holds: false);

    public ProofVector Expect(string expected, string answer) => Vector(expected, answer, string.Equals(expected, answer, StringComparison.Ordinal));

    public ProofVector Held(string expected) => Vector(expected, expected, holds: true);

    public ProofVector Broken(string expected, string answer) => Vector(expected, answer, holds: false);

    public ProofVector CouldNotVerify(string expected, string reason) => new(Subject, What, expected, reason, Verdict.CouldNotVerify, Source);

    private ProofVector Vector(string expected, string answer, bool holds) =>
        new(Subject, What, expected, answer, holds ? Verdict.Proved : Verdict.Refuted, Source);
}
