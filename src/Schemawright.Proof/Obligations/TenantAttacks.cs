using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>What a session of one tenant, of none, or of nonsense tries on another tenant's rows of one table.</summary>
internal static class TenantAttacks
{
    private const string NoRight = "42501";
    private const string Nothing = "no row reached";

    private static readonly Seq<(string Words, string? Setting)> Sessions =
        [("an empty tenant", ""), ("a malformed tenant", "not a tenant")];

    /// <param name="unset">A walk whose session never named a tenant.</param>
    public static async Task<IEnumerable<ProofVector>> TryAsync(Walk walk, Walk unset, TableDesign table, string[] roles)
    {
        var rows = new TwoTenants(walk.Staging, table);
        var vectors = new List<ProofVector>();
        foreach (var role in roles)
        {
            vectors.AddRange(await InSessionAsync(walk, table, rows, role, "another tenant", rows.OwnTenant));
            vectors.AddRange(await InSessionAsync(unset, table, rows, role, "no tenant", setting: null));
            foreach (var (words, setting) in Sessions)
            {
                vectors.AddRange(await InSessionAsync(walk, table, rows, role, words, setting));
            }
        }

        return vectors;
    }

    private static Task<List<ProofVector>> InSessionAsync(Walk walk, TableDesign table, TwoTenants rows, string role, string session, string? setting) => walk.Session.RolledBackAsync(async () =>
    {
        var about = new Attempt(table.Name, "", table.Origin.ToString());
        var prepared = await walk.Session.TryAllAsync([.. rows.Statements, .. setting is null ? Array.Empty<string>() : [SessionSettings.Set(SessionSettings.TenantName, setting)], $"SET LOCAL ROLE {role}"]);
        if (!prepared.Accepted)
        {
            return [(about with { What = $"store a row in each of two tenants, for {role}" }).CouldNotVerify("accepted", prepared.Explained)];
        }

        var vectors = new List<ProofVector>();
        var other = walk.Staging.Sql.KeyOf(rows.Other).ToString();
        foreach (var (what, sql, mayReach) in Attempts(walk, table, rows, isTenant: setting == rows.OwnTenant))
        {
            var attempt = about with { What = $"{what} as {role} with {session}" };
            vectors.Add(Judge(attempt, await walk.Session.TryAndUndoAsync(sql), mayReach, other));
        }

        return vectors;
    });

    /// <summary>What is tried; the own row must be reached, or the rest would show nothing.</summary>
    private static IEnumerable<(string What, string Sql, Reach Reach)> Attempts(Walk walk, TableDesign table, TwoTenants rows, bool isTenant)
    {
        var name = walk.Staging.Sql.NameOf(table);
        var other = walk.Staging.Sql.KeyOf(rows.Other);
        var column = TwoTenants.SomeColumn(table);
        if (isTenant)
        {
            yield return ("read the own row", $"SELECT count(*) FROM {name} WHERE {walk.Staging.Sql.KeyOf(rows.Own)}", Reach.Own);
        }

        yield return ("read another tenant's row", $"SELECT count(*) FROM {name} WHERE {other}", Reach.Nothing);
        yield return ("change another tenant's row", $"UPDATE {name} SET {column} = {column} WHERE {other}", Reach.Nothing);
        yield return ("delete another tenant's row", $"DELETE FROM {name} WHERE {other}", Reach.Nothing);
        yield return ("add a row to another tenant", walk.Staging.Sql.Insert(rows.Further), Reach.Refused);
        if (isTenant && table.TenantColumn() is { } tenant)
        {
            yield return ("move the own row to another tenant", $"UPDATE {name} SET {new Identifier(tenant.Name)} = {SqlLiteral.String(rows.OtherTenant)} WHERE {walk.Staging.Sql.KeyOf(rows.Own)}", Reach.Refused);
        }
    }

    private enum Reach { Own, Nothing, Refused }

    /// <param name="other">The row that is another's.</param>
    private static ProofVector Judge(Attempt attempt, ServerAnswer answer, Reach reach, string other)
    {
        if (reach == Reach.Own)
        {
            return answer.Accepted ? attempt.Expect("1 row reached", $"{answer.Rows} row reached")
                : new(attempt.Subject, attempt.What, "1 row reached", $"{answer.Words}: the role may not read this table", Verdict.NotApplicable, attempt.Source);
        }

        // A malformed tenant may also stop the statement: nothing is reached either way.
        if (!answer.Accepted && answer.SqlState is NoRight or "22P02")
        {
            return attempt.Held(answer.Words);
        }

        return reach == Reach.Nothing && answer is { Accepted: true, Rows: 0 } ? attempt.Held(Nothing)
            : attempt.Broken(reach == Reach.Nothing ? Nothing : $"refused {NoRight}", answer.Accepted ? $"{answer.Rows} rows reached: {other}" : answer.Explained);
    }
}
