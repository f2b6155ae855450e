using Schemawright.Diagnostics;
using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Tests.Traps;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(TrapProduct))]

namespace Schemawright.Proof.Tests.Traps;

/// <summary>The product of the traps, compiled and deployed once with a few rows of two tenants; each test works on copies.</summary>
public sealed class TrapProduct : IAsyncDisposable
{
    public const string StudioA = "00000000-0000-7000-8000-00000000000a";
    public const string StudioB = "00000000-0000-7000-8000-00000000000b";
    public const string PotterA = "00000000-0000-7000-8000-0000000000a1";
    public const string OtherPotterA = "00000000-0000-7000-8000-0000000000a2";
    public const string PotterB = "00000000-0000-7000-8000-0000000000b1";
    public const string KilnA = "00000000-0000-7000-8000-0000000000a3";
    public const string GlazeA = "00000000-0000-7000-8000-0000000000a4";
    public const string GlazeB = "00000000-0000-7000-8000-0000000000b4";
    public const string OrderA = "00000000-0000-7000-8000-0000000000a5";
    public const string OrderB = "00000000-0000-7000-8000-0000000000b5";
    public const string SampleA = "00000000-0000-7000-8000-0000000000a6";

    private const string Deployed = "kilnbook";

    private const string Rows =
        $"""
        INSERT INTO app.studios (id, name, time_zone) VALUES ('{StudioA}', 'Anagama', 'Europe/Lisbon'), ('{StudioB}', 'Bizen', 'Asia/Tokyo');
        INSERT INTO app.potters (id, studio_id, email, phone, full_name, role, status) VALUES
            ('{PotterA}', '{StudioA}', 'a@b.co', '+442079460000', 'Ada', 'potter', 'active'),
            ('{OtherPotterA}', '{StudioA}', 'second.potter@example.org', NULL, 'Amos', 'manager', 'active'),
            ('{PotterB}', '{StudioB}', 'bea@example.org', NULL, 'Bea', 'potter', 'active');
        INSERT INTO app.kilns (id, studio_id, code) VALUES ('{KilnA}', '{StudioA}', 'K1');
        INSERT INTO app.glazes (id, studio_id, name) VALUES ('{GlazeA}', '{StudioA}', 'Celadon'), ('{GlazeB}', '{StudioB}', 'Shino');
        INSERT INTO app.samples (id, studio_id, glaze_id, label) VALUES ('{SampleA}', '{StudioA}', '{GlazeA}', 'tile 1');
        INSERT INTO app.orders (id, studio_id, potter_id, number, status, price, currency) VALUES
            ('{OrderA}', '{StudioA}', '{PotterA}', '1', 'draft', 100, 'EUR'), ('{OrderB}', '{StudioB}', '{PotterB}', '1', 'draft', 100, 'EUR');
        """;

    private static int _copies;

    private readonly SemaphoreSlim _once = new(1);
    private ThrowAwayCluster? _cluster;

    internal Compilation Compilation { get; } = Compiler.Compile([.. TrapDocuments.Kilnbook], "kilnbook", new Findings());

    /// <summary>The only file whose path ends so.</summary>
    internal string File(string end) => Compilation.Artifacts.Single(file => file.Path.EndsWith(end, StringComparison.Ordinal)).Text;

    internal async Task<ThrowAwayCluster> ClusterAsync()
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _cluster ??= await DeployAsync();
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>Where the trap's own form is shown to fail.</summary>
    internal Task<ProofSession> EmptyAsync() => CopyAsync(null);

    /// <summary>A superuser's session on a copy of the deployed product.</summary>
    internal Task<ProofSession> OursAsync() => CopyAsync(Deployed);

    /// <summary>The same as a role of the product, in the first tenant.</summary>
    internal async Task<ProofSession> OursAsAsync(string role, string tenant = StudioA, string user = PotterA)
    {
        var session = await OursAsync();
        await session.ActAsync(role, tenant, user);
        return session;
    }

    /// <summary>Another session on the same copy.</summary>
    internal async Task<ProofSession> BesideAsync(ProofSession session) =>
        await ProofSession.OpenAsync(await ClusterAsync(), session.Database, TestContext.Current.CancellationToken);

    private async Task<ProofSession> CopyAsync(string? template)
    {
        var cluster = await ClusterAsync();
        var name = $"trap_{Interlocked.Increment(ref _copies)}";
        await _once.WaitAsync(TestContext.Current.CancellationToken); // Nobody may be connected to a template that is being copied, and one copy counts.
        try
        {
            await cluster.CreateDatabaseAsync(name, template, TestContext.Current.CancellationToken);
        }
        finally
        {
            _once.Release();
        }

        return await ProofSession.OpenAsync(cluster, name, TestContext.Current.CancellationToken);
    }

    private async Task<ThrowAwayCluster> DeployAsync()
    {
        var cluster = await ThrowAwayCluster.StartAsync(null, TestContext.Current.CancellationToken);
        await cluster.CreateDatabaseAsync(Deployed, null, TestContext.Current.CancellationToken);
        await using var session = await ProofSession.OpenAsync(cluster, Deployed, TestContext.Current.CancellationToken);
        foreach (var file in Prover.MigrationsOf(Compilation))
        {
            (await ScriptRunner.RunAsync(session, file.Path, file.Text)).Where(outcome => !outcome.Answer.Accepted).Select(outcome => $"{outcome.Statement.Place}: {outcome.Answer.Explained}").ShouldBeEmpty();
        }

        foreach (var statement in SqlSplitter.Split("rows", Rows))
        {
            await session.RunAsync(statement.Sql);
        }

        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        _once.Dispose();
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }
}
