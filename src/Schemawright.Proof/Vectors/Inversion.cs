using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>Solves an expression for one place: which value there makes the whole equal to a wanted one.</summary>
internal sealed class Inversion(PlannedWorld world, PlannedRow row, bool old, Slot slot)
{
    private const int LongestText = 5000;

    public IEnumerable<Value> Solve(Expr expr, Value wanted) => expr switch
    {
        Ref reference => OfRef(reference, wanted),
        Arithmetic node => OfArithmetic(node, wanted),
        LengthOf node => wanted is NumberValue { Number: >= 0 and <= LongestText } length ? Lengths((int)length.Number).SelectMany(text => Solve(node.Term, text)) : [],
        DecimalPlaces node => wanted is NumberValue { Number: >= 0 and <= 10 } places ? Solve(node.Term, Value.Of(WithPlaces((int)places.Number))) : [],
        Rounded node => Solve(node.Term, wanted),
        CalendarPart node => wanted is NumberValue figure ? Days(node.Unit, figure.Number).SelectMany(day => Solve(node.Term, day)) : [],
        Lower or Trimmed => Slots.Of(expr, row, old, world).Contains(slot) ? [wanted] : [],
        Aggregate node => OfFigure(node, wanted),
        _ => [],
    };

    /// <summary>The nearest days before and after today that stand there in the calendar.</summary>
    private IEnumerable<Value> Days(CalendarUnit unit, decimal wanted) =>
        Enumerable.Range(1, 62).SelectMany(step => new[] { step, -step }).Select(step => world.Clock.Today with { At = world.Clock.Today.At.AddDays(step) })
            .Where(day => ValueMath.Part(unit, day.At) == wanted).Take(4);

    private IEnumerable<Value> OfRef(Ref reference, Value wanted)
    {
        if (world.Evaluator.SlotOf(reference, row, old) is not { } place)
        {
            return [];
        }

        if (place == slot)
        {
            return [AsColumn(wanted)];
        }

        return place.Row.Table.Find(place.Column)?.Generated is { } formula ? new Inversion(world, place.Row, place.Old, slot).Solve(formula, wanted) : [];
    }

    /// <summary>A point in time for a date column is its day; a day for a time column is its midnight.</summary>
    private Value AsColumn(Value wanted) => wanted is not MomentValue moment ? wanted : slot.Row.Table.Find(slot.Column)?.Type.Kind switch
    {
        DataKind.Date => new MomentValue(LocalTime.Wall(moment, Zone).At.Date, IsDate: true),
        DataKind.LocalTimestamp => LocalTime.Wall(moment, Zone) with { IsDate = false, IsWall = true },
        _ => LocalTime.Moment(moment, Zone),
    };

    private TimeZoneInfo Zone => LocalTime.ZoneOf(world, row, old);

    private IEnumerable<Value> OfArithmetic(Arithmetic node, Value wanted)
    {
        var inLeft = Slots.Of(node.Left, row, old, world).Contains(slot);
        var other = world.Evaluator.Evaluate(inLeft ? node.Right : node.Left, row, old);
        if (other.IsNull)
        {
            return [];
        }

        (wanted, other) = LocalTime.Alike(wanted, other, Zone);
        var part = inLeft ? LeftOf(node.Op, wanted, other) : RightOf(node.Op, wanted, other);
        return part is null or NullValue ? [] : Solve(inLeft ? node.Left : node.Right, part);
    }

    private static Value? LeftOf(ArithmeticOp op, Value wanted, Value right) => op switch
    {
        ArithmeticOp.Add => ValueMath.Calculate(ArithmeticOp.Subtract, wanted, right),
        ArithmeticOp.Subtract when right is MomentValue => ValueMath.Calculate(ArithmeticOp.Add, right, wanted),
        ArithmeticOp.Subtract => ValueMath.Calculate(ArithmeticOp.Add, wanted, right),
        ArithmeticOp.Multiply => ValueMath.Calculate(ArithmeticOp.Divide, wanted, right),
        _ => ValueMath.Calculate(ArithmeticOp.Multiply, wanted, right),
    };

    private static Value? RightOf(ArithmeticOp op, Value wanted, Value left) => op switch
    {
        ArithmeticOp.Add => ValueMath.Calculate(ArithmeticOp.Subtract, wanted, left),
        ArithmeticOp.Subtract => ValueMath.Calculate(ArithmeticOp.Subtract, left, wanted),
        ArithmeticOp.Multiply => ValueMath.Calculate(ArithmeticOp.Divide, wanted, left),
        _ => ValueMath.Calculate(ArithmeticOp.Divide, left, wanted),
    };

    private static IEnumerable<Value> Lengths(int length) =>
        [Value.Of(new string('x', length)), new ListValue([.. Enumerable.Range(1, Math.Min(length, 50)).Select(index => "item " + index)])];

    private static decimal WithPlaces(int places) => places == 0 ? 1 : 1 + (1 / (decimal)Math.Pow(10, places));

    /// <summary>What one child must hold so that all of them together give the figure.</summary>
    private IEnumerable<Value> OfFigure(Aggregate node, Value wanted)
    {
        var others = world.ChildrenOf(row, node).Where(child => child != slot.Row).Select(child => child[node.Attribute ?? ""]).OfType<NumberValue>().Sum(value => value.Number);
        return wanted is NumberValue total ? [node.Kind == AggregateKind.Sum ? Value.Of(total.Number - others) : total] : [];
    }
}
