using Schemawright.Postgres.Sql;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Vectors;

/// <summary>What came of a scene: the set-up's refusal, or the answer to what was tried.</summary>
/// <param name="Seen">What the scene's question found; null when it has none, or nothing was accepted.</param>
internal sealed record SceneOutcome(ServerAnswer? SetupRefusal, ServerAnswer? Answer, string? Seen = null);

/// <summary>Plays scenes on a session; each leaves nothing behind.</summary>
internal sealed class SceneRunner(ProofSession session)
{
    private const string Quiet = "SET LOCAL session_replication_role = replica";
    private const string Live = "SET LOCAL session_replication_role = origin";

    public Task<SceneOutcome> PlayAsync(Scene scene) => session.RolledBackAsync(async () =>
    {
        if (await PrepareAsync(scene) is { } refusal)
        {
            return new SceneOutcome(refusal, null);
        }

        var answer = await session.TryAsync(scene.Tried);
        var final = answer.Accepted && scene.AtCommit ? await session.TryAsync("SET CONSTRAINTS ALL IMMEDIATE") : answer;
        return new SceneOutcome(null, final, final.Accepted && scene.Then is { } then ? await session.AskAsync(then.Query) ?? "no row" : null);
    });

    /// <summary>Stores what must stand first, inside the caller's transaction; the answer is a refusal, or null.</summary>
    public Task<ServerAnswer?> PrepareAsync(Scene scene) => scene.LiveSetup ? PrepareOneByOneAsync(scene) : PrepareTogetherAsync(scene);

    /// <summary>All at once with triggers off; when a row needs what a trigger fills in, one by one.</summary>
    private async Task<ServerAnswer?> PrepareTogetherAsync(Scene scene)
    {
        var together = await session.TryAllAsync([.. scene.Aside, .. Settings(scene), Quiet, .. scene.Setup, Live]);
        if (together.Accepted)
        {
            return null;
        }

        await session.RunAsync("ROLLBACK");
        await session.RunAsync("BEGIN");
        return await PrepareOneByOneAsync(scene);
    }

    private async Task<ServerAnswer?> PrepareOneByOneAsync(Scene scene)
    {
        if (await session.TryAllAsync([.. scene.Aside, .. Settings(scene)]) is { Accepted: false } refused)
        {
            return refused;
        }

        foreach (var statement in scene.Setup)
        {
            await session.RunAsync("SAVEPOINT setup");
            var live = await session.TryAsync(statement);
            if (live.Accepted)
            {
                continue;
            }

            await session.TryAllAsync(["ROLLBACK TO SAVEPOINT setup", Quiet]);
            var quiet = await session.TryAsync(statement);
            if (!quiet.Accepted)
            {
                return live;
            }

            await session.RunAsync(Live);
        }

        return null;
    }

    public static IEnumerable<string> Settings(Scene scene) => SessionSettings.For(scene.Tenant, "prover");
}
