using Schemawright.Proof.Obligations;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>Plays a trial's scenes until one of them decides.</summary>
/// <param name="counting">Rules that count or add up rows: one of them may refuse what another must accept.</param>
/// <param name="typeChecks">Constraints that come with a type: when one of them refuses a row first, the row is refused all the same.</param>
internal sealed class RuleTrialRun(SceneRunner runner, SetAside setAside, IReadOnlySet<string> typeChecks, IReadOnlySet<string> counting, Contradictions contradictions)
{
    private const int MostAside = 8;
    private const int MostRelaxed = 3;

    /// <param name="relaxed">The same trial with rows that may break other rules as well.</param>
    /// <param name="without">The same trial as if a rule were not there.</param>
    public async Task<ProofVector> TryAsync(RuleTrial trial, Func<RuleTrial> relaxed, Func<string, RuleTrial> without)
    {
        ServerAnswer? last = null;
        Scene? played = null;
        foreach (var scene in trial.Scenes)
        {
            var outcome = await runner.PlayAsync(scene);
            (last, played) = (outcome.SetupRefusal ?? outcome.Answer, scene);
            if (Decide(trial, scene, outcome) is { } verdict)
            {
                return verdict;
            }
        }

        if (!trial.IsRefusal && played is not null && last is not null)
        {
            return await BesideOthersAsync(trial, played, last) ?? Undecided(trial, played, last);
        }

        return trial is { IsRefusal: true } and ({ Optional: false } or { Insists: true }) && await AloneAsync(trial, played, relaxed) is { } alone ? alone
            : trial is { IsRefusal: false, Optional: false } && contradictions.Of(trial, without) is { } reason ? new Attempt(trial.Subject, trial.Side, trial.Source).CouldNotVerify("accepted", reason)
            : Undecided(trial, played, last);
    }

    /// <summary>
    /// Other rules refuse what this one must accept. Rows that hold another in place may step aside; two rules that count, of which
    /// no rows obey both, may contradict each other, and that is not hidden.
    /// </summary>
    private async Task<ProofVector?> BesideOthersAsync(RuleTrial trial, Scene played, ServerAnswer last)
    {
        if (trial.Insists)
        {
            return await WithoutOthersAsync(trial, played);
        }

        return trial is { Optional: false } && last.ObjectName is { } other && counting.Contains(other) && other != trial.ObjectName && await WithoutOthersAsync(trial, played, counting.Contains) is { Verdict: Verdict.Proved } accepted
            ? accepted with { Verdict = Verdict.CouldNotVerify, Answer = $"accepted only {accepted.Attempt[(played.What.Length + 2)..]}: no rows were found that obey both, so {contradictions.Between(trial.Source, other)}" }
            : null;
    }

    /// <summary>Other rules answer first: they are set aside one after the other until this one answers.</summary>
    private async Task<ProofVector?> AloneAsync(RuleTrial trial, Scene? played, Func<RuleTrial> relaxed)
    {
        foreach (var scene in played is null ? relaxed().Scenes.Take(MostRelaxed) : relaxed().Scenes.Take(MostRelaxed).Prepend(played))
        {
            if (await WithoutOthersAsync(trial, scene) is { } verdict)
            {
                return verdict;
            }
        }

        return null;
    }

    /// <param name="mayStepAside">Which rules may; null for all.</param>
    private async Task<ProofVector?> WithoutOthersAsync(RuleTrial trial, Scene scene, Func<string, bool>? mayStepAside = null)
    {
        var names = new List<string>();
        while (names.Count <= MostAside)
        {
            var outcome = await runner.PlayAsync(scene);
            var words = names.Count == 0 ? scene : scene with { What = $"{scene.What}, with {string.Join(", ", names)} set aside" };
            if (Decide(trial, words, outcome) is { } verdict)
            {
                return verdict;
            }

            var refusal = outcome.SetupRefusal ?? outcome.Answer!;
            if (mayStepAside?.Invoke(refusal.ObjectName ?? "") == false || setAside.Statement(refusal) is not { } statement || scene.Aside.Contains(statement, StringComparer.Ordinal))
            {
                return refusal is { SqlState: "23514", ObjectName: { } name } && (typeChecks.Contains(name) || typeChecks.Contains(trial.ObjectName!))
                    ? new Attempt(trial.Subject, words.What, trial.Source).Held($"refused, already by {name}")
                    : null;
            }

            names.Add(refusal.ObjectName!);
            scene = scene with { Aside = [.. scene.Aside, statement] };
        }

        return null;
    }

    private static ProofVector? Decide(RuleTrial trial, Scene scene, SceneOutcome outcome)
    {
        if (outcome.Answer is not { } answer)
        {
            return null;
        }

        var attempt = new Attempt(trial.Subject, scene.What, trial.Source);
        if (!trial.IsRefusal)
        {
            return outcome.Seen is { } seen ? attempt.Expect(scene.Then!.Expected, seen)
                : answer.Accepted || answer.ObjectName == trial.ObjectName ? attempt.ExpectAccepted(answer)
                : null;
        }

        if (answer.Accepted || answer.Refused(trial.SqlState!, trial.ObjectName))
        {
            return attempt.ExpectRefused(answer, trial.SqlState!, trial.ObjectName);
        }

        return trial.OtherSqlState is { } other && answer.SqlState == other && (answer.ObjectName is null || answer.ObjectName == trial.ObjectName)
            ? attempt.ExpectRefused(answer, other)
            : null;
    }

    /// <summary>Every scene was answered by something else, or none could be made.</summary>
    private static ProofVector Undecided(RuleTrial trial, Scene? scene, ServerAnswer? last)
    {
        var attempt = new Attempt(trial.Subject, scene?.What ?? trial.Side, trial.Source);
        var expected = trial.IsRefusal ? $"refused {trial.SqlState} {trial.ObjectName}" : "accepted";
        return last is null
            ? attempt.CouldNotVerify(expected, $"no row was found that shows {trial.Side}")
            : attempt.CouldNotVerify(expected, $"something else answers: {last.Explained}");
    }
}
