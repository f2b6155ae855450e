using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>A row says itself whose it is, so whoever may change it may try to change that: to take another's row, or to give the own one away.</summary>
internal static class OwnRowTakeovers
{
    private const string NoRow = "no row";

    public static async Task<IEnumerable<ProofVector>> TryAsync(Walk walk, RowScopeDesign scope, OwnRowPlan plan, OwnerPath owner)
    {
        var table = plan.Row.Table;
        if (scope.Verb != "update" || owner.Through is not null || table.IsKey(owner.PersonColumn))
        {
            return [];
        }

        var about = new Attempt($"{table.Name}.{scope.Name}", "", scope.Origin.ToString());
        return
        [
            (about with { What = $"make oneself the owner of another {scope.Role}'s row" }).Expect(NoRow, await ChangedAsync(walk, scope, plan, owner, person: plan.Stranger)),
            (about with { What = $"make another {scope.Role} the owner of the own row" }).Expect(NoRow, await ChangedAsync(walk, scope, plan, owner, person: plan.Person)),
        ];
    }

    /// <summary>The row is given to the stranger, by the stranger or by its owner; a column the role may not write is as good as a policy.</summary>
    private static async Task<string> ChangedAsync(Walk walk, RowScopeDesign scope, OwnRowPlan plan, OwnerPath owner, string person)
    {
        var session = walk.Session;
        await session.RunAsync("SAVEPOINT person");
        await session.RunAsync(SessionSettings.Set(OwnRows.UserSetting, person));
        await session.RunAsync($"SET LOCAL ROLE {OwnRows.NameOf(walk, scope.Role)}");
        var column = new Identifier(owner.PersonColumn);
        var answer = await session.TryAsync($"UPDATE {plan.Table} SET {column} = {SqlLiteral.String(plan.Stranger)}");
        var rows = answer.Accepted ? answer.Rows : 0;
        await session.RunAsync("ROLLBACK TO SAVEPOINT person");
        return answer.Accepted ? rows == 0 ? NoRow : "a row" : answer.Refused("42501") ? NoRow : answer.Explained;
    }
}
