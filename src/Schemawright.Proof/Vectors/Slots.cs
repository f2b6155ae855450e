using Schemawright.Design;
using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>The places whose values an expression depends on.</summary>
internal static class Slots
{
    public static IEnumerable<Slot> Of(Goal goal, PlannedWorld world) => Of(goal.Expr, goal.Row, goal.Old, world).Distinct();

    public static IEnumerable<Slot> Of(Expr expr, PlannedRow row, bool old, PlannedWorld world) =>
        expr.Refs().SelectMany(reference => OfRef(reference, row, old, world))
            .Concat(expr.Nodes().OfType<Aggregate>().SelectMany(figure => OfFigure(figure, row, world)));

    /// <summary>The value itself, and where a step of the path leads nowhere, that step.</summary>
    private static IEnumerable<Slot> OfRef(Ref reference, PlannedRow row, bool old, PlannedWorld world)
    {
        if (world.Evaluator.SlotOf(reference, row, old) is { } slot)
        {
            if (slot.Row.Table.Find(slot.Column)?.Generated is { } formula)
            {
                return Of(formula, slot.Row, slot.Old, world);
            }

            return IsFree(slot) ? [slot] : [];
        }

        return MissingStep(reference, row, old || reference.Old) is { } step ? [step] : [];
    }

    private static Slot? MissingStep(Ref reference, PlannedRow row, bool old)
    {
        foreach (var role in reference.Path.Take(reference.Path.Count - 1))
        {
            if (row.Table.LinkByRole(role) is not { } link)
            {
                return null;
            }

            var step = Slot.Of(row, link.Column, old);
            if (step.Value is not KeyValue key)
            {
                return step;
            }

            (row, old) = (key.Row, false);
        }

        return null;
    }

    private static IEnumerable<Slot> OfFigure(Aggregate figure, PlannedRow row, PlannedWorld world) =>
        figure.Attribute is { } attribute
            ? world.ChildrenOf(row, figure).Where(child => child.Table.Find(attribute) is not null).Select(child => new Slot(child, attribute, Old: false))
            : [];

    /// <summary>Surrogate keys and the tenant are what they are.</summary>
    private static bool IsFree(Slot slot) => slot.Row.Table.Find(slot.Column) is { } column && column.Role is not (ColumnRole.Tenant or ColumnRole.Key);
}
