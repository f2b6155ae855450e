using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Proof.Plans;
using Schemawright.Proof.Rules;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>Each report, made anew beside its readers, says what its tables say when each group is counted by itself; a tenant reads its own rows only.</summary>
internal sealed class ReportsTellTheTruth : IObligation
{
    private const string NoRight = "42501";
    private const int FirstNumberOfOther = 5000;

    public string Claim => "each report, once made anew, says what the tables say when every group is counted by itself, and shows a tenant its own rows only";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var models = bench.Compilation.Design.ReadModels.Where(model => bench.Focus.HasSubject(model.Name) && model.Sources.Any(source => bench.Focus.Has(bench.Compilation.Design.Find(source.Table)!))).ToArray();
        if (models.Length == 0)
        {
            return [];
        }

        var walk = await Walk.StartAsync(bench);
        await using var session = walk.Session;
        var vectors = new List<ProofVector>();
        foreach (var model in models)
        {
            if (bench.Compilation.Schema.ReadModels.FirstOrDefault(known => known.Shown.Name.Name.Text == model.Name) is { } lowered)
            {
                vectors.AddRange(await walk.Session.RolledBackAsync(() => OfModelAsync(walk, model, lowered)));
            }

            bench.Progress(Array.IndexOf(models, model) + 1, models.Length);
        }

        return [.. vectors];
    }

    private static async Task<List<ProofVector>> OfModelAsync(Walk walk, ReadModelDesign model, PgReadModel lowered)
    {
        var (own, vectors) = (walk.Staging.World(), new List<ProofVector>());
        var other = walk.Staging.World(FirstNumberOfOther);
        if (!await FillAsync(walk, model, own, 4) || !await FillAsync(walk, model, other, 1))
        {
            return [Of(model, "count its rows").CouldNotVerify("the same figures", "no rows were found that the tables take")];
        }

        if (lowered.Refresh is { } refresh)
        {
            var jobs = RoleNames.Of(walk.Staging.Schema, RolePurpose.JobRunner);
            await walk.Session.RunAsync(jobs is null ? "RESET ROLE" : $"SET LOCAL ROLE {jobs}");
            vectors.Add(Of(model, "make it anew beside its readers").ExpectAccepted(await walk.Session.TryAndUndoAsync($"SELECT {refresh.Name}()")));
            await walk.Session.RunAsync("RESET ROLE");
            await walk.Session.RunAsync($"REFRESH MATERIALIZED VIEW {lowered.Kept!.Name}");
        }

        if (RoleNames.Of(walk.Staging.Schema, RolePurpose.Application) is { } reader && lowered.Grants.Any(grant => grant.Role.ToString() == reader && grant.Privileges == "SELECT"))
        {
            vectors.AddRange(await ReadAsync(walk, model, lowered, reader, own));
        }

        return vectors;
    }

    private static async Task<List<ProofVector>> ReadAsync(Walk walk, ReadModelDesign model, PgReadModel lowered, string reader, PlannedWorld own)
    {
        var vectors = new List<ProofVector>();
        if (RowSql.TenantKey(own.Tenant) is { } tenant)
        {
            await walk.Session.RunAsync(SessionSettings.Set(SessionSettings.TenantName, tenant));
        }

        await walk.Session.RunAsync($"SET LOCAL ROLE {reader}");
        var expected = new ReportQuery(walk.Staging, model);
        var differences = await walk.Session.TryAndUndoAsync(expected.Differences(lowered.Shown.Name));
        vectors.Add(Of(model, "compare it with its tables, group by group").Expect("0 rows differ", differences.Accepted ? $"{differences.Rows} rows differ" : differences.Explained));
        var shown = await walk.Session.TryAndUndoAsync($"SELECT count(*) FROM {lowered.Shown.Name}");
        vectors.Add(shown.Rows > 0 ? Of(model, "read it").Held("rows") : Of(model, "read it").Broken("rows", shown.Accepted ? "no row" : shown.Explained));
        if (model.TenantColumn is not null)
        {
            vectors.Add(await StrangerAsync(walk, model, lowered, ""));
            vectors.Add(await StrangerAsync(walk, model, lowered, Tenants.ReadableRelations.Stranger(RowSql.TenantKey(own.Tenant)!)));
        }

        if (lowered.Kept is { } kept && model.TenantColumn is not null)
        {
            vectors.Add(Of(model, $"read {kept.Name} itself as {reader}").ExpectRefused(await walk.Session.TryAndUndoAsync($"SELECT count(*) FROM {kept.Name}"), NoRight));
        }

        return vectors;
    }

    private static async Task<ProofVector> StrangerAsync(Walk walk, ReadModelDesign model, PgReadModel lowered, string tenant)
    {
        await walk.Session.RunAsync(SessionSettings.Set(SessionSettings.TenantName, tenant));
        var seen = await walk.Session.TryAndUndoAsync($"SELECT count(*) FROM {lowered.Shown.Name}");
        return Of(model, tenant.Length == 0 ? "read it without a tenant" : "read it as a tenant without rows").Expect("0 rows", seen.Accepted ? $"{seen.Rows} rows" : seen.Explained);
    }

    /// <summary>Rows in each table, of which some count and one does not; false when the server takes none of them.</summary>
    private static async Task<bool> FillAsync(Walk walk, ReadModelDesign model, PlannedWorld world, int rows)
    {
        var planned = new List<PlannedRow>();
        foreach (var source in model.Sources)
        {
            var table = walk.Staging.Design.Find(source.Table)!;
            foreach (var number in Enumerable.Range(0, rows))
            {
                var row = world.Fresh(table);
                var where = source.Figures.Select(figure => figure.Where).FirstOrDefault(condition => condition is not null);
                QuotaProbe.Settle(world, [.. where is null ? Seq<Goal>.Empty : [new Goal(where, row, number == 1 ? Wanted.NotTrue : Wanted.True)], .. RowRules.Stored(row)]);
                planned.Add(row);
            }
        }

        await walk.Session.RunAsync("SET LOCAL session_replication_role = replica");
        foreach (var statement in walk.Staging.Sql.All(planned))
        {
            await walk.Session.RunAsync("SAVEPOINT one");
            if (!(await walk.Session.TryAsync(statement)).Accepted)
            {
                await walk.Session.RunAsync("ROLLBACK TO SAVEPOINT one");
            }
        }

        await walk.Session.RunAsync("SET LOCAL session_replication_role = origin");
        return await walk.Session.AskAsync($"SELECT EXISTS (SELECT FROM {walk.Staging.Sql.NameOf(walk.Staging.Design.Find(model.Sources[0].Table)!)})::text") == "true";
    }

    private static Attempt Of(ReadModelDesign model, string what) => new(model.Name, what, model.Origin.ToString());
}
