using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>State machines: each allowed change is made, each other change and each other beginning is refused.</summary>
internal sealed class TransitionProbe : IRuleProbe
{
    private const string CheckViolation = "23514";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.Transitions.SelectMany(machine => OfMachine(table, machine, staging));

    private static IEnumerable<RuleTrial> OfMachine(TableDesign table, TransitionDesign machine, Staging staging)
    {
        var states = States(table, machine);
        foreach (var state in machine.Initial.Count > 0 ? states : [])
        {
            var scenes = Beginnings(table, machine, staging, state);
            yield return machine.Initial.Contains(state, StringComparer.Ordinal)
                ? RuleTrial.Accept(table, machine.Name, machine.Origin, scenes)
                : RuleTrial.Refuse(table, machine.Name, machine.Origin, CheckViolation, scenes);
        }

        foreach (var (from, to) in states.SelectMany(from => states.Where(to => to != from).Select(to => (from, to))))
        {
            var scenes = Changes(table, machine, staging, from, to);
            yield return machine.Allowed.FirstOrDefault(change => change.From == from && change.To == to) is { } allowed
                ? RuleTrial.Accept(table, machine.Name, allowed.Origin, scenes) with { Side = $"the change from {from} to {to}" }
                : RuleTrial.Refuse(table, machine.Name, machine.Origin, CheckViolation, scenes) with { Side = $"the change from {from} to {to}", Optional = true, Insists = true };
        }
    }

    private static string[] States(TableDesign table, TransitionDesign machine)
    {
        var known = table.Find(machine.Column)?.Type.Values ?? [];
        return known.Count > 0
            ? [.. known]
            : [.. machine.Initial.Concat(machine.Allowed.SelectMany(change => new[] { change.From, change.To })).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<Scene> Beginnings(TableDesign table, TransitionDesign machine, Staging staging, string state)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        return staging.Insert(world, row, [Is(machine, row, state), .. RowRules.Created(row, machine.Name)]);
    }

    private static IEnumerable<Scene> Changes(TableDesign table, TransitionDesign machine, Staging staging, string from, string to)
    {
        return new[] { [], Companions(table, machine) }.SelectMany(further =>
        {
            var world = staging.World();
            var row = Staging.Changing(world.Fresh(table), [machine.Column, .. further]);
            return staging.Update(world, row, [Is(machine, row, from, old: true), Is(machine, row, to), .. RowRules.Changed(row, machine.Name)]);
        });
    }

    /// <summary>What rules demand of the new state may have to be given in the same statement.</summary>
    public static string[] Companions(TableDesign table, TransitionDesign machine) =>
    [
        .. table.RowRules.Where(rule => rule.OnUpdateOf.Contains(machine.Column, StringComparer.Ordinal)).SelectMany(rule => RowRules.Demand(rule).Refs())
            .Concat(table.Checks.Where(check => check.Condition.Refs().Any(reference => reference.Attribute == machine.Column)).SelectMany(check => check.Condition.Refs()))
            .Where(reference => reference.IsOwn).Select(reference => table.ColumnOf(reference.Attribute)?.Name).OfType<string>().Where(column => !table.IsKey(column)).Distinct(StringComparer.Ordinal),
    ];

    private static Goal Is(TransitionDesign machine, PlannedRow row, string state, bool old = false) =>
        new(new Compare(CompareOp.Equal, Ref.To(machine.Column), Literal.String(state)), row, Wanted.True, old);
}
