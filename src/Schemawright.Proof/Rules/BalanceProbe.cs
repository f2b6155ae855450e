using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>A whole and its parts: a last part that keeps the balance is accepted at commit, one that breaks it is refused.</summary>
internal sealed class BalanceProbe : IRuleProbe
{
    private const string CheckViolation = "23514";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.Balances.SelectMany(balance =>
    {
        RuleTrial Refuse(IEnumerable<Scene> scenes) => RuleTrial.Refuse(table, balance.Name, balance.Origin, CheckViolation, scenes);
        IEnumerable<Scene> breaks = LastParts(table, balance, staging, Wanted.False);
        IEnumerable<Scene>[] further = [breaks.Select(AloneAfterTheRest), Wholes(table, balance, staging), Alone(table, balance, staging), WithoutOne(table, balance, staging)];
        return further.Select(scenes => Refuse(scenes) with { Optional = true })
            .Prepend(Refuse(breaks.Concat(LastParts(table, balance, staging, Wanted.False, counts: false))))
            .Prepend(RuleTrial.Accept(table, balance.Name, balance.Origin, LastParts(table, balance, staging, Wanted.True)));
    });

    /// <summary>What stands first was committed long ago, so nothing of it is asked for again.</summary>
    private static Scene AloneAfterTheRest(Scene scene) => scene with { LiveSetup = false, What = scene.What + ", which stand already" };

    /// <summary>The parts stay as they are, and the whole changes.</summary>
    private static IEnumerable<Scene> Wholes(TableDesign table, BalanceDesign balance, Staging staging) =>
        Families.Of(balance.Must, table, staging).Where(family => family.Children.Length > 0).SelectMany(family =>
        {
            var row = Staging.Changing(family.Row, balance.Must.Refs().Where(reference => reference.IsOwn).Select(reference => reference.Attribute).Where(column => !table.IsKey(column)));
            return row.Before.Count == 0 ? [] : staging.Update(
                family.World, row, [new Goal(balance.Must, row, Wanted.False), new Goal(balance.Must, row, Wanted.True, Old: true), .. family.Goals, .. RowRules.Changed(row)], family.Children)
                .Select(scene => scene with { AtCommit = true, What = $"change the row that {family.Children.Length} rows refer to" });
        });

    /// <summary>The whole comes without any part.</summary>
    private static IEnumerable<Scene> Alone(TableDesign table, BalanceDesign balance, Staging staging) =>
        Families.Of(balance.Must, table, staging).Where(family => family.Children.Length == 0).SelectMany(family => staging
            .Insert(family.World, family.Row, [new Goal(balance.Must, family.Row, Wanted.False), .. RowRules.Created(family.Row)]).Take(3)
            .Select(scene => scene with { AtCommit = true, What = "insert a row that no row refers to" }));

    /// <summary>The balance holds, and a part that it needs goes.</summary>
    private static IEnumerable<Scene> WithoutOne(TableDesign table, BalanceDesign balance, Staging staging)
    {
        foreach (var family in Families.Of(balance.Must, table, staging).Where(family => family.Children.Length is > 0 and <= 5))
        {
            var last = family.Children[^1];
            Goal[] goals = [new Goal(balance.Must, family.Row, Wanted.True), .. family.Goals, .. RowRules.Stored(family.Row), .. RowRules.Deleted(last)];
            foreach (var _ in staging.Solve(family.World, goals).Where(_ => family.World.Evaluator.EvaluateWithout(last, balance.Must, family.Row) == Value.False).Take(2))
            {
                yield return new Scene(
                    [.. staging.Sql.All([family.Row, .. family.Children])], staging.Sql.Delete(last), RowSql.TenantKey(family.World.Tenant), $"delete one of {family.Children.Length} rows that refer to it") { AtCommit = true };
            }
        }
    }

    /// <summary>Parts that do not count leave too few where so many are asked for.</summary>
    private static Seq<Goal> Uncounted(Family family, BalanceDesign balance)
    {
        var counted = balance.Must.Nodes().OfType<Aggregate>().Select(figure => figure.Where).OfType<Expr>().ToList();
        return family.Goals.Select(goal => counted.Contains(goal.Expr) ? goal with { Wanted = Wanted.False } : goal).ToSeq();
    }

    /// <summary>First with what the rows around must have when they are committed, then without it.</summary>
    private static IEnumerable<Scene> LastParts(TableDesign table, BalanceDesign balance, Staging staging, Wanted wanted, bool counts = true) =>
        new[] { true, false }.SelectMany(committed => Families.Of(balance.Must, table, staging).Where(family => family.Children.Length > 0).SelectMany(family =>
        {
            var last = family.Children[^1];
            Goal[] goals =
            [
                new Goal(balance.Must, family.Row, wanted), .. counts ? family.Goals : Uncounted(family, balance), .. RowRules.Stored(family.Row), .. RowRules.Created(last),
                .. committed ? family.World.Rows.ToList().SelectMany(row => RowRules.Committed(row, family.World.Design, balance.Name)) : [],
            ];
            return (committed ? staging.Standing(family.World, goals) : staging.Solve(family.World, goals)).Take(6).Select(_ => new Scene(
                [.. staging.Sql.All([family.Row, .. family.Children, .. family.World.Grown], except: last)], staging.Sql.Insert(last), RowSql.TenantKey(family.World.Tenant),
                $"insert the last of {family.Children.Length} rows that refer to it") { AtCommit = true, LiveSetup = true });
        }));
}
