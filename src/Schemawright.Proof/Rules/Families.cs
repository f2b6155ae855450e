using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>A row with so many rows that refer to it, for rules that count or sum them.</summary>
/// <param name="Goals">What the children must be, so that they count.</param>
internal sealed record Family(PlannedWorld World, PlannedRow Row, PlannedRow[] Children, Seq<Goal> Goals);

/// <summary>The families worth trying for a rule: none, one, two, and as many as the numbers in the rule say.</summary>
internal static class Families
{
    private const int Largest = 60;

    public static IEnumerable<Family> Of(RowRuleDesign rule, TableDesign table, Staging staging) => Of(RowRules.Demand(rule), table, staging);

    public static IEnumerable<Family> Of(Expr demand, TableDesign table, Staging staging)
    {
        var figures = demand.Nodes().OfType<Aggregate>().DistinctBy(figure => (figure.Entity, figure.Role, figure.Where)).ToArray();
        return figures.Length == 0 ? [Alone(table, staging)] : Sizes(demand).Select(size => With(size, figures, table, staging));
    }

    private static IEnumerable<int> Sizes(Expr demand) =>
        demand.Nodes().OfType<Literal>().Select(ExprEvaluator.Constant).OfType<NumberValue>()
            .Where(value => value.Number is >= 0 and <= Largest && decimal.IsInteger(value.Number))
            .SelectMany(value => new[] { (int)value.Number, (int)value.Number + 1, Math.Max(0, (int)value.Number - 1) })
            .Concat([1, 0, 2]).Distinct();

    private static Family Alone(TableDesign table, Staging staging)
    {
        var world = staging.World();
        return new(world, world.Fresh(table), [], []);
    }

    /// <summary>What refers to a tenant is seen by that tenant alone, so there the session's own tenant is the row.</summary>
    private static Family With(int size, Aggregate[] figures, TableDesign table, Staging staging)
    {
        var world = staging.World();
        var row = table.Scope == TenantScope.TenantRoot && world.Tenant is { } tenant ? tenant : world.Fresh(table);
        var children = new List<PlannedRow>();
        var goals = new List<Goal>();
        foreach (var figure in figures)
        {
            if (world.ChildLink(table, figure) is not var (childTable, link))
            {
                continue;
            }

            foreach (var child in Enumerable.Range(0, size).Select(_ => world.Fresh(childTable, link.Column, row)))
            {
                children.Add(child);
                goals.AddRange(figure.Where is { } where ? [new Goal(where, child, Wanted.True)] : Array.Empty<Goal>());
                goals.AddRange(RowRules.Stored(child));
            }
        }

        return new(world, row, [.. children], [.. goals]);
    }
}
