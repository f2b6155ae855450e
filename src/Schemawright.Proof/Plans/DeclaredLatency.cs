using System.Diagnostics;
using System.Globalization;
using Schemawright.Collections;
using Schemawright.Domain;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Plans;

/// <summary>
/// The times the documents allow, beside those the stated queries take here: on a sample, by as many sessions at once as this machine bears.
/// A machine that is too slow refutes nothing.
/// </summary>
internal static class DeclaredLatency
{
    private const int MostSessions = 4;
    private const int Rounds = 5;
    private const int UsualPercentile = 95;

    public static async Task<Seq<ProofVector>> TryAsync(ProofBench bench, string database, IReadOnlyList<IndexPlan> plans)
    {
        var scale = bench.Compilation.Domain.Scale;
        var targets = scale.Where(figure => figure.Kind == ScaleKind.LatencyMilliseconds).GroupBy(figure => (figure.Value, figure.Percentile), (_, same) => same.Aggregate((one, other) => one with { Origin = one.Origin.And(other.Origin) })).ToArray();
        // Of an uneven spread the query that finds most rows is the slower of the two.
        var queries = plans.Where(plan => plan is { Query: not null, Like: null or { Most: true } }).ToArray();
        if (targets.Length == 0 || queries.Length == 0)
        {
            return [];
        }

        var users = (int)Math.Clamp(scale.Where(figure => figure.Kind == ScaleKind.ConcurrentUsers).Select(figure => figure.Value).DefaultIfEmpty(1).Max(), 1, MostSessions);
        var times = (await Task.WhenAll(Enumerable.Range(0, users).Select(_ => MeasureAsync(bench, database, queries)))).SelectMany(list => list).Order().ToArray();
        return [.. targets.Select(target => Judge(target, times, users))];
    }

    private static async Task<List<double>> MeasureAsync(ProofBench bench, string database, IndexPlan[] queries)
    {
        await using var session = await ProofSession.OpenAsync(bench.Cluster, database, bench.Cancellation, bench.Wholes);
        var times = new List<double>();
        foreach (var plan in Enumerable.Repeat(queries, Rounds).SelectMany(all => all))
        {
            bench.Cancellation.ThrowIfCancellationRequested();
            await session.TryAllAsync(["BEGIN", .. plan.Role is null ? Array.Empty<string>() : [SessionSettings.Set(SessionSettings.TenantName, plan.Tenant ?? ""), $"SET LOCAL ROLE {plan.Role}"]]);
            var watch = Stopwatch.StartNew();
            await session.TryAsync(plan.Query!);
            times.Add(watch.Elapsed.TotalMilliseconds);
            await session.TryAsync("ROLLBACK");
        }

        return times;
    }

    private static ProofVector Judge(ScaleFigure target, double[] times, int users)
    {
        var percentile = target.Percentile is > 0 and <= 100 ? target.Percentile.Value : UsualPercentile;
        var took = times[Math.Min(times.Length - 1, (int)(times.Length * percentile / 100.0))];
        var allowed = string.Create(CultureInfo.InvariantCulture, $"at most {target.Value:0.##} ms");
        var attempt = new Attempt("latency", $"run every query an index is made for, {users} at once, on a sample on this machine: p{percentile}", target.Origin.ToString());
        return took <= (double)target.Value ? attempt.Held(allowed) : attempt.CouldNotVerify(allowed, "more on this machine, which shows nothing of another");
    }
}
