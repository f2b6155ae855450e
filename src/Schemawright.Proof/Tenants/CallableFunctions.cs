using Schemawright.Collections;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Tenants;

/// <summary>Functions a role may call are doors too: none runs with the rights of somebody row security does not bind, and none opens another tenant's rows.</summary>
internal static class CallableFunctions
{
    private const string Safe = "bound by row security, with a search path of its own";

    public static async Task<Seq<ProofVector>> TryAsync(Walk walk, string role, TwoTenants rows, string probe)
    {
        var vectors = new List<ProofVector>();
        foreach (var function in await walk.Session.QueryAsync(Callable(role)))
        {
            var (name, definer, owner, pinned, bypasses) = (function[0]!, function[1] == "true", function[2]!, function[3] == "true", function[4] == "true");
            if (definer && !(bypasses && IsSearch(walk, name)))
            {
                vectors.Add(new Attempt(name, $"call it as {role} with its owner's rights", "the model").Expect(Safe, bypasses ? $"runs as {owner}, whom row security does not bind" : pinned ? Safe : "finds names on the caller's search path"));
            }

            vectors.Add(await CallAsync(walk, role, rows, probe, name, $"SELECT count(*) FROM {function[5]}({Arguments(function[6]!, rows.OtherTenant)}) AS answered"));
        }

        return [.. vectors];
    }

    /// <summary>A search is asked what it answers, by an obligation of its own.</summary>
    private static bool IsSearch(Walk walk, string name) => walk.Staging.Schema.Searches.Any(search => name.StartsWith($"{search.Function.Name}(", StringComparison.Ordinal));

    /// <summary>Called with another tenant's key, and then that tenant's row is looked for, in the answer and behind it.</summary>
    private static Task<ProofVector> CallAsync(Walk walk, string role, TwoTenants rows, string probe, string name, string call) => walk.Session.RolledBackAsync(async () =>
    {
        var attempt = new Attempt(name, $"call it as {role} with another tenant's key, then read that tenant's row", "the model");
        var ready = await walk.Session.TryAllAsync([.. rows.Statements, SessionSettings.Set(SessionSettings.TenantName, rows.OwnTenant), $"SET LOCAL ROLE {role}", "SAVEPOINT called"]);
        if (!ready.Accepted)
        {
            return attempt.CouldNotVerify("no row reached", ready.Explained);
        }

        if (!(await walk.Session.TryAsync(call)).Accepted)
        {
            await walk.Session.RunAsync("ROLLBACK TO SAVEPOINT called");
        }

        var seen = await walk.Session.TryAsync(probe);
        return seen.Refused("42501") ? attempt.Held(seen.Words) : attempt.Expect("no row reached", seen.Accepted ? seen.Rows == 0 ? "no row reached" : $"{seen.Rows} row reached" : seen.Explained);
    });

    private static string Arguments(string types, string tenant) => string.Join(", ", types.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(type => type switch
    {
        "text" or "uuid" or "character varying" => $"{SqlLiteral.String(tenant)}::{type}",
        "boolean" => "true",
        "integer" or "bigint" or "numeric" or "smallint" => $"1::{type}",
        _ => $"NULL::{type}",
    }));

    private static string Callable(string role) => $"""
        SELECT p.oid::regprocedure::text, p.prosecdef::text, r.rolname::text, (EXISTS (SELECT FROM unnest(p.proconfig) AS c WHERE c LIKE 'search_path=%'))::text, (r.rolsuper OR r.rolbypassrls)::text,
               format('%I.%I', n.nspname, p.proname), (SELECT coalesce(string_agg(format_type(t, NULL), ', '), '') FROM unnest(p.proargtypes) AS t)
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_roles r ON r.oid = p.proowner
        WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema' AND p.prokind = 'f' AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
          AND has_function_privilege({SqlLiteral.String(role.Trim('"'))}, p.oid, 'EXECUTE') AND has_schema_privilege({SqlLiteral.String(role.Trim('"'))}, n.oid, 'USAGE') ORDER BY 1
        """;
}
