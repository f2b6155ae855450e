using Schemawright.Design;
using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>What a table demands of a row when it is created, changed or deleted, as goals.</summary>
internal static class RowRules
{
    /// <summary>Changes a new row's values until its own table's conditions hold.</summary>
    public static void Settle(PlannedWorld world, PlannedRow row)
    {
        var goals = Stored(row).Concat(InitialStates(row)).ToArray();
        if (Array.Exists(goals, goal => !goal.IsMet(world.Evaluator)))
        {
            using var solutions = new Solver(world).Solve(goals).GetEnumerator();
            if (solutions.MoveNext())
            {
                Keep(solutions.Current);
            }
        }
    }

    /// <summary>Values found by a solver are taken back when it goes on; this sets them for good.</summary>
    public static void Keep(IEnumerable<Choice> choices)
    {
        foreach (var choice in choices)
        {
            choice.Slot.Set(choice.Value);
        }
    }

    /// <param name="except">The name of the rule that is to be broken.</param>
    public static IEnumerable<Goal> Stored(PlannedRow row, bool old = false, string? except = null) =>
        row.Table.Checks.Where(check => check.Name != except).Select(check => Besides(check.Name, new(check.Condition, row, Wanted.NotFalse, old)));

    public static IEnumerable<Goal> Created(PlannedRow row, string? except = null) =>
    [
        .. Stored(row, except: except),
        .. row.Table.Transitions.Any(machine => machine.Name == except) ? [] : InitialStates(row),
        .. row.Table.RowRules.Where(rule => rule.OnInsert && rule.Name != except).Select(rule => Obeyed(rule, row)),
    ];

    public static IEnumerable<Goal> Changed(PlannedRow row, string? except = null) =>
    [
        .. Stored(row, except: except),
        .. Stored(row, old: true),
        .. row.Table.RowRules.Where(rule => rule.OnUpdateOf.Any(row.Before.ContainsKey) && rule.Name != except).Select(rule => Obeyed(rule, row)),
        .. row.Table.Transitions.Where(machine => row.Before.ContainsKey(machine.Column) && machine.Name != except).Select(machine => Besides(machine.Name, new(Allowed(machine), row, Wanted.NotFalse))),
        .. row.Table.Immutables.Where(rule => rule.Name != except).SelectMany(rule => Untouched(rule, row)),
    ];

    public static IEnumerable<Goal> Deleted(PlannedRow row, string? except = null) =>
    [
        .. Stored(row),
        .. row.Table.RowRules.Where(rule => rule.OnDelete && rule.Name != except).Select(rule => Obeyed(rule, row)),
        .. row.Table.DeleteGuards.Where(guard => guard.Name != except).Select(guard => Besides(guard.Name, new(guard.When ?? Literal.Bool(true), row, Wanted.NotTrue))),
    ];

    /// <summary>What must be so when the transaction that stores the row ends: rows that it must have, and what they must come to.</summary>
    public static IEnumerable<Goal> Committed(PlannedRow row, DataDesign design, string? except = null) =>
    [
        .. row.Table.Minimums.Where(minimum => minimum.Name != except && design.Find(minimum.ChildTable) is not null).Select(minimum => Besides(minimum.Name, new(AtLeast(minimum, design), row, Wanted.NotFalse))),
        .. row.Table.Balances.Where(balance => balance.Name != except).Select(balance => Besides(balance.Name, new(balance.Must, row, Wanted.NotFalse))),
    ];

    private static Expr AtLeast(MinimumDesign minimum, DataDesign design)
    {
        var enough = new Compare(CompareOp.GreaterOrEqual, new Aggregate(AggregateKind.Count, design.Find(minimum.ChildTable)!.Entity ?? minimum.ChildTable, minimum.ChildColumn, null, null), Literal.Number(minimum.Count));
        return minimum.StateColumn is { } state && minimum.States.Count > 0 ? new Implies(new OneOf(Ref.To(state), [.. minimum.States.Select(Literal.String)]), enough) : enough;
    }

    /// <summary>True when the two images of a column differ, null counting as a value.</summary>
    public static Expr Differs(string column)
    {
        var (after, before) = (new Ref([column]), new Ref([column], Old: true));
        var nothing = new Literal(LiteralKind.Null, "");
        return new Or(
        [
            new Compare(CompareOp.NotEqual, after, before),
            new And([new Compare(CompareOp.Equal, after, nothing), new Compare(CompareOp.NotEqual, before, nothing)]),
            new And([new Compare(CompareOp.NotEqual, after, nothing), new Compare(CompareOp.Equal, before, nothing)]),
        ]);
    }

    public static Expr Demand(RowRuleDesign rule) => rule.When is null ? rule.Must : new Implies(rule.When, rule.Must);

    private static Goal Besides(string rule, Goal goal) => goal with { IsBackground = true, Rule = rule };

    private static Goal Obeyed(RowRuleDesign rule, PlannedRow row) => Besides(rule.Name, new(Demand(rule), row, Wanted.NotFalse));

    private static IEnumerable<Goal> InitialStates(PlannedRow row) =>
        row.Table.Transitions.Where(machine => machine.Initial.Count > 0)
            .Select(machine => Besides(machine.Name, new(new OneOf(Ref.To(machine.Column), [.. machine.Initial.Select(Literal.String)]), row, Wanted.NotFalse)));

    private static Expr Allowed(TransitionDesign machine) => new Or(
    [
        new Compare(CompareOp.Equal, Ref.To(machine.Column), new Ref([machine.Column], Old: true)),
        .. machine.Allowed.Select(change => new And(
        [
            new Compare(CompareOp.Equal, new Ref([machine.Column], Old: true), Literal.String(change.From)),
            new Compare(CompareOp.Equal, Ref.To(machine.Column), Literal.String(change.To)),
        ])),
    ]);

    private static IEnumerable<Goal> Untouched(ImmutableDesign rule, PlannedRow row)
    {
        var touched = row.Before.Keys.Where(column => rule.Columns.Count == 0 || rule.Columns.Contains(column, StringComparer.Ordinal)).ToArray();
        return touched.Length == 0
            ? []
            : [Besides(rule.Name, new(new And([BeforeChange(rule.When), new Or([.. touched.Select(Differs)])]), row, Wanted.NotTrue))];
    }

    /// <summary>A condition stated over the row before the change, with its references marked so.</summary>
    public static Expr BeforeChange(Expr? when) =>
        when?.Rewrite(node => node is Ref reference ? reference with { Old = true } : node) ?? Literal.Bool(true);
}
