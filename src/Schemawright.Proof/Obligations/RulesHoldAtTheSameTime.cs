using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Rules;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>
/// Rules over several rows hold when two people act at the same moment: neither sees the other's row yet, and still only one
/// of them gets the last place.
/// </summary>
internal sealed class RulesHoldAtTheSameTime : IObligation
{
    public string Claim => "when two sessions act at the same moment, only one gets the last place, the free time or the next version";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var staging = new Staging(bench.Compilation.Design, bench.Compilation.Schema, bench.Clock);
        var races = bench.Compilation.Design.Tables.SelectMany(table => Races.Of(table, staging)).ToArray();
        if (races.Length == 0)
        {
            return [];
        }

        var vectors = new List<ProofVector>();
        foreach (var race in races)
        {
            bench.Cancellation.ThrowIfCancellationRequested();
            vectors.Add(await RunAsync(bench, race));
            bench.Progress(vectors.Count, races.Length);
        }

        return [.. vectors];
    }

    /// <summary>What stands first has to be committed, so each race has a copy of its own.</summary>
    private static async Task<ProofVector> RunAsync(ProofBench bench, Race race)
    {
        var attempt = new Attempt(race.Subject, race.What, race.Source);
        var expected = $"one accepted, one refused {race.SqlState}";
        foreach (var scene in race.Scenes)
        {
            await using var first = await bench.OpenCopyAsync();
            await using var second = await ProofSession.OpenAsync(bench.Cluster, first.Database, bench.Cancellation, bench.Wholes);
            if (await StoreAsync(first, scene.First) is { } refusal)
            {
                return attempt.CouldNotVerify(expected, $"what must stand first is refused: {refusal.Explained}");
            }

            var (one, other) = await CollideAsync(first, second, scene);
            if (one.Accepted && (other.Accepted || other.SqlState == race.SqlState))
            {
                return attempt.Expect(expected, $"one accepted, {(other.Accepted ? "one accepted" : $"one refused {other.SqlState}")}");
            }
        }

        return attempt.CouldNotVerify(expected, "no two rows were found of which each alone is accepted");
    }

    private static async Task<ServerAnswer?> StoreAsync(ProofSession session, Scene scene)
    {
        var answer = await session.TryAllAsync(["BEGIN", "SET LOCAL session_replication_role = replica", .. scene.Setup, "COMMIT"]);
        return answer.Accepted ? null : answer;
    }

    /// <summary>Both act before either commits; where the second has to wait for the first, it waits.</summary>
    private static async Task<(ServerAnswer One, ServerAnswer Other)> CollideAsync(ProofSession first, ProofSession second, RaceScene scene)
    {
        await first.TryAllAsync(["BEGIN", .. SceneRunner.Settings(scene.First)]);
        await second.TryAllAsync(["BEGIN", .. SceneRunner.Settings(scene.First), "SET LOCAL lock_timeout = '20s'"]);
        await second.AskAsync("SELECT count(*)::text FROM pg_class"); // Both have begun before either acts.
        var one = await first.TryAsync(scene.First.Tried);
        var waiting = second.TryAsync(scene.Second);
        await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(60)));
        var committed = one.Accepted ? await first.TryAsync("COMMIT") : one;
        var other = await waiting;
        return (committed, other.Accepted ? await second.TryAsync("COMMIT") : other);
    }
}
