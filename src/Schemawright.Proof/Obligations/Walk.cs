using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>What an obligation holds while it walks the tables on one copy of the database.</summary>
internal sealed record Walk(ProofBench Bench, ProofSession Session, SceneRunner Runner, Staging Staging)
{
    public static async Task<Walk> StartAsync(ProofBench bench) => On(bench, await bench.BorrowCopyAsync());

    public static Walk On(ProofBench bench, ProofSession session)
    {
        return new(bench, session, new SceneRunner(session), new Staging(bench.Compilation.Design, bench.Compilation.Schema, bench.Clock));
    }

    /// <summary>Tries something on each table, each inside a transaction that is taken back.</summary>
    public async Task<Seq<ProofVector>> EachAsync(IReadOnlyList<TableDesign> tables, Func<TableDesign, Task<IEnumerable<ProofVector>>> attempt)
    {
        var vectors = new List<ProofVector>();
        for (var index = 0; index < tables.Count; index++)
        {
            Bench.Cancellation.ThrowIfCancellationRequested();
            vectors.AddRange(await attempt(tables[index]));
            Bench.Progress(index + 1, tables.Count);
        }

        return [.. vectors];
    }

    /// <summary>Plays the scenes until one is accepted, and then looks around inside its transaction.</summary>
    public async Task<(ServerAnswer? Last, T? Seen)> FirstAcceptedAsync<TScene, T>(
        IEnumerable<TScene> scenes, Func<TScene, Scene> sceneOf, Func<TScene, Task<T>> look, string? role = null)
        where T : class
    {
        ServerAnswer? last = null;
        foreach (var item in scenes)
        {
            var (answer, seen) = await Session.RolledBackAsync(() => PlayAsync(item, sceneOf(item), look, role));
            last = answer;
            if (seen is not null)
            {
                return (last, seen);
            }
        }

        return (last, null);
    }

    private async Task<(ServerAnswer Answer, T? Seen)> PlayAsync<TScene, T>(TScene item, Scene scene, Func<TScene, Task<T>> look, string? role)
        where T : class
    {
        if (await Runner.PrepareAsync(scene) is { } refusal)
        {
            return (refusal, null);
        }

        if (role is not null)
        {
            await Session.RunAsync($"SET LOCAL ROLE {role}");
        }

        var answer = await Session.TryAsync(scene.Tried);
        return (answer, answer.Accepted ? await look(item) : null);
    }
}
