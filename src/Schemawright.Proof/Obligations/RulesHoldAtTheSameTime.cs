using Schemawright.Collections;
using Schemawright.Proof.Rules;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>
/// Rules over several rows hold when two people act at the same moment: neither sees the other's row yet, and still only one
/// of them gets the last place.
/// </summary>
internal sealed class RulesHoldAtTheSameTime : IObligation
{
    public string Claim => "when two sessions act at the same moment, only one gets the last place, the free time, the key, the next state or the next version, and no reference leads nowhere";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var staging = new Staging(bench.Compilation.Design, bench.Compilation.Schema, bench.Clock);
        var races = bench.Tables.SelectMany(table => Races.Of(table, staging)).Where(race => bench.Focus.HasSubject(race.Subject) && bench.Focus.HasSource(race.Source)).ToArray();
        if (races.Length == 0)
        {
            return [];
        }

        var vectors = new List<ProofVector>();
        await using var track = await RaceTrack.OpenAsync(bench);
        foreach (var race in races)
        {
            bench.Cancellation.ThrowIfCancellationRequested();
            if (await RunAsync(track, race) is var vector && !(race.Optional && vector.Verdict == Verdict.CouldNotVerify))
            {
                vectors.Add(vector);
            }

            bench.Progress(Array.IndexOf(races, race) + 1, races.Length);
        }

        return [.. vectors];
    }

    private static async Task<ProofVector> RunAsync(RaceTrack track, Race race)
    {
        var attempt = new Attempt(race.Subject, race.What, race.Source);
        var expected = $"one accepted, one refused {race.SqlState[0]}";
        var open = "no two rows were found of which each alone is accepted";
        string? held = null;
        foreach (var scene in race.Scenes)
        {
            if (await track.StoreAsync(scene.First) is { } refusal)
            {
                // Another scene may stand on rows that the server takes.
                open = $"what must stand first is refused: {refusal.Explained}";
                continue;
            }

            var (one, other) = await track.CollideAsync(scene, race.AtCommit);
            await track.ClearAsync(scene);
            if (one.Accepted && (other.Accepted || race.SqlState.Contains(other.SqlState!, StringComparer.Ordinal)))
            {
                return other.Accepted ? attempt.Broken(expected, "one accepted, one accepted") : attempt.Held($"one accepted, one refused {other.SqlState}");
            }

            held = one.ObjectName is { } name && race.HeldBy.Contains(name, StringComparer.Ordinal) ? name : held;
        }

        if (held is not null)
        {
            return new(race.Subject, race.What, expected, $"each of them alone is refused already by {held}", Verdict.NotApplicable, race.Source);
        }

        return attempt.CouldNotVerify(expected, open);
    }
}
