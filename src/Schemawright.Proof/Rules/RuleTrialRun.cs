using Schemawright.Proof.Obligations;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>Plays a trial's scenes until one of them decides.</summary>
internal sealed class RuleTrialRun(SceneRunner runner, IReadOnlySet<string> typeChecks)
{
    public async Task<ProofVector> TryAsync(RuleTrial trial)
    {
        ServerAnswer? last = null;
        Scene? played = null;
        foreach (var scene in trial.Scenes)
        {
            var outcome = await runner.PlayAsync(scene);
            (last, played) = (outcome.SetupRefusal ?? outcome.Answer, scene);
            if (outcome.Answer is { } answer && Decide(trial, scene, answer) is { } verdict)
            {
                return verdict;
            }
        }

        if (trial is { IsRefusal: true, IsDeclarative: true } && played is not null)
        {
            var alone = played with { TriggersOff = true, What = played.What + ", with triggers off" };
            if ((await runner.PlayAsync(alone)).Answer is { Accepted: false } answer && Decide(trial, alone, answer) is { } verdict)
            {
                return verdict;
            }
        }

        return Undecided(trial, played, last);
    }

    private static ProofVector? Decide(RuleTrial trial, Scene scene, ServerAnswer answer)
    {
        var attempt = new Attempt(trial.Subject, scene.What, trial.Source);
        if (!trial.IsRefusal)
        {
            return answer.Accepted || answer.ObjectName == trial.ObjectName ? attempt.ExpectAccepted(answer) : null;
        }

        if (answer.Accepted || answer.Refused(trial.SqlState!, trial.ObjectName))
        {
            return attempt.ExpectRefused(answer, trial.SqlState!, trial.ObjectName);
        }

        return trial.OtherSqlState is { } other && answer.Refused(other, trial.ObjectName) ? attempt.ExpectRefused(answer, other, trial.ObjectName) : null;
    }

    /// <summary>Every scene was answered by something else, or none could be made.</summary>
    private ProofVector Undecided(RuleTrial trial, Scene? scene, ServerAnswer? last)
    {
        var attempt = new Attempt(trial.Subject, scene?.What ?? trial.Side, trial.Source);
        var expected = trial.IsRefusal ? $"refused {trial.SqlState} {trial.ObjectName}" : "accepted";
        if (trial.IsRefusal && last is { SqlState: "23514", ObjectName: { } name } && (typeChecks.Contains(name) || typeChecks.Contains(trial.ObjectName!)))
        {
            return attempt.Held($"refused, already by {name}");
        }

        return last is null
            ? attempt.CouldNotVerify(expected, $"no row was found that shows {trial.Side}")
            : attempt.CouldNotVerify(expected, $"something else answers: {last.Explained}");
    }
}
