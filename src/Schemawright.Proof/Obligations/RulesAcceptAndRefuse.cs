using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Rules;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>Every rule the database carries accepts what it must accept and refuses what it must refuse, and it is that rule which refuses.</summary>
internal sealed class RulesAcceptAndRefuse : IObligation
{
    private const int Workers = 2;

    private static readonly Seq<IRuleProbe> Probes =
    [
        new NotNullProbe(), new CheckProbe(), new TypeCheckProbe(), new UniqueProbe(), new ForeignKeyProbe(), new ExclusionProbe(),
        new TransitionProbe(), new RowRuleProbe(), new QuotaProbe(), new MinimumProbe(), new ImmutableProbe(), new DeleteGuardProbe(), new BalanceProbe(), new CycleProbe(), new NumberingProbe(), new DeletedAlongProbe(), new KeyProbe(),
    ];

    public string Claim => "every rule accepts the rows it must accept and refuses, by its own name, the rows it must refuse";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var tables = bench.Tables;
        var vectors = new Seq<ProofVector>[tables.Count];
        var next = -1;
        var workers = bench.IsDisposable ? 1 : Workers;
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync)));
        Seq<ProofVector> shown = [.. await DomainsAsync(bench), .. vectors.SelectMany(ofTable => ofTable)];
        return bench.Focus.IsEverything ? [.. shown, .. RulesWithoutRefusal.Of(bench.Compilation.Design, shown)] : shown;

        async Task WorkAsync()
        {
            await using var session = await bench.BorrowCopyAsync();
            var staging = new Staging(bench.Compilation.Design, bench.Compilation.Schema, bench.Clock);
            var relaxed = new Staging(bench.Compilation.Design, bench.Compilation.Schema, bench.Clock, isRelaxed: true);
            var run = new RuleTrialRun(new SceneRunner(session), new SetAside(bench.Compilation.Schema), TypeChecks(bench), Counting(bench), new Contradictions(bench.Compilation.Design));
            for (var index = Interlocked.Increment(ref next); index < tables.Count; index = Interlocked.Increment(ref next))
            {
                vectors[index] = await OfTableAsync(tables[index], staging, relaxed, run, bench);
                bench.Progress(Interlocked.Increment(ref done), tables.Count);
            }
        }
    }

    private static HashSet<string> Counting(ProofBench bench) =>
        bench.Compilation.Design.Tables.SelectMany(table => table.Quotas.Select(quota => quota.Name).Concat(table.Minimums.Select(minimum => minimum.Name)).Concat(table.Balances.Select(balance => balance.Name))).ToHashSet(StringComparer.Ordinal);

    private static async Task<Seq<ProofVector>> OfTableAsync(TableDesign table, Staging staging, Staging relaxed, RuleTrialRun run, ProofBench bench)
    {
        var tried = new List<(RuleTrial Trial, ProofVector Vector)>();
        foreach (var (probe, trial, place) in Probes.SelectMany(probe => probe.Trials(table, staging).Select((trial, place) => (probe, trial, place)))
            .Where(pair => bench.Focus.HasSubject(pair.trial.Subject) && bench.Focus.HasSource(pair.trial.Source)))
        {
            bench.Cancellation.ThrowIfCancellationRequested();
            tried.Add((trial, await run.TryAsync(trial, () => probe.Trials(table, relaxed).ElementAt(place), rule => probe.Trials(table, staging.Without(rule)).ElementAt(place))));
        }

        return [.. tried.Where(pair => IsTelling(pair, tried)).Select(pair => pair.Vector).Distinct()];
    }

    /// <summary>
    /// What could not be shown counts, unless the trial was an extra, or the same side of the same rule was shown another way
    /// (a new row cannot be in a later state, say).
    /// </summary>
    private static bool IsTelling((RuleTrial Trial, ProofVector Vector) pair, List<(RuleTrial Trial, ProofVector Vector)> tried) =>
        pair.Vector.Verdict != Verdict.CouldNotVerify
        || (!pair.Trial.Optional && !tried.Exists(other => other.Vector.Verdict == Verdict.Proved
            && other.Trial.Subject == pair.Trial.Subject && other.Trial.IsRefusal == pair.Trial.IsRefusal && other.Trial.Side == pair.Trial.Side));

    /// <summary>Constraints that come with a type: when one of them refuses a row first, the row is refused all the same.</summary>
    private static HashSet<string> TypeChecks(ProofBench bench)
    {
        var ruled = bench.Compilation.Design.Tables.SelectMany(table => table.Checks).Select(check => check.Name).ToHashSet(StringComparer.Ordinal);
        return bench.Compilation.Schema.Domains.SelectMany(domain => domain.Checks)
            .Concat(bench.Compilation.Schema.Tables.SelectMany(table => table.Checks))
            .Select(check => check.Name.Text).Where(name => !ruled.Contains(name)).ToHashSet(StringComparer.Ordinal);
    }

    private static async Task<Seq<ProofVector>> DomainsAsync(ProofBench bench)
    {
        await using var session = await bench.BorrowCopyAsync();
        var vectors = new List<ProofVector>();
        foreach (var domain in bench.Compilation.Schema.Domains.Where(domain => bench.Focus.IsEverything || bench.Focus.Subjects.Contains(domain.Name.ToString(), StringComparer.Ordinal)))
        {
            var subject = domain.Name.ToString();
            if (DomainSamples.Of(domain.Name.Name.Text) is not { } samples)
            {
                vectors.Add(new Attempt(subject, "good and bad values", "the model").CouldNotVerify("accepted and refused", "no samples are known for this domain"));
                continue;
            }

            foreach (var value in samples.Good)
            {
                vectors.Add(new Attempt(subject, $"take '{value}'", "the type's own rule").ExpectAccepted(await session.TryAsync($"SELECT {SqlLiteral.String(value)}::{subject}")));
            }

            foreach (var value in samples.Bad)
            {
                vectors.Add(new Attempt(subject, $"take '{value}'", "the type's own rule").ExpectRefused(await session.TryAsync($"SELECT {SqlLiteral.String(value)}::{subject}"), "23514"));
            }
        }

        return [.. vectors];
    }
}
