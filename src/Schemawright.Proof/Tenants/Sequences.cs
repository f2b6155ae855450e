using Schemawright.Collections;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;

namespace Schemawright.Proof.Tenants;

/// <summary>A sequence counts for all tenants together: who reads or sets it learns how busy the others are, or breaks their next row.</summary>
internal static class Sequences
{
    public static async Task<Seq<ProofVector>> TryAsync(Walk walk, string role)
    {
        var vectors = new List<ProofVector>();
        foreach (var sequence in await walk.Session.QueryAsync("SELECT oid::regclass::text FROM pg_class WHERE relkind = 'S' AND relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname LIKE 'pg\\_%') ORDER BY 1"))
        {
            foreach (var (what, sql) in new[] { ("read where it stands", $"SELECT last_value::text FROM {sequence[0]}"), ("set it back", $"SELECT setval({SqlLiteral.String(sequence[0]!)}, 1)::text") })
            {
                vectors.Add(await walk.Session.RolledBackAsync(async () =>
                {
                    await walk.Session.RunAsync($"SET LOCAL ROLE {role}");
                    return new Attempt(sequence[0]!, $"{what} as {role}", "the model").ExpectRefused(await walk.Session.TryAsync(sql), "42501");
                }));
            }
        }

        return [.. vectors];
    }
}
