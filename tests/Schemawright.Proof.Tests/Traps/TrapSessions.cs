using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;
using Shouldly;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>What the traps say of a session: this is accepted, this is refused and by what.</summary>
internal static class TrapSessions
{
    public static async Task ActAsync(this ProofSession session, string role, string tenant = TrapProduct.StudioA, string user = TrapProduct.PotterA)
    {
        await session.RunAsync($"SET ROLE kilnbook_{role}");
        await session.RunAsync($"SET app.tenant_id = '{tenant}'");
        await session.RunAsync($"SET app.user_id = '{user}'");
    }

    /// <summary>Each statement works.</summary>
    public static async Task AcceptsAsync(this ProofSession session, string sql)
    {
        foreach (var statement in SqlSplitter.Split("trap", sql))
        {
            var answer = await session.TryAsync(statement.Sql);
            answer.Accepted.ShouldBeTrue($"{statement.Sql}: {answer.Explained}");
        }
    }

    /// <summary>The statement does not work, for this reason.</summary>
    public static async Task RefusesAsync(this ProofSession session, string sql, string sqlState, string? name = null)
    {
        var answer = await session.TryAsync(sql);
        answer.Refused(sqlState, name).ShouldBeTrue($"expected {sqlState} {name}: {sql}: {answer.Explained}");
    }

    /// <summary>The first value of the first row.</summary>
    public static async Task AnswersAsync(this ProofSession session, string sql, string? value) => (await session.AskAsync(sql)).ShouldBe(value, sql);

    /// <summary>The first column.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(this ProofSession session, string sql) =>
        [.. (await session.QueryAsync(sql)).Select(row => row[0] ?? "")];
}
