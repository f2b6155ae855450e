using Schemawright.Design;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>A whole and its parts: two sessions each add a part, of which each alone keeps the balance.</summary>
internal static class BalanceRaces
{
    private const int MostScenes = 4;

    public static IEnumerable<Race> Of(TableDesign table, Staging staging) => table.Balances.Select(balance => new Race(
        $"{table.Name}.{balance.Name}", "two sessions each add a part, and both together are too much", balance.Origin.ToString(), [Race.CheckViolation], Scenes(table, balance, staging).Take(MostScenes))
        {
            AtCommit = true, Optional = true,
        });

    private static IEnumerable<RaceScene> Scenes(TableDesign table, BalanceDesign balance, Staging staging)
    {
        foreach (var family in Families.Of(balance.Must, table, staging).Where(family => family.Children.Length >= 2))
        {
            var (one, other) = (family.Children[^2], family.Children[^1]);
            Goal[] goals = [new Goal(balance.Must, family.Row, Wanted.False), .. family.Goals, .. RowRules.Stored(family.Row)];
            foreach (var _ in staging.Solve(family.World, goals).Where(_ => HoldsWithout(family, balance, one) && HoldsWithout(family, balance, other)))
            {
                yield return RaceScene.Both(
                    staging, family.World, staging.Sql.All([family.Row, .. family.Children], one, other), staging.Sql.Insert(one), staging.Sql.Insert(other));
            }
        }
    }

    /// <summary>The balance stands as long as this part is not there.</summary>
    private static bool HoldsWithout(Family family, BalanceDesign balance, PlannedRow part) => family.World.Evaluator.EvaluateWithout(part, balance.Must, family.Row) != Value.False;
}
