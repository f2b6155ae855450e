using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Conditions checked at an event, with the clock, other rows or the former values: shown at each event they name.</summary>
internal sealed class RowRuleProbe : IRuleProbe
{
    private const string CheckViolation = "23514";

    private delegate IEnumerable<Scene> Event(TableDesign table, RowRuleDesign rule, Staging staging, Wanted wanted, Expr? edge);

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.RowRules.SelectMany(rule => OfRule(table, rule, staging));

    private static IEnumerable<RuleTrial> OfRule(TableDesign table, RowRuleDesign rule, Staging staging) =>
        Events(rule).SelectMany(name => OfEvent(table, rule, staging, name));

    private static IEnumerable<Event> Events(RowRuleDesign rule)
    {
        if (rule.OnInsert)
        {
            yield return Inserts;
        }

        if (rule.OnUpdateOf.Count > 0)
        {
            yield return Updates;
        }

        if (rule.OnDelete)
        {
            yield return Deletes;
        }
    }

    private static IEnumerable<RuleTrial> OfEvent(TableDesign table, RowRuleDesign rule, Staging staging, Event happens)
    {
        foreach (var edge in Edges.Of(rule.Must, table).Concat(LocalDayEdges.Of(rule.Must, table, staging)).Cast<Expr?>().Prepend(null))
        {
            yield return RuleTrial.Accept(table, rule.Name, rule.Origin, happens(table, rule, staging, Wanted.True, edge)) with { Optional = edge is not null };
            yield return RuleTrial.Refuse(table, rule.Name, rule.Origin, CheckViolation, happens(table, rule, staging, Wanted.False, edge)) with { Optional = edge is not null };
        }

        foreach (var (edge, tomorrow) in ChangingClocks.Matter(rule.Must) ? Edges.Of(rule.Must, table).SelectMany(edge => new[] { (edge, true), (edge, false) }) : [])
        {
            yield return RuleTrial.Accept(table, rule.Name, rule.Origin, happens(table, rule, staging, Wanted.True, edge)).WhereClocksChange(staging.Clock, tomorrow);
            yield return RuleTrial.Refuse(table, rule.Name, rule.Origin, CheckViolation, happens(table, rule, staging, Wanted.False, edge)).WhereClocksChange(staging.Clock, tomorrow);
        }

        foreach (var broken in SingleBreaks.Of(rule.Must))
        {
            yield return RuleTrial.Refuse(table, rule.Name, rule.Origin, CheckViolation, happens(table, rule, staging, Wanted.False, broken)) with { Optional = true, Insists = true };
        }
    }

    private static IEnumerable<Scene> Inserts(TableDesign table, RowRuleDesign rule, Staging staging, Wanted wanted, Expr? edge)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        return staging.Insert(world, row, [.. Shown(rule, row, wanted, edge), .. RowRules.Created(row, rule.Name)]);
    }

    private static IEnumerable<Scene> Updates(TableDesign table, RowRuleDesign rule, Staging staging, Wanted wanted, Expr? edge) =>
        Families.Of(rule, table, staging).SelectMany(family =>
        {
            var columns = rule.OnUpdateOf.Concat(Formerly(rule)).Where(column => !table.IsKey(column) && table.Find(column) is { Generated: null });
            var row = Staging.Changing(family.Row, columns);
            var changed = new Or([.. rule.OnUpdateOf.Where(row.Before.ContainsKey).Select(RowRules.Differs)]);
            return staging.Update(
                family.World, row,
                [.. Shown(rule, row, wanted, edge), new(changed, row, Wanted.True), .. family.Goals, .. RowRules.Changed(row, rule.Name)], family.Children);
        });

    private static IEnumerable<Scene> Deletes(TableDesign table, RowRuleDesign rule, Staging staging, Wanted wanted, Expr? edge) =>
        Families.Of(rule, table, staging).SelectMany(family => staging.Delete(
            family.World, family.Row, [.. Shown(rule, family.Row, wanted, edge), .. family.Goals, .. RowRules.Deleted(family.Row, rule.Name)], family.Children));

    private static IEnumerable<Goal> Shown(RowRuleDesign rule, PlannedRow row, Wanted wanted, Expr? edge) =>
    [
        .. rule.When is { } when ? [new Goal(when, row, Wanted.True)] : Seq<Goal>.Empty,
        .. edge is null ? Seq<Goal>.Empty : [new Goal(edge, row, Wanted.True)],
        new Goal(rule.Must, row, wanted),
    ];

    private static IEnumerable<string> Formerly(RowRuleDesign rule) =>
        RowRules.Demand(rule).Refs().Where(reference => reference.Old && reference.IsOwn).Select(reference => reference.Attribute);
}
