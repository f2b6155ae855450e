using Schemawright.Design;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Tenants;

/// <summary>What a refusal gives away: a key another tenant has taken, or a row of its that is there, must look like one that is not.</summary>
internal static class ExistenceOracles
{
    public static async Task<IEnumerable<ProofVector>> TryAsync(Walk walk, TableDesign table, string role)
    {
        var vectors = new List<ProofVector>();
        if (table.Scope != TenantScope.Scoped || table.TenantColumn() is not { } tenant)
        {
            return vectors;
        }

        foreach (var unique in table.Uniques)
        {
            vectors.Add(await OfKeyAsync(walk, table, unique, tenant, role));
        }

        foreach (var link in table.ForeignKeys.Where(link => walk.Staging.Design.Find(link.ReferencedTable) is { Scope: TenantScope.Scoped }))
        {
            vectors.Add(await OfReferenceAsync(walk, table, link, role));
        }

        return vectors;
    }

    /// <summary>The value another tenant's row has is free for this one.</summary>
    private static Task<ProofVector> OfKeyAsync(Walk walk, TableDesign table, UniqueDesign unique, ColumnDesign tenant, string role) => walk.Session.RolledBackAsync(async () =>
    {
        var attempt = new Attempt($"{table.Name}.{unique.Name}", $"take a key another tenant has taken, as {role}", unique.Origin.ToString());
        if (!unique.Columns.Contains(tenant.Name, StringComparer.Ordinal))
        {
            return new(attempt.Subject, attempt.What, "free", "the documents ask for a key that is unique over all tenants, so that a taken one shows", Verdict.NotApplicable, attempt.Source);
        }

        var (own, other) = (walk.Staging.World(), walk.Staging.World(firstNumber: 5000));
        var (mine, theirs) = (own.Fresh(table), other.Fresh(table));
        foreach (var column in unique.Columns.Where(column => column != tenant.Name && theirs[column] is not KeyValue && !theirs[column].IsNull))
        {
            mine.Values[column] = theirs[column];
        }

        var answer = await AnswerAsync(walk, table, mine, [theirs], own, role);
        return attempt.Expect("not refused 23505", answer is { SqlState: "23505" } ? answer.Words : "not refused 23505");
    });

    /// <summary>Another tenant's row and no row at all are refused in the same words.</summary>
    private static async Task<ProofVector> OfReferenceAsync(Walk walk, TableDesign table, ForeignKeyDesign link, string role)
    {
        var attempt = new Attempt($"{table.Name}.{link.Name}", $"refer to another tenant's row and to none, as {role}", link.Origin.ToString());
        var there = await ReferAsync(walk, table, link, role, isThere: true);
        var absent = await ReferAsync(walk, table, link, role, isThere: false);
        return attempt.Expect($"the same answer: {absent}", $"the same answer: {there}");
    }

    private static Task<string> ReferAsync(Walk walk, TableDesign table, ForeignKeyDesign link, string role, bool isThere) => walk.Session.RolledBackAsync(async () =>
    {
        var (own, other) = (walk.Staging.World(), walk.Staging.World(firstNumber: 5000));
        var (row, parent) = (own.Fresh(table), other.Fresh(other.Design.Find(link.ReferencedTable)!));
        row.Values[link.Column] = new KeyValue(parent);
        var answer = await AnswerAsync(walk, table, row, [parent], own, role, without: isThere ? null : parent);
        return answer.Words;
    });

    /// <summary>With the table's own triggers off: the constraints have to answer.</summary>
    private static async Task<Servers.ServerAnswer> AnswerAsync(Walk walk, TableDesign table, PlannedRow row, PlannedRow[] others, PlannedWorld own, string role, PlannedRow? without = null)
    {
        var sql = walk.Staging.Sql;
        PlannedRow[] left = without is null ? [row] : [row, without];
        var ready = await walk.Session.TryAllAsync(
        [
            "SET LOCAL session_replication_role = replica", .. sql.All([.. others, row], left), "SET LOCAL session_replication_role = origin", $"ALTER TABLE {sql.NameOf(table)} DISABLE TRIGGER USER",
            SessionSettings.Set(SessionSettings.TenantName, RowSql.TenantKey(own.Tenant)!), $"SET LOCAL ROLE {role}",
        ]);
        var answer = ready.Accepted ? await walk.Session.TryAsync(sql.Insert(row)) : ready;
        return answer.Accepted ? await walk.Session.TryAsync("SET CONSTRAINTS ALL IMMEDIATE") : answer;
    }
}
