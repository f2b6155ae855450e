using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Recovery;

/// <summary>Numbered rows, each committed alone, whose presence tells how far a recovery went.</summary>
internal static class Canaries
{
    public static Task CreateAsync(ProofSession session) => session.RunAsync("CREATE TABLE public.canaries (n integer PRIMARY KEY, committed_at timestamptz NOT NULL DEFAULT clock_timestamp())");

    public static async Task AddAsync(ProofSession session, int from, int to)
    {
        for (var n = from; n <= to; n++)
        {
            await session.RunAsync($"INSERT INTO public.canaries (n) VALUES ({n})");
        }
    }

    /// <summary>A moment at which what was committed is committed and nothing else is.</summary>
    public static async Task<string> MomentAsync(ProofSession session)
    {
        await session.RunAsync("SELECT pg_sleep(0.01)");
        var moment = await session.AskAsync("SELECT clock_timestamp()::text");
        await session.RunAsync("SELECT pg_sleep(0.01)");
        return moment!;
    }

    public static async Task<string> SeenAsync(ProofSession session) => $"rows {await session.AskAsync("SELECT coalesce(min(n) || ' to ' || max(n), 'none') FROM public.canaries")}";
}
