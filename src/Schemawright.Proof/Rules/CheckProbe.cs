using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Conditions over one row: shown inside, outside, and on each edge.</summary>
internal sealed class CheckProbe : IRuleProbe
{
    private const string CheckViolation = "23514";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.Checks.Where(check => !check.Condition.Refs().Any(reference => reference.IsOwn && table.IsGiven(reference.Attribute))).SelectMany(check => OfCheck(table, check, staging));

    private static IEnumerable<RuleTrial> OfCheck(TableDesign table, CheckDesign check, Staging staging)
    {
        yield return Accepted(table, check, staging, null);
        yield return Refused(table, check, staging, null);
        foreach (var edge in Edges.Of(check.Condition, table).Concat(EachValue(check.Condition)).Concat(LocalDayEdges.Of(check.Condition, table, staging)))
        {
            yield return Accepted(table, check, staging, edge) with { Optional = true };
            yield return Refused(table, check, staging, edge) with { Optional = true, Insists = true };
        }

        foreach (var (edge, tomorrow) in ChangingClocks.Matter(check.Condition) ? Edges.Of(check.Condition, table).SelectMany(edge => new[] { (edge, true), (edge, false) }) : [])
        {
            yield return Accepted(table, check, staging, edge).WhereClocksChange(staging.Clock, tomorrow);
            yield return Refused(table, check, staging, edge).WhereClocksChange(staging.Clock, tomorrow);
        }

        foreach (var broken in SingleBreaks.Of(check.Condition))
        {
            yield return Refused(table, check, staging, broken) with { Optional = true, Insists = true };
        }
    }

    private static RuleTrial Accepted(TableDesign table, CheckDesign check, Staging staging, Expr? edge) =>
        RuleTrial.Accept(table, check.Name, check.Origin, Scenes(table, check, staging, Wanted.True, edge));

    private static RuleTrial Refused(TableDesign table, CheckDesign check, Staging staging, Expr? edge) =>
        RuleTrial.Refuse(table, check.Name, check.Origin, CheckViolation, Scenes(table, check, staging, Wanted.False, edge));

    /// <summary>Created that way; else changed into it, since a new row cannot be in every state.</summary>
    private static IEnumerable<Scene> Scenes(TableDesign table, CheckDesign check, Staging staging, Wanted wanted, Expr? edge)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        foreach (var scene in staging.Insert(world, row, [.. Shown(check, row, wanted, edge), .. RowRules.Created(row, check.Name)]))
        {
            yield return scene;
        }

        world = staging.World();
        var columns = check.Condition.Refs().Where(reference => reference.IsOwn).Select(reference => table.ColumnOf(reference.Attribute)?.Name).OfType<string>();
        row = Staging.Changing(world.Fresh(table), columns.Where(column => !table.IsKey(column)));
        var changed = new Or([.. row.Before.Keys.Select(RowRules.Differs)]);
        foreach (var scene in staging.Update(world, row, [.. Shown(check, row, wanted, edge), new(changed, row, Wanted.True), .. RowRules.Changed(row, check.Name)]))
        {
            yield return scene;
        }
    }

    private static IEnumerable<Goal> Shown(CheckDesign check, PlannedRow row, Wanted wanted, Expr? edge) =>
        edge is null ? [new(check.Condition, row, wanted)] : [new(edge, row, Wanted.True), new(check.Condition, row, wanted)];

    private static IEnumerable<Expr> EachValue(Expr condition) =>
        condition is OneOf list ? list.Values.Select(value => new Compare(CompareOp.Equal, list.Term, value)) : [];
}
