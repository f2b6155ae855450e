using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>A search finds the tenant's own rows by a part of their text, and no row of another tenant, whatever is typed.</summary>
internal sealed class SearchesStayWithinTheTenant : IObligation
{
    public string Claim => "each search finds the tenant's rows by a part of their text, answers nothing of another tenant or without one, and takes what is typed as text and never as a pattern";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var searches = bench.Compilation.Schema.Searches.Where(search => bench.Compilation.Design.Find(search.Table) is { Scope: TenantScope.Scoped } table && bench.Focus.Has(table)).ToArray();
        if (searches.Length == 0 || RoleNames.Of(bench.Compilation.Schema, RolePurpose.Application) is not { } role)
        {
            return [];
        }

        var walk = await Walk.StartAsync(bench);
        await using var session = walk.Session;
        var vectors = new List<ProofVector>();
        foreach (var search in searches.Where(search => search.Grants.Any(grant => grant.Role.ToString() == role)))
        {
            vectors.AddRange(await walk.Session.RolledBackAsync(() => OfAsync(walk, search, role)));
        }

        return [.. vectors];
    }

    private static async Task<List<ProofVector>> OfAsync(Walk walk, PgSearch search, string role)
    {
        var table = walk.Staging.Design.Find(search.Table)!;
        var rows = new TwoTenants(walk.Staging, table);
        var index = table.Indexes.First(known => known.IsSearch);
        var column = index.Columns[0].Name;
        rows.Own.Values[column] = rows.Other.Values[column] = Value.Of("seek Words here");
        var about = new Attempt(search.Function.Name.ToString(), $"search as {role}", search.Function.Origin.ToString());
        string[] live = [.. walk.Staging.Sql.All([rows.Own]), .. walk.Staging.Sql.All([rows.Other])];
        var ready = await walk.Session.TryAllAsync(["SET LOCAL session_replication_role = replica", .. live, "SET LOCAL session_replication_role = origin", $"SET LOCAL ROLE {role}"]);
        if (!ready.Accepted)
        {
            return [about.CouldNotVerify("1 rows", ready.Explained)];
        }

        return
        [
            await AskAsync(walk, search, about with { What = $"search a part of a text as {role}, which rows of two tenants hold" }, rows.OwnTenant, index.Method == IndexMethod.FullText ? "words see" : "k word", "1 rows"),
            await AskAsync(walk, search, about with { What = $"search as {role} without a tenant" }, "", "word", "0 rows"),
            await AskAsync(walk, search, about with { What = $"search as {role} for signs that stand for anything in patterns" }, rows.OwnTenant, "s%k", "0 rows"),
            await AskAsync(walk, search, about with { What = $"search as {role} for a sign that stands for any letter in patterns" }, rows.OwnTenant, "se_k", "0 rows"),
        ];
    }

    private static async Task<ProofVector> AskAsync(Walk walk, PgSearch search, Attempt attempt, string tenant, string words, string expected)
    {
        await walk.Session.RunAsync(SessionSettings.Set(SessionSettings.TenantName, tenant));
        var answer = await walk.Session.TryAndUndoAsync($"SELECT count(*) FROM {search.Function.Name}({SqlLiteral.String(words)})");
        return attempt.Expect(expected, answer.Accepted ? $"{answer.Rows} rows" : answer.Explained);
    }
}
