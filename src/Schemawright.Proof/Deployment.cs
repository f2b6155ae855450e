using System.Globalization;
using Npgsql;
using Schemawright.Collections;
using Schemawright.Proof.Catalog;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof;

/// <summary>Somebody's own database, which is compared with the model and never written to.</summary>
public static class Deployment
{
    private const string Name = nameof(NoDrift);
    private const string Claim = "the database holds the objects of the model, each with the model's definition, and nothing else beside them";

    /// <param name="connection">As a URI or as keys and values.</param>
    /// <exception cref="FormatException">The connection cannot be understood.</exception>
    /// <exception cref="ServerUnavailableException">No throw-away server could be had to build the model on.</exception>
    public static async Task<ProofReport> CompareAsync(Compilation compilation, string connection, string? pgBin, IProgress<ProofEvent> progress, CancellationToken cancellation)
    {
        progress.Report(new(Name, "reading the database", 0, 0));
        var (words, found, major, failure) = await ReadAsync(connection, cancellation);
        if (failure is not null)
        {
            return new(compilation.Domain.AppName, words, [new(Name, Claim, Verdict.CouldNotVerify, failure, [])]);
        }

        progress.Report(new(Name, "building the model on a throw-away PostgreSQL", 0, 0));
        await using var cluster = await ThrowAwayCluster.StartAsync(pgBin, cancellation);
        var bench = new ProofBench(compilation, cluster, "template0", [], found, new Dictionary<string, string>(StringComparer.Ordinal), new(default), (_, _) => { }, cancellation);
        var (modelled, refusals) = await NoDrift.BuildFromModelAsync(bench);
        var homes = compilation.Schema.Schemas.Select(schema => schema.ToString()).ToHashSet(StringComparer.Ordinal);
        var roles = compilation.Schema.Roles.Select(role => role.Name.ToString()).ToHashSet(StringComparer.Ordinal);
        Seq<ProofVector> vectors = [.. refusals, .. new CatalogComparison(compilation.Schema, modelled, found).Vectors(known => IsOurs(known, homes, roles))];
        return new(compilation.Domain.AppName, words, [ObligationRun.Sum(Name, Claim, major == cluster.MajorVersion ? vectors : [.. vectors.Select(vector => Doubted(vector, cluster.Version))])]);
    }

    /// <summary>A server also holds other people's objects: those outside the model's schemas are none of ours.</summary>
    private static bool IsOurs(CatalogObject known, HashSet<string> homes, HashSet<string> roles) => known.Kind switch
    {
        "roles" => roles.Contains(known.Name),
        "extensions" or "settings" => false,
        _ => known.Name.Split(' ', '.', '(').Any(homes.Contains),
    };

    /// <summary>Another major version prints some definitions otherwise, so that a difference shows nothing.</summary>
    private static ProofVector Doubted(ProofVector vector, string version) => vector is { Verdict: Verdict.Refuted } && vector.Answer != "missing"
        ? vector with { Verdict = Verdict.CouldNotVerify, Answer = $"{vector.Answer} (the model was built on {version}, which may print it otherwise)" }
        : vector;

    private static async Task<(string Words, Seq<CatalogObject> Found, int Major, string? Failure)> ReadAsync(string connection, CancellationToken cancellation)
    {
        var known = new NpgsqlConnectionStringBuilder(ConnectionWords.Of(connection));
        var place = $"{known.Database} on {known.Host}";
        try
        {
            await using var session = await ProofSession.OpenReadOnlyAsync(connection, cancellation);
            var version = (await session.AskAsync("SELECT current_setting('server_version')"))!.Split(' ')[0];
            var major = int.Parse((await session.AskAsync("SELECT current_setting('server_version_num')"))!, CultureInfo.InvariantCulture) / 10000;
            return ($"PostgreSQL {version}, database {place}", await CatalogReader.ReadAsync(session), major, null);
        }
        catch (Exception error) when (error is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException)
        {
            return ($"database {place}", [], 0, $"the database cannot be read: {error.Message}");
        }
    }
}
