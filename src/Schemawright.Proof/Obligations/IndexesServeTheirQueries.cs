using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Plans;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>On generated rows, the plan of each index's own query names that index, or another that serves as well.</summary>
internal sealed class IndexesServeTheirQueries : IObligation
{
    public string Claim => "on generated rows, the planner answers the query an index was made for through an index, and through this one unless another serves as well";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var wanted = bench.Compilation.Schema.Tables.Where(table => bench.Focus.HasTable(table.Name.Name.Text))
            .SelectMany(table => table.Indexes.Select(index => (Table: table, Index: index)))
            .Where(pair => bench.Focus.HasSubject(Subject(pair.Table, pair.Index)) && bench.Focus.HasSource(pair.Index.Origin.ToString())).ToArray();
        if (wanted.Length == 0)
        {
            return [];
        }

        await using var rows = bench.HoldsRows ? null : await SampleDatabase.MakeAsync(bench);
        await using var session = await ProofSession.OpenAsync(bench.Cluster, rows?.Name ?? bench.Applied, bench.Cancellation, bench.Wholes);
        var vectors = new List<ProofVector>();
        foreach (var (table, index) in wanted)
        {
            bench.Cancellation.ThrowIfCancellationRequested();
            vectors.Add(await OfIndexAsync(bench, session, table, index));
            bench.Progress(vectors.Count, wanted.Length);
        }

        return [.. vectors];
    }

    private static Task<ProofVector> OfIndexAsync(ProofBench bench, ProofSession session, PgTable table, PgIndex index) => session.RolledBackAsync(async () =>
    {
        var attempt = new Attempt(Subject(table, index), "explain its query", index.Origin.ToString());
        var example = await session.QueryAsync(IndexQuery.Example(table, index));
        if (example.Count == 0)
        {
            return attempt.CouldNotVerify($"through {index.Name.Text}", "no generated row falls into the index");
        }

        var isThere = await session.AskAsync($"SELECT (to_regclass({SqlLiteral.String($"{table.Name.Schema}.{index.Name}")}) IS NOT NULL)::text");
        await session.RunAsync("SET LOCAL enable_seqscan = off"); // A few thousand rows are few enough to read them all.
        var role = await ActAsync(bench, session, table, index, example[0]);
        var plan = await session.QueryAsync("EXPLAIN (COSTS OFF) " + IndexQuery.Of(bench.Compilation.Schema, table, index, example[0]));
        var used = plan.Select(line => NameIn(line[0]!)).OfType<string>().Select(name => bench.Wholes.GetValueOrDefault(name, name)).Distinct(StringComparer.Ordinal).ToArray();
        var expected = $"through {index.Name.Text}{role}";
        if (used.Contains(index.Name.Text, StringComparer.Ordinal))
        {
            return attempt.Held(expected);
        }

        var others = $"{string.Join(", ", used)}{role}";
        return used.Length == 0 ? attempt.Broken(expected, $"through the whole table{role}")
            : isThere == "true" ? new(attempt.Subject, attempt.What, expected, $"on these rows another index serves it as well: {others}", Verdict.NotApplicable, attempt.Source)
            : attempt.Broken(expected, $"through {others}");
    });

    /// <summary>The planner chooses under the policy of the role that asks.</summary>
    private static async Task<string> ActAsync(ProofBench bench, ProofSession session, PgTable table, PgIndex index, string?[] example)
    {
        var schema = bench.Compilation.Schema;
        if (!table.RowSecurity || RoleNames.Of(schema, RolePurpose.Application) is not { } role
            || !schema.Grants.Any(grant => grant.Role.ToString() == role && grant.Object.Text == $"TABLE {table.Name}" && grant.Columns.Count == 0 && grant.Privileges.Contains("SELECT", StringComparison.Ordinal)))
        {
            return "";
        }

        var place = IndexQuery.Columns(index).ToList().FindIndex(column => table.Columns.Any(known => known.Role == ColumnRole.Tenant && known.Name.ToString() == column));
        await session.RunAsync(SessionSettings.Set(SessionSettings.TenantName, place >= 0 ? example[place]! : ""));
        await session.RunAsync($"SET LOCAL ROLE {role}");
        return $" as {role}";
    }

    private static string Subject(PgTable table, PgIndex index) => $"{table.Name.Name.Text}.{index.Name.Text}";

    /// <summary>The index a line of a plan names: <c>Index Scan using x on y</c>, <c>Bitmap Index Scan on x</c>.</summary>
    private static string? NameIn(string line)
    {
        foreach (var mark in new[] { "Bitmap Index Scan on ", "Index Scan using ", "Index Only Scan using ", "Index Scan Backward using ", "Index Only Scan Backward using " })
        {
            var place = line.IndexOf(mark, StringComparison.Ordinal);
            if (place >= 0)
            {
                return line[(place + mark.Length)..].Split(' ')[0].Trim('"');
            }
        }

        return null;
    }
}
