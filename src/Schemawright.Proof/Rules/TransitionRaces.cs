using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Two sessions see a row in one state and lead it to two others, from the first of which nothing leads to the second.</summary>
internal static class TransitionRaces
{
    public static IEnumerable<Race> Of(TableDesign table, Staging staging) =>
        from machine in table.Transitions
        let ways = Ways(machine).ToArray()
        where ways.Length > 0
        select new Race($"{table.Name}.{machine.Name}", "two sessions lead a row out of one state in two ways", machine.Origin.ToString(), [Race.CheckViolation], ways.SelectMany(way => Scenes(table, machine, way.From, way.One, way.Other, staging)))
        {
            Optional = true,
        };

    private static IEnumerable<(string From, string One, string Other)> Ways(TransitionDesign machine) =>
        from one in machine.Allowed
        from other in machine.Allowed
        where one.From == other.From && one.To != other.To && one.To != one.From && other.To != other.From && !machine.Allowed.Any(change => change.From == one.To && change.To == other.To)
        select (one.From, one.To, other.To);

    private static IEnumerable<RaceScene> Scenes(TableDesign table, TransitionDesign machine, string from, string one, string other, Staging staging)
    {
        var (first, second) = (Change(table, machine, from, one, staging), Change(table, machine, from, other, staging));
        return first.Zip(second, (left, right) => new RaceScene(left, right.Tried)).Take(3);
    }

    /// <summary>The same row in both, since worlds are planned alike.</summary>
    private static IEnumerable<Scene> Change(TableDesign table, TransitionDesign machine, string from, string to, Staging staging)
    {
        var world = staging.World();
        var row = Staging.Changing(world.Fresh(table), TransitionProbe.Companions(table, machine).Prepend(machine.Column));
        Goal Is(string state, bool old) => new(new Compare(CompareOp.Equal, Ref.To(machine.Column), Literal.String(state)), row, Wanted.True, old);
        return staging.Update(world, row, [Is(from, true), Is(to, false), .. RowRules.Changed(row)]);
    }
}
