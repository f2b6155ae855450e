using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>A whole and its parts: a last part that keeps the balance is accepted at commit, one that breaks it is refused.</summary>
internal sealed class BalanceProbe : IRuleProbe
{
    private const string CheckViolation = "23514";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.Balances.SelectMany(balance => new[]
    {
        RuleTrial.Accept(table, balance.Name, balance.Origin, LastParts(table, balance, staging, Wanted.True)),
        RuleTrial.Refuse(table, balance.Name, balance.Origin, CheckViolation, LastParts(table, balance, staging, Wanted.False)),
    });

    private static IEnumerable<Scene> LastParts(TableDesign table, BalanceDesign balance, Staging staging, Wanted wanted) =>
        Families.Of(balance.Must, table, staging).Where(family => family.Children.Length > 0).SelectMany(family =>
        {
            var last = family.Children[^1];
            Goal[] goals = [new Goal(balance.Must, family.Row, wanted), .. family.Goals, .. RowRules.Stored(family.Row)];
            return staging.Solve(family.World, goals).Take(6).Select(_ => new Scene(
                [.. staging.Sql.All([family.Row, .. family.Children], except: last)], staging.Sql.Insert(last), RowSql.TenantKey(family.World.Tenant),
                $"insert the last of {family.Children.Length} rows that refer to it") { AtCommit = true, LiveSetup = true });
        });
}
