using Schemawright.Collections;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Plans;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Mutation;

/// <summary>Builds each defect into a copy of the sound database and looks whether a vector notices.</summary>
/// <param name="sound">What the sound database answered: a vector that failed already cannot notice anything.</param>
internal sealed class MutationRun(ProofBench bench, Seq<ObligationResult> sound)
{
    private const string Name = "mutants";

    private readonly HashSet<(string, string)> _failing = [.. sound.SelectMany(result => result.Vectors).Where(vector => vector.Verdict != Verdict.Proved).Select(vector => (vector.Subject, vector.Attempt))];
    private readonly SurvivorReasons _reasons = new(bench.Compilation.Schema, bench.Compilation.Design, bench.Clock, sound);

    public async Task<MutationReport> RunAsync(IProgress<ProofEvent> progress)
    {
        var mutants = MutantList.Of(bench.Compilation).Where(mutant => bench.Focus.IsEverything || mutant.Looks.Any(look => look.Focus.Tables.Any(bench.Focus.HasTable))).ToArray();
        await using var rows = await SampleDatabase.MakeAsync(bench);
        var results = new MutantResult[mutants.Length];
        var done = 0;
        progress.Report(new(Name, "building in one defect at a time", 0, mutants.Length));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, 6), CancellationToken = bench.Cancellation };
        await Parallel.ForAsync(0, mutants.Length, parallel, async (index, _) =>
        {
            results[index] = await OfAsync(mutants[index], mutants[index].NeedsRows ? rows.Name : bench.Applied);
            progress.Report(new(Name, $"{mutants[index].Subject} {mutants[index].What}", Interlocked.Increment(ref done), mutants.Length));
        });
        return new([.. results]);
    }

    private async Task<MutantResult> OfAsync(Mutant mutant, string template)
    {
        var name = ProofBench.NextName();
        await bench.Cluster.CreateDatabaseAsync(name, template, bench.Cancellation);
        try
        {
            return await BuildAsync(mutant, name) is { } refusal
                ? new(mutant.Kind, mutant.Subject, mutant.What, MutantFate.NotMade, refusal)
                : await LookAsync(mutant, bench with { Applied = name, IsDisposable = true, HoldsRows = mutant.NeedsRows, Progress = (_, _) => { } });
        }
        finally
        {
            await bench.Cluster.DropDatabaseAsync(name, CancellationToken.None);
        }
    }

    /// <summary>The server's refusal, or null.</summary>
    private async Task<string?> BuildAsync(Mutant mutant, string database)
    {
        if (mutant.Sql.Value.Count == 0)
        {
            return "the change of the rule changes nothing in the database";
        }

        await using var session = await ProofSession.OpenAsync(bench.Cluster, database, bench.Cancellation);
        foreach (var statement in mutant.Sql.Value)
        {
            if (await session.TryAsync(statement) is { Accepted: false } answer)
            {
                return answer.Explained;
            }
        }

        return null;
    }

    private async Task<MutantResult> LookAsync(Mutant mutant, ProofBench broken)
    {
        Seq<ProofVector> first = [];
        foreach (var look in mutant.Looks)
        {
            var vectors = await look.Obligation.TryAsync(broken with { Focus = look.Focus });
            if (vectors.FirstOrDefault(vector => vector.Verdict == Verdict.Refuted && !_failing.Contains((vector.Subject, vector.Attempt))) is { } telling)
            {
                return new(mutant.Kind, mutant.Subject, mutant.What, MutantFate.Noticed, $"{ObligationList.NameOf(look.Obligation)}: {telling.Subject}: {telling.Attempt}; expected {telling.Expected}; {telling.Answer}");
            }

            first = first.Count == 0 ? vectors : first;
        }

        return new(mutant.Kind, mutant.Subject, mutant.What, MutantFate.Survived, _reasons.Of(mutant, first));
    }
}
