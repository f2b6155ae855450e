using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>A value chosen to reach a goal.</summary>
internal sealed record Choice(Slot Slot, Value Value);

/// <summary>
/// Finds values that reach all goals: takes the first goal not reached, splits it into its parts, and for a part without
/// parts tries values derived from the expression itself, then from the other goals that ask something of the same place;
/// a value once chosen stays, so the search ends. Where the world may grow, a figure is reached by further rows as well.
/// </summary>
internal sealed class Solver(PlannedWorld world)
{
    private const int Patience = 6000;
    private const int DeepestChoice = 14;

    private int _steps;
    private HashSet<PlannedRow> _asked = [];

    /// <summary>Each solution stands in the world only until the next is asked for.</summary>
    public IEnumerable<Seq<Choice>> Solve(IReadOnlyList<Goal> goals)
    {
        _steps = 0;
        _asked = [.. goals.Select(goal => goal.Row)];
        return Step(goals, [], []);
    }

    private IEnumerable<Seq<Choice>> Step(IReadOnlyList<Goal> goals, HashSet<Slot> settled, List<Choice> choices)
    {
        if (++_steps > Patience || choices.Count > DeepestChoice)
        {
            yield break;
        }

        var open = goals.FirstOrDefault(goal => !goal.IsMet(world.Evaluator));
        if (open is null)
        {
            yield return [.. choices];
            yield break;
        }

        var further = open.Ways() is { } ways ? Split(goals, open, ways, settled, choices) : Choose(goals, open, settled, choices);
        foreach (var solution in further)
        {
            yield return solution;
        }
    }

    private IEnumerable<Seq<Choice>> Split(
        IReadOnlyList<Goal> goals, Goal open, IEnumerable<Goal[]> ways, HashSet<Slot> settled, List<Choice> choices) =>
        ways.SelectMany(way => Step([.. way, .. goals.Where(goal => goal != open)], settled, choices));

    private IEnumerable<Seq<Choice>> Choose(IReadOnlyList<Goal> goals, Goal open, HashSet<Slot> settled, List<Choice> choices)
    {
        foreach (var slot in Slots.Of(open, world).Where(slot => !settled.Contains(slot)).ToArray())
        {
            var before = slot.Value;
            var others = goals.Where(goal => goal != open && Slots.Of(goal, world).Contains(slot)).ToArray();
            foreach (var value in Values(slot, open, others))
            {
                slot.Set(value);
                if (Array.Exists(others, goal => IsLost(goal, slot, settled)))
                {
                    // Whatever else is chosen, this value breaks another goal of which everything is chosen.
                }
                else if (open.IsMet(world.Evaluator) || Slots.Of(open, world).Any(other => other != slot && !settled.Contains(other)))
                {
                    foreach (var solution in Settled(goals, slot, value, settled, choices))
                    {
                        yield return solution;
                    }
                }

                slot.Set(before);
            }
        }

        foreach (var solution in world.MayGrow ? Grown(goals, open, settled, choices) : [])
        {
            yield return solution;
        }
    }

    /// <summary>Those of the goal, then those of goals about this place alone, then those that put the other goals on their edges.</summary>
    private IEnumerable<Value> Values(Slot slot, Goal open, Goal[] others) => Candidates.For(slot, open, world)
        .Concat(others.Where(goal => IsAlone(goal, slot)).SelectMany(goal => Candidates.For(slot, goal, world)))
        .Concat(others.Where(goal => !IsAlone(goal, slot)).SelectMany(goal => Candidates.Near(slot, goal, world)))
        .Distinct();

    /// <summary>Not reached, and nothing is left to choose for it.</summary>
    private bool IsLost(Goal goal, Slot slot, HashSet<Slot> settled) => !goal.IsMet(world.Evaluator)
        && !(world.MayGrow && goal.Expr.UsesAggregate()) && Slots.Of(goal, world).All(other => other == slot || settled.Contains(other));

    /// <summary>A figure that is too small is reached by one row more.</summary>
    private IEnumerable<Seq<Choice>> Grown(IReadOnlyList<Goal> goals, Goal open, HashSet<Slot> settled, List<Choice> choices)
    {
        foreach (var figure in Growth.Helping(open, world))
        {
            var known = world.Rows.ToHashSet();
            if (world.Grow(open.Row, figure) is not { } child)
            {
                continue;
            }

            _asked.Add(child);
            Goal[] asked = [.. figure.Where is { } where ? [new Goal(where, child, Wanted.True)] : Seq<Goal>.Empty, .. RowRules.Stored(child)];
            foreach (var solution in Step([.. asked, .. goals], settled, choices))
            {
                yield return solution;
            }

            world.Shrink(child, known);
        }
    }

    /// <summary>The goal asks something of this one column and of nothing else.</summary>
    private static bool IsAlone(Goal goal, Slot slot) =>
        goal.Row == slot.Row && goal.Old == slot.Old && !goal.Expr.Nodes().Any(node => node is Aggregate) && goal.Expr.Refs().All(reference => reference.IsOwn && reference.Old == slot.Old && reference.Attribute == slot.Column);

    private IEnumerable<Seq<Choice>> Settled(IReadOnlyList<Goal> goals, Slot slot, Value value, HashSet<Slot> settled, List<Choice> choices)
    {
        settled.Add(slot);
        choices.Add(new(slot, value));
        var touched = value is KeyValue key ? new[] { slot.Row, key.Row } : [slot.Row];
        var asking = touched.Where(row => !_asked.Contains(row)).SelectMany(Demands);
        foreach (var solution in Step([.. goals.Union(asking)], settled, choices))
        {
            yield return solution;
        }

        choices.RemoveAt(choices.Count - 1);
        settled.Remove(slot);
    }

    /// <summary>A row that no goal speaks of must, when its values change, go on satisfying its own table's conditions.</summary>
    private static IEnumerable<Goal> Demands(PlannedRow row) =>
        row.Table.Checks.Select(check => new Goal(check.Condition, row, Wanted.NotFalse) { IsBackground = true })
            .Concat(row.Before.Count > 0 ? row.Table.Checks.Select(check => new Goal(check.Condition, row, Wanted.NotFalse, Old: true) { IsBackground = true }) : []);
}
