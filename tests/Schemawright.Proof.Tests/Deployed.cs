using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;
using Schemawright.Rendering;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>Database files run on a throw-away server of their own, and a superuser's session on them.</summary>
internal sealed class Deployed : IAsyncDisposable
{
    private Deployed(ThrowAwayCluster cluster, ProofSession session)
    {
        Cluster = cluster;
        Session = session;
    }

    public ThrowAwayCluster Cluster { get; }

    public ProofSession Session { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<Deployed> OfAsync(Compilation compilation) => OfAsync(Prover.MigrationsOf(compilation));

    public static async Task<Deployed> OfAsync(IEnumerable<Artifact> files)
    {
        var cluster = await ThrowAwayCluster.StartAsync(null, Cancellation);
        var deployed = new Deployed(cluster, await ProofSession.OpenAsync(cluster, "postgres", Cancellation));
        foreach (var file in files)
        {
            await deployed.RunAsync(file);
        }

        return deployed;
    }

    public async Task RunAsync(Artifact file) =>
        (await ScriptRunner.RunAsync(Session, file.Path, file.Text)).Where(outcome => !outcome.Answer.Accepted).Select(outcome => $"{outcome.Statement.Place} {outcome.Answer.Explained}").ShouldBeEmpty();

    /// <summary>Every promise of the product holds on this server.</summary>
    public async Task ProveAsync(Compilation compilation)
    {
        var report = await Prover.ProveAsync(Cluster, compilation, new ProofOptions(), new Progress<ProofEvent>(), "", Cancellation);
        report.Obligations.SelectMany(obligation => obligation.Vectors).Where(vector => vector.Verdict is Verdict.Refuted or Verdict.CouldNotVerify).Select(vector => $"{vector.Subject}: {vector.Attempt}: {vector.Answer}").ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        await Cluster.DisposeAsync();
    }
}
