using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>Stores a person's own row, and tries it as that person, as another and as nobody.</summary>
internal static class OwnRows
{
    public const string UserSetting = "app.user_id";

    public static Identifier NameOf(Walk walk, string role) => new(walk.Bench.Compilation.Schema.Roles.Select(known => known.Name.Text).Where(known => known.EndsWith("_" + role, StringComparison.Ordinal)).MinBy(known => known.Length)!);

    public static Task<List<ProofVector>> TryAsync(Walk walk, TableDesign table, RowScopeDesign scope) => walk.Session.RolledBackAsync(async () =>
    {
        var about = new Attempt($"{table.Name}.{scope.Name}", "", scope.Origin.ToString());
        if (scope.Owner is not { } owner || Plan(walk, table, owner) is not { } plan)
        {
            return new List<ProofVector>();
        }

        var ready = await walk.Session.TryAllAsync(["SET LOCAL session_replication_role = replica", .. plan.Setup, "SET LOCAL session_replication_role = origin", .. SessionSettings.For(plan.Tenant, "prover")]);
        if (!ready.Accepted)
        {
            return [(about with { What = "store a person's own row" }).CouldNotVerify("accepted", ready.Explained)];
        }

        return
        [
            await SeenAsync(walk, scope, about with { What = $"read a row as its own {scope.Role}" }, plan, plan.Person, "1 row"),
            await SeenAsync(walk, scope, about with { What = $"read a row as another {scope.Role}" }, plan, plan.Stranger, "0 row"),
            await SeenAsync(walk, scope, about with { What = $"read a row as a {scope.Role} whose session names nobody" }, plan, "", "0 row"),
        ];
    });

    private static async Task<ProofVector> SeenAsync(Walk walk, RowScopeDesign scope, Attempt attempt, OwnRowPlan plan, string person, string expected)
    {
        await walk.Session.RunAsync("SAVEPOINT person");
        await walk.Session.RunAsync(SessionSettings.Set(UserSetting, person));
        await walk.Session.RunAsync($"SET LOCAL ROLE {NameOf(walk, scope.Role)}");
        var query = $"SELECT count(*)::text FROM {plan.Table} WHERE {plan.Key}";
        var answer = await walk.Session.TryAndUndoAsync(query);
        var rows = answer.Accepted ? await walk.Session.AskAsync(query) : null;
        await walk.Session.RunAsync("ROLLBACK TO SAVEPOINT person");
        return answer.Accepted ? attempt.Expect(expected, $"{rows} row") : attempt.Broken(expected, answer.Explained);
    }

    /// <summary>The row, the row that names its person, and two people.</summary>
    /// <param name="stored">The row stands already; else everything it needs does.</param>
    public static OwnRowPlan? Plan(Walk walk, TableDesign table, OwnerPath owner, bool stored = true)
    {
        var world = walk.Staging.World();
        var row = world.Fresh(table);
        var naming = owner.Through is null ? row : NamingRow(walk, world, row, owner);
        if (naming is not null && naming[owner.PersonColumn].IsNull && naming.Table.ForeignKeys.FirstOrDefault(key => key.Column == owner.PersonColumn) is { } link)
        {
            naming.Values[owner.PersonColumn] = new KeyValue(world.Fresh(world.Design.Find(link.ReferencedTable)!));
        }

        if (naming is null || Person(naming, owner) is not { } person)
        {
            return null;
        }

        var stranger = world.Fresh(person.Table);
        return new(
            [.. stored ? walk.Staging.Sql.All([row, naming, stranger]) : walk.Staging.Sql.All([row, naming, stranger], except: row)], RowSql.TenantKey(world.Tenant), walk.Staging.Sql.NameOf(table).ToString(), walk.Staging.Sql.KeyOf(row),
            KeyText(person), KeyText(stranger), row);
    }

    private static PlannedRow? NamingRow(Walk walk, PlannedWorld world, PlannedRow row, OwnerPath owner)
    {
        if (walk.Bench.Compilation.Design.Find(owner.Through!) is not { } through)
        {
            return null;
        }

        var link = (owner.LinkIsOwn ? row.Table : through).ForeignKeys.First(key => key.Name == owner.Link);
        if (owner.LinkIsOwn)
        {
            return (row[link.Column] as KeyValue)?.Row;
        }

        var naming = world.Fresh(through);
        naming.Values[link.Column] = new KeyValue(row);
        return naming;
    }

    /// <summary>Who the row names; a person's own row is the person.</summary>
    private static PlannedRow? Person(PlannedRow naming, OwnerPath owner) =>
        naming.Table.PrimaryKey.Columns[^1] == owner.PersonColumn ? naming : (naming[owner.PersonColumn] as KeyValue)?.Row;

    private static string KeyText(PlannedRow person) => RowSql.TextOf(person, person.Table.PrimaryKey.Columns[^1], old: false) ?? "";
}

/// <summary>A row, its person, another person, and what must stand before any of them acts.</summary>
internal sealed record OwnRowPlan(Seq<string> Setup, string? Tenant, string Table, string Key, string Person, string Stranger, PlannedRow Row);
