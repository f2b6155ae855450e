using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>A role that may change, remove or add its own rows alone: tried as the row's person, as another and as nobody.</summary>
internal static class OwnRowChanges
{
    private const string NoRight = "42501";

    public static Task<List<ProofVector>> TryAsync(Walk walk, TableDesign table, RowScopeDesign scope) => walk.Session.RolledBackAsync(async () =>
    {
        var about = new Attempt($"{table.Name}.{scope.Name}", "", scope.Origin.ToString());
        if (scope.Owner is not { } owner || (scope.Verb == "insert" && owner is { Through: not null, LinkIsOwn: false }) || OwnRows.Plan(walk, table, owner, stored: scope.Verb != "insert") is not { } plan)
        {
            return new List<ProofVector>();
        }

        var ready = await walk.Session.TryAllAsync(
            ["SET LOCAL session_replication_role = replica", .. plan.Setup, "SET LOCAL session_replication_role = origin", .. SessionSettings.For(plan.Tenant, "prover"), $"ALTER TABLE {plan.Table} DISABLE TRIGGER USER"]);
        if (!ready.Accepted)
        {
            return [(about with { What = $"store what a {scope.Role} needs to {scope.Verb} an own row" }).CouldNotVerify("accepted", ready.Explained)];
        }

        var own = await ReachedAsync(walk, scope, plan, plan.Person);
        var words = $"{scope.Verb} a row as ";
        if (own.StartsWith("refused " + NoRight, StringComparison.Ordinal) && scope.Verb != "insert" && !MayRead(walk, table, scope.Role))
        {
            return [new(about.Subject, words + "anybody", "1 row", "the role may not read the table, so it cannot say which row", Verdict.NotApplicable, about.Source)];
        }

        return
        [
            (about with { What = $"{words}its own {scope.Role}" }).Expect("1 row", own),
            (about with { What = $"{words}another {scope.Role}" }).Expect("no row", await ReachedAsync(walk, scope, plan, plan.Stranger)),
            (about with { What = $"{words}a {scope.Role} whose session names nobody" }).Expect("no row", await ReachedAsync(walk, scope, plan, "")),
            .. await OwnRowTakeovers.TryAsync(walk, scope, plan, owner),
        ];
    });

    /// <summary>A new row that is refused by the policy is no row; what else refuses is told.</summary>
    private static async Task<string> ReachedAsync(Walk walk, RowScopeDesign scope, OwnRowPlan plan, string person)
    {
        var place = $"SELECT ctid::text FROM {plan.Table} WHERE {plan.Key}";
        var before = await walk.Session.AskAsync(place);
        await walk.Session.RunAsync("SAVEPOINT person");
        await walk.Session.RunAsync(SessionSettings.Set(OwnRows.UserSetting, person));
        await walk.Session.RunAsync($"SET LOCAL ROLE {OwnRows.NameOf(walk, scope.Role)}");
        var answer = await walk.Session.TryAsync(Sql(walk, scope, plan));
        var after = answer.Accepted ? await AsOwnerAsync(walk, place) : before;
        await walk.Session.RunAsync("ROLLBACK TO SAVEPOINT person");
        var isPolicy = answer.Refused(NoRight) && answer.Message.Contains("row-level security", StringComparison.Ordinal);
        return answer.Accepted ? after == before ? "no row" : "1 row" : isPolicy ? "no row" : answer.Explained;
    }

    private static async Task<string?> AsOwnerAsync(Walk walk, string query)
    {
        await walk.Session.RunAsync("RESET ROLE");
        return await walk.Session.AskAsync(query);
    }

    /// <summary>Without a condition, since reading one would bring in the limits on reading as well.</summary>
    private static string Sql(Walk walk, RowScopeDesign scope, OwnRowPlan plan)
    {
        var column = Changed(walk, scope, plan.Row.Table);
        return scope.Verb switch
        {
            "insert" => walk.Staging.Sql.Insert(plan.Row),
            "update" => $"UPDATE {plan.Table} SET {new Identifier(column)} = {walk.Staging.Sql.Constant(plan.Row, column, old: false)}",
            _ => $"DELETE FROM {plan.Table}",
        };
    }

    /// <summary>Some roles may change some columns only. A unique value would be refused for being there twice, whoever comes.</summary>
    private static string Changed(Walk walk, RowScopeDesign scope, TableDesign table)
    {
        var narrow = GrantsOf(walk, table, scope.Role).FirstOrDefault(grant => grant.UpdateColumns.Count > 0 && !grant.Verbs.Contains("update", StringComparer.Ordinal));
        var all = table.Columns.Where(column => column.Generated is null && !table.IsKey(column.Name) && column.Role != ColumnRole.Tenant).Select(column => column.Name);
        var free = (narrow?.UpdateColumns ?? all).FirstOrDefault(name => !table.Uniques.Any(unique => unique.Columns.Contains(name, StringComparer.Ordinal)));
        return free ?? narrow?.UpdateColumns[0] ?? TwoTenants.SomeColumn(table).Text;
    }

    private static bool MayRead(Walk walk, TableDesign table, string role) => GrantsOf(walk, table, role).Any(grant => grant.Verbs.Contains("select", StringComparer.Ordinal));

    private static IEnumerable<GrantDesign> GrantsOf(Walk walk, TableDesign table, string role) =>
        walk.Staging.Design.Roles.Where(known => known.Name == role).SelectMany(known => known.Grants).Where(grant => grant.Table == table.Name);
}
