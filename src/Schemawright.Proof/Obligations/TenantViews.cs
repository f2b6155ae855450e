using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Tenants;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>Views and partitions are other doors to the same rows.</summary>
internal static class TenantViews
{
    public static async Task<IEnumerable<ProofVector>> TryAsync(Walk walk, string[] roles)
    {
        var vectors = new List<ProofVector>();
        foreach (var role in roles)
        {
            foreach (var view in walk.Staging.Schema.Views.Where(view => TableOf(walk, view) is not { } table || walk.Bench.Focus.Has(table)))
            {
                vectors.Add(await OfViewAsync(walk, view, role));
            }
        }

        vectors.AddRange(await PartitionsAsync(walk, roles.FirstOrDefault()));
        return vectors;
    }

    /// <summary>A tenant without rows looks through a view while another tenant has one.</summary>
    private static Task<ProofVector> OfViewAsync(Walk walk, PgView view, string role) => walk.Session.RolledBackAsync(async () =>
    {
        var attempt = new Attempt(view.Name.ToString(), $"look for another tenant's rows as {role}", view.Origin.ToString());
        var table = TableOf(walk, view);
        if (table is null || table.Scope == Design.TenantScope.Global)
        {
            return new(attempt.Subject, attempt.What, "nothing of another tenant", "the view shows rows all tenants share", Verdict.NotApplicable, attempt.Source);
        }

        var rows = new TwoTenants(walk.Staging, table);
        var prepared = await walk.Session.TryAllAsync([.. rows.Statements, SessionSettings.Set(SessionSettings.TenantName, Stranger(rows)), $"SET LOCAL ROLE {role}"]);
        if (!prepared.Accepted)
        {
            return attempt.CouldNotVerify("0 rows", prepared.Explained);
        }

        var answer = await walk.Session.TryAsync($"SELECT count(*) FROM {view.Name}");
        return answer.Refused("42501") ? attempt.Held(answer.Words) : attempt.Expect("0 rows", await ReadableRelations.SeenAsync(walk, view.Name.ToString(), answer));
    });

    private static TableDesign? TableOf(Walk walk, PgView view) =>
        walk.Staging.Design.Views.FirstOrDefault(known => known.Name == view.Name.Name.Text) is { } known ? walk.Staging.Design.Find(known.Table) : null;

    private static string Stranger(TwoTenants rows) => Guid.TryParse(rows.OwnTenant, out _) ? "00000000-0000-7000-8000-00000000ffff" : "999999";

    /// <summary>A partition does not have its parent's policies: it needs its own, or must be closed to the application.</summary>
    private static async Task<IEnumerable<ProofVector>> PartitionsAsync(Walk walk, string? role)
    {
        if (role is null)
        {
            return [];
        }

        var open = await walk.Session.QueryAsync(
            $"""
            SELECT c.oid::regclass::text, (c.relrowsecurity OR NOT has_table_privilege({SqlLiteral.String(role.Trim('"'))}, c.oid, 'SELECT'))::text
            FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid JOIN pg_class p ON p.oid = i.inhparent
            WHERE c.relkind = 'r' AND p.relrowsecurity ORDER BY 1
            """);
        return open.GroupBy(row => row[1], StringComparer.Ordinal).Select(group => new Attempt(
            $"{(group.Key == "true" ? group.Count().ToString(System.Globalization.CultureInfo.InvariantCulture) + " partitions" : group.First()[0])}", $"read it directly as {role}", "the model")
            .Expect("closed, or with policies of its own", group.Key == "true" ? "closed, or with policies of its own" : "open without a policy"));
    }
}
