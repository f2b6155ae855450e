using System.Globalization;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>Values for one place that put a condition on its edge, just inside and just outside.</summary>
internal static class Boundaries
{
    public static IEnumerable<Value> Of(Expr expr, PlannedRow row, bool old, Slot slot, PlannedWorld world) =>
        expr.Nodes().SelectMany(node => OfNode(node, row, old, slot, world));

    private static IEnumerable<Value> OfNode(Expr node, PlannedRow row, bool old, Slot slot, PlannedWorld world)
    {
        var inversion = new Inversion(world, row, old, slot);
        return node switch
        {
            Compare compare => OfCompare(compare, row, old, slot, world, inversion),
            OneOf list => list.Values.Select(ExprEvaluator.Constant).SelectMany(value => inversion.Solve(list.Term, value)).Concat(Outside(list, slot)),
            Matches pattern => PatternSamples.Of(pattern.Pattern, Ordinary(slot, world), slot.Row.Number).Select(Value.Of).SelectMany(value => inversion.Solve(pattern.Term, value)),
            IsPresent => Blank(slot),
            Lower or Trimmed => [Value.Of("Mixed Case"), Value.Of("lower"), Value.Of(" padded ")],
            Literal literal => [ExprEvaluator.Constant(literal)],
            _ => [],
        };
    }

    private static IEnumerable<Value> OfCompare(Compare node, PlannedRow row, bool old, Slot slot, PlannedWorld world, Inversion inversion)
    {
        foreach (var (side, other) in new[] { (node.Left, node.Right), (node.Right, node.Left) })
        {
            var target = ExprEvaluator.Typed(world.Evaluator.Evaluate(other, row, old), slot.Row.Table.Find(slot.Column)?.Type.Kind);
            if (target.IsNull || Slots.Of(side, row, old, world).All(place => place != slot))
            {
                continue;
            }

            foreach (var value in Around(target, slot.Row.Table.Find(slot.Column)).SelectMany(value => inversion.Solve(side, value)))
            {
                yield return value;
            }
        }
    }

    /// <summary>The value itself and its neighbours on both sides, nearest first.</summary>
    public static IEnumerable<Value> Around(Value value, ColumnDesign? column) => value switch
    {
        NumberValue number => Steps(column).SelectMany(step => new[] { Value.Of(number.Number + step), Value.Of(number.Number - step) }).Prepend(value),
        MomentValue moment => MomentSteps(moment, column).SelectMany(step => new Value[] { moment with { At = moment.At + step }, moment with { At = moment.At - step } }).Prepend(value),
        SpanValue span => [span, span with { Time = span.Time + TimeSpan.FromMinutes(1) }, span with { Time = span.Time - TimeSpan.FromMinutes(1) }],
        ClockTimeValue time => [time, new ClockTimeValue(time.At + TimeSpan.FromMinutes(1)), new ClockTimeValue(time.At - TimeSpan.FromMinutes(1))],
        TruthValue truth => [truth, Value.Of(!truth.Holds)],
        TextValue text => [text, Value.Of(text.Text + "x")],
        _ => [value],
    };

    private static decimal[] Steps(ColumnDesign? column) => column?.Type.Kind switch
    {
        DataKind.Decimal or DataKind.Money or DataKind.Percentage => [Power(-(column.Type.Scale ?? 2)), 1, 10],
        DataKind.Date => [1, 30],
        _ => [1, 10],
    };

    private static TimeSpan[] MomentSteps(MomentValue moment, ColumnDesign? column) =>
        moment.IsDate && column?.Type.Kind is not (DataKind.Timestamp or DataKind.LocalTimestamp) ? [TimeSpan.FromDays(1), TimeSpan.FromDays(40)] : [TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), TimeSpan.FromDays(40)];

    private static decimal Power(int exponent) => decimal.Parse("1e" + exponent.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static IEnumerable<Value> Outside(OneOf list, Slot slot) =>
        slot.Row.Table.Find(slot.Column)?.Type.Kind switch
        {
            DataKind.Integer or DataKind.BigInteger or DataKind.Decimal or DataKind.Money =>
                [Value.Of(list.Values.Select(ExprEvaluator.Constant).OfType<NumberValue>().Select(value => value.Number).DefaultIfEmpty(0).Max() + 1)],
            _ => Others(list, slot) is { Length: > 0 } others ? others : [Value.Of("elsewhere")],
        };

    /// <summary>Of an attribute with listed values, those that this list leaves out: the row stays one that may be stored.</summary>
    private static Value[] Others(OneOf list, Slot slot) =>
        slot.Row.Table.Find(slot.Column) is { Type.Values: var values } ? [.. values.Except(list.Values.Select(value => value.Text), StringComparer.Ordinal).Select(value => Value.Of(value))] : [];

    private static string Ordinary(Slot slot, PlannedWorld world) =>
        slot.Row.Table.Find(slot.Column) is { Type.Kind: DataKind.Url or DataKind.Email or DataKind.Phone } column
            && TypicalValues.Given(slot.Row, column, world.Clock) is TextValue text ? text.Text : "";

    private static IEnumerable<Value> Blank(Slot slot) =>
        slot.Row.Table.Find(slot.Column) is { Type.IsArray: true } ? [Value.Null, new ListValue([])] : [Value.Null, Value.Of(""), Value.Of("  ")];
}
