using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>Who reads the log for a tenant sees that tenant's entries and no others; so does its owner.</summary>
internal static class AuditLogIsolation
{
    private const string Own = "00000000-0000-7000-8000-00000000aaaa";
    private const string Other = "00000000-0000-7000-8000-00000000bbbb";

    public static async Task<List<ProofVector>> TryAsync(Walk walk)
    {
        var schema = walk.Staging.Schema;
        var vectors = new List<ProofVector>();
        foreach (var log in schema.Tables.Where(table => table.RowSecurity && table.Columns.Any(column => column.Name.Text == "verb") && walk.Staging.Design.Find(table.Name.Name.Text) is null && walk.Bench.Focus.HasTable(table.Name.Name.Text)))
        {
            var readers = schema.Grants.Where(grant => grant.Object.Text == $"TABLE {log.Name}").Select(grant => grant.Role.ToString());
            foreach (var role in readers.Append(RoleNames.Of(schema, RolePurpose.Owner)).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                vectors.AddRange(await OfRoleAsync(walk, log, role));
            }
        }

        return vectors;
    }

    private static Task<List<ProofVector>> OfRoleAsync(Walk walk, PgTable log, string role) => walk.Session.RolledBackAsync(async () =>
    {
        if (log.Columns.FirstOrDefault(column => column.Role == ColumnRole.Tenant) is not { } tenant)
        {
            return [];
        }

        var (own, other) = tenant.Type == "uuid" ? (Own, Other) : ("1", "2");
        await walk.Session.RunAsync($"INSERT INTO {log.Name} (table_name, verb, {tenant.Name}) VALUES ('tried', 'insert', '{own}'), ('tried', 'insert', '{other}')");
        var about = new Attempt(log.Name.Name.Text, "", log.Origin.ToString());
        return new List<ProofVector>
        {
            await SeenAsync(walk, log, role, about with { What = $"read the tenant's own entries as {role}" }, own, $"{tenant.Name} = '{own}'", "1 rows"),
            await SeenAsync(walk, log, role, about with { What = $"read another tenant's entries as {role}" }, own, $"{tenant.Name} = '{other}'", "0 rows"),
            await SeenAsync(walk, log, role, about with { What = $"read entries as {role} without a tenant" }, "", "true", "0 rows"),
        };
    });

    private static async Task<ProofVector> SeenAsync(Walk walk, PgTable log, string role, Attempt attempt, string tenant, string condition, string expected)
    {
        await walk.Session.RunAsync("SAVEPOINT reader");
        await walk.Session.RunAsync(SessionSettings.Set(SessionSettings.TenantName, tenant));
        await walk.Session.RunAsync($"SET LOCAL ROLE {role}");
        var answer = await walk.Session.TryAsync($"SELECT count(*) FROM {log.Name} WHERE {condition}");
        await walk.Session.RunAsync("ROLLBACK TO SAVEPOINT reader");
        return attempt.Expect(expected, answer.Accepted ? $"{answer.Rows} rows" : answer.Explained);
    }
}
