using Schemawright.Proof.Obligations;
using Schemawright.Proof.Servers;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>A database of somebody's own, here one on a second throw-away server.</summary>
public class DeploymentTests(SampleProduct product) : IClassFixture<SampleProduct>
{
    [Fact]
    public async Task A_deployment_like_the_model_shows_no_drift_and_is_not_changed()
    {
        var report = await CompareAsync("CREATE SCHEMA neighbours; CREATE TABLE neighbours.others (id integer); CREATE ROLE somebody_else");
        report.Obligations.Single().Vectors.Where(vector => vector.Verdict != Verdict.Proved).Select(vector => $"{vector.Subject}: {vector.Answer}").ShouldBeEmpty();
        report.Holds.ShouldBeTrue();
        report.Server.ShouldContain("database deployed on");
    }

    [Theory]
    [InlineData("ALTER TABLE app.pets DROP CONSTRAINT pets_owner_id_fkey", "constraints app.pets.pets_owner_id_fkey")]
    [InlineData("DROP INDEX app.pets_owner_id_idx", "indexes app.pets_owner_id_idx")]
    [InlineData("ALTER TABLE app.pets ADD COLUMN nickname text", "columns app.pets.nickname")]
    [InlineData("GRANT DELETE ON app.invoices TO paw_ledger_clerk", "grants relation app.invoices to paw_ledger_clerk")]
    [InlineData("ALTER TABLE app.rooms NO FORCE ROW LEVEL SECURITY", "tables app.rooms")]
    public async Task What_was_changed_by_hand_is_named(string change, string subject)
    {
        var report = await CompareAsync(change);
        report.Obligations.Single().Vectors.Where(vector => vector.Verdict == Verdict.Refuted).Select(vector => vector.Subject).ShouldContain(subject);
    }

    [Fact]
    public async Task A_session_on_a_deployment_cannot_write()
    {
        await using var cluster = await ThrowAwayCluster.StartAsync(null, TestContext.Current.CancellationToken);
        await using var session = await ProofSession.OpenReadOnlyAsync(cluster.ConnectionTo("postgres"), TestContext.Current.CancellationToken);
        (await session.TryAsync("CREATE TABLE t (id integer)")).SqlState.ShouldBe("25006");
    }

    [Fact]
    public async Task A_database_nobody_can_reach_could_not_be_verified()
    {
        var report = await Deployment.CompareAsync(product.Compilation, "postgresql://nobody:secret@127.0.0.1:1/none", null, new Progress<ProofEvent>(), TestContext.Current.CancellationToken);
        report.Obligations.Single().Verdict.ShouldBe(Verdict.CouldNotVerify);
        report.ToString().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("postgresql://ann:p%40ss@db.example.org:6000/shop?sslmode=require", "Host=db.example.org;Database=shop;Port=6000;Username=ann;Password=p@ss;SSL Mode=Require")]
    [InlineData("Host=/run/x;Username=ann", "Host=/run/x;Username=ann")]
    public void A_connection_is_written_in_either_way(string words, string expected) => ConnectionWords.Of(words).ShouldBe(expected);

    [Theory]
    [InlineData("somewhere")]
    [InlineData("postgresql://host/shop?colour=red")]
    public void What_is_no_connection_is_said_to_be_none(string words) => Should.Throw<FormatException>(() => ConnectionWords.Of(words));

    /// <summary>Deploys the migrations, changes something by hand, and compares.</summary>
    private async Task<ProofReport> CompareAsync(string change)
    {
        await using var cluster = await ThrowAwayCluster.StartAsync(null, TestContext.Current.CancellationToken);
        await cluster.CreateDatabaseAsync("deployed", template: null, TestContext.Current.CancellationToken);
        await using (var session = await ProofSession.OpenAsync(cluster, "deployed", TestContext.Current.CancellationToken))
        {
            foreach (var file in product.Compilation.Artifacts.Where(file => file.Path.StartsWith("db/migrations/", StringComparison.Ordinal) && file.Path.EndsWith(".sql", StringComparison.Ordinal)).OrderBy(file => file.Path, StringComparer.Ordinal))
            {
                (await Scripts.ScriptRunner.RunAsync(session, file.Path, file.Text)).ShouldAllBe(outcome => outcome.Answer.Accepted);
            }

            foreach (var statement in Scripts.SqlSplitter.Split("change", change))
            {
                await session.RunAsync(statement.Sql);
            }
        }

        return await Deployment.CompareAsync(product.Compilation, cluster.ConnectionTo("deployed"), null, new Progress<ProofEvent>(), TestContext.Current.CancellationToken);
    }
}
