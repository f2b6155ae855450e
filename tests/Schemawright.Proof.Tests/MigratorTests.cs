using Schemawright.Diagnostics;
using Schemawright.Proof.Catalog;
using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Tests.Traps;
using Schemawright.Rendering;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>Whoever migrates is no superuser: the owner of the database, who may make roles, goes every step forward, back and forward again.</summary>
public sealed class MigratorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_migration_is_taken_back_and_made_again_by_one_who_is_no_superuser()
    {
        var compilation = Compiler.Compile([.. TrapDocuments.Kilnbook], "kilnbook", new Findings());
        compilation.Schema.Reporter.ShouldNotBeNull();
        compilation.Schema.Searches.ShouldNotBeEmpty();
        await using var cluster = await ThrowAwayCluster.StartAsync(null, Cancellation);
        await cluster.CreateDatabaseAsync("moved", null, Cancellation);
        await using var session = await ProofSession.OpenAsync(cluster, "moved", Cancellation);
        // Only a superuser makes a role that passes row security.
        await session.AcceptsAsync($"CREATE ROLE {compilation.Schema.Reporter.Name} NOLOGIN BYPASSRLS; CREATE ROLE migrating LOGIN CREATEROLE; ALTER DATABASE moved OWNER TO migrating; SET SESSION AUTHORIZATION migrating");
        var files = DatabaseFiles.Render(compilation.Design, compilation.Schema, "golang-migrate").Where(file => file.Path.EndsWith(".sql", StringComparison.Ordinal) && file.Path.StartsWith("db/migrations/", StringComparison.Ordinal)).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var stands = new Stack<IReadOnlyList<string>>([await ObjectsAsync(session)]);
        foreach (var up in files.Where(file => file.Path.EndsWith(".up.sql", StringComparison.Ordinal)))
        {
            var down = files.Single(file => file.Path == up.Path.Replace(".up.sql", ".down.sql", StringComparison.Ordinal));
            await RunAsync(session, up);
            var made = await ObjectsAsync(session);
            await RunAsync(session, down);
            (await ObjectsAsync(session)).ShouldBe(stands.Peek(), down.Path);
            await RunAsync(session, up);
            (await ObjectsAsync(session)).ShouldBe(made, up.Path);
            stands.Push(made);
        }

        (await session.AskAsync($"SELECT pg_has_role('migrating', '{compilation.Schema.Reporter.Name}', 'MEMBER')::text")).ShouldBe("false");
        foreach (var down in files.Where(file => file.Path.EndsWith(".down.sql", StringComparison.Ordinal)).Reverse())
        {
            stands.Pop();
            await RunAsync(session, down);
            (await ObjectsAsync(session)).ShouldBe(stands.Peek(), down.Path);
        }
    }

    private static async Task RunAsync(ProofSession session, Artifact file) =>
        (await ScriptRunner.RunAsync(session, file.Path, file.Text)).Where(outcome => !outcome.Answer.Accepted).Select(outcome => $"{outcome.Statement.Place} {outcome.Answer.Explained} {outcome.Statement.Sql}").ShouldBeEmpty();

    /// <summary>Roles and extensions belong to the server.</summary>
    private static async Task<IReadOnlyList<string>> ObjectsAsync(ProofSession session) =>
        [.. (await CatalogReader.ReadAsync(session)).Where(found => found.Kind is not ("roles" or "extensions")).Select(found => found.ToString())];
}
