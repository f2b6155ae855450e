using Schemawright.Collections;
using Schemawright.Proof.Catalog;
using Schemawright.Proof.Plans;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Obligations;

/// <summary>At the size the documents declare, the plan of each index's own query names that index, or another that serves as well.</summary>
internal sealed class IndexesServeTheirQueries : IObligation
{
    public string Claim => "at the declared number of rows, spread as the documents declare and evenly where they say nothing, and under the tenant's policy, the planner answers the query an index was made for through an index, and through this one unless another serves as well; a month of a split table is read alone, and the declared times are kept as far as this machine tells";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var wanted = bench.Compilation.Schema.Tables.Where(table => bench.Focus.HasTable(table.Name.Name.Text))
            .SelectMany(table => table.Indexes.Concat(table.Served).Select(index => (Table: table, Index: index)))
            .Where(pair => bench.Focus.HasSubject(IndexPlan.SubjectOf(pair.Table, pair.Index)) && bench.Focus.HasSource(pair.Index.Origin.ToString())).ToArray();
        var split = bench.Compilation.Schema.Tables.Where(table => table.Partitioning is not null && bench.Focus.IsEverything).ToArray();
        if (wanted.Length + split.Length == 0)
        {
            return [];
        }

        await using var rows = bench.HoldsRows ? null : await SampleDatabase.MakeAsync(bench);
        var database = rows?.Name ?? bench.Applied;
        await using var session = await ProofSession.OpenAsync(bench.Cluster, database, bench.Cancellation, bench.Wholes);
        var wholes = await CatalogReader.ReadWholesAsync(session);
        var plans = new List<IndexPlan>();
        foreach (var (table, index) in wanted)
        {
            plans.AddRange(await IndexPlan.PrepareAsync(bench, session, table, index));
        }

        var spread = await SpreadTrial.TryAsync(bench, session);
        var times = bench.Focus.IsEverything ? await DeclaredLatency.TryAsync(bench, database, plans) : [];
        await new Projection(bench.Compilation.Schema, new(bench.Compilation.Schema, bench.Compilation.Design)).ApplyAsync(session, wanted.Select(pair => pair.Table.Name.Name.Text).Concat(split.Select(table => table.Name.Name.Text)).ToHashSet(StringComparer.Ordinal));
        return [.. spread, .. await ExplainAsync(bench, session, plans, wholes), .. await PrunedAsync(session, split), .. times];
    }

    private static async Task<List<ProofVector>> ExplainAsync(ProofBench bench, ProofSession session, List<IndexPlan> plans, IReadOnlyDictionary<string, string> wholes)
    {
        var vectors = new List<ProofVector>();
        foreach (var plan in plans)
        {
            bench.Cancellation.ThrowIfCancellationRequested();
            vectors.Add(await plan.TryAsync(session, wholes));
            bench.Progress(vectors.Count, plans.Count);
        }

        return vectors;
    }

    private static async Task<List<ProofVector>> PrunedAsync(ProofSession session, IEnumerable<Postgres.Model.PgTable> split)
    {
        var vectors = new List<ProofVector>();
        foreach (var table in split)
        {
            vectors.Add(await PartitionPlans.TryAsync(session, table));
        }

        return vectors;
    }
}
