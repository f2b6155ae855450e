using System.Globalization;
using System.Text.RegularExpressions;
using Schemawright.Design;
using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>The server's clock as read once, so that all vectors of a run agree on today.</summary>
internal sealed record ServerClock(DateTime Now)
{
    public MomentValue Today => new(Now.Date, IsDate: true);

    public MomentValue Moment => new(Now, IsDate: false);
}

/// <summary>Evaluates rule expressions over planned rows with SQL's three truth values, independently of the SQL the compiler writes.</summary>
internal sealed class ExprEvaluator(PlannedWorld world)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <param name="old">The row as it was before the event.</param>
    public Value Evaluate(Expr expr, PlannedRow row, bool old = false)
    {
        return expr switch
        {
            Ref node => SlotOf(node, row, old) is { } slot ? ValueOf(slot) : Value.Null,
            Literal node => Constant(node),
            Clock node => node.Kind == ClockKind.Today ? Today(row, old) : world.Clock.Moment,
            Interval node => ValueMath.Span(node.Period),
            Compare node => Compared(node, row, old),
            And node => Combine(node.Terms.Select(term => Evaluate(term, row, old)), absorbing: Value.False, neutral: Value.True),
            Or node => Combine(node.Terms.Select(term => Evaluate(term, row, old)), absorbing: Value.True, neutral: Value.False),
            Not node => Negate(Evaluate(node.Term, row, old)),
            Implies node => Combine([Negate(Evaluate(node.When, row, old)), Evaluate(node.Then, row, old)], absorbing: Value.True, neutral: Value.False),
            IsPresent node => Value.Of(Present(Evaluate(node.Term, row, old))),
            OneOf node => Listed(Evaluate(node.Term, row, old), node),
            Matches node => OfText(Evaluate(node.Term, row, old), text => Value.Of(IsMatch(text, node))),
            LengthOf node => Length(Evaluate(node.Term, row, old)),
            DecimalPlaces node => Evaluate(node.Term, row, old) is NumberValue number ? Value.Of(Places(number.Number)) : Value.Null,
            Rounded node => Evaluate(node.Term, row, old) is NumberValue exact ? Value.Of(Math.Round(exact.Number, node.Digits, MidpointRounding.AwayFromZero)) : Value.Null,
            CalendarPart node => Evaluate(node.Term, row, old) is MomentValue moment ? Value.Of(ValueMath.Part(node.Unit, LocalTime.Wall(moment, Zone(row, old)).At)) : Value.Null,
            Lower node => OfText(Evaluate(node.Term, row, old), text => Value.Of(text.ToLowerInvariant())),
            Trimmed node => OfText(Evaluate(node.Term, row, old), text => Value.Of(text.Trim(' '))),
            Arithmetic node => LocalTime.Alike(Evaluate(node.Left, row, old), Evaluate(node.Right, row, old), Zone(row, old)) is var (left, right) ? ValueMath.Calculate(node.Op, left, right) ?? Value.Null : Value.Null,
            Aggregate node => Figure(node, row),
            _ => throw new InvalidOperationException($"no value for {expr.GetType().Name}"),
        };
    }

    /// <summary>As if a planned row were not there.</summary>
    public Value EvaluateWithout(PlannedRow missing, Expr expr, PlannedRow row)
    {
        var place = world.Rows.IndexOf(missing);
        world.Rows.RemoveAt(place);
        var value = Evaluate(expr, row);
        world.Rows.Insert(place, missing);
        return value;
    }

    /// <summary>The place a reference stands for; null when it walks through an absent row.</summary>
    public Slot? SlotOf(Ref reference, PlannedRow row, bool old)
    {
        old |= reference.Old;
        foreach (var role in reference.Path.Take(reference.Path.Count - 1))
        {
            if (row.Table.LinkByRole(role) is not { } link || Slot.Of(row, link.Column, old).Value is not KeyValue key)
            {
                return null;
            }

            (row, old) = (key.Row, false);
        }

        return row.Table.ColumnOf(reference.Attribute) is { } column ? Slot.Of(row, column.Name, old) : null;
    }

    private Value ValueOf(Slot slot) => slot.Row.Table.Find(slot.Column) switch
    {
        { Generated: { } formula } => Evaluate(formula, slot.Row, slot.Old),
        { Type.Kind: DataKind.LocalTimestamp } when slot.Value is MomentValue moment => moment with { IsWall = true },
        _ => slot.Value,
    };

    private TimeZoneInfo Zone(PlannedRow row, bool old) => LocalTime.ZoneOf(world, row, old);

    private MomentValue Today(PlannedRow row, bool old) => new(LocalTime.Wall(world.Clock.Moment, Zone(row, old)).At.Date, IsDate: true);

    public static Value Constant(Literal literal) => literal.Kind switch
    {
        LiteralKind.Null => Value.Null,
        LiteralKind.Boolean => Value.Of(literal.Text == "true"),
        LiteralKind.Number => decimal.TryParse(literal.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Value.Of(number) : Value.Of(literal.Text),
        LiteralKind.Date => DateTime.TryParse(literal.Text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new MomentValue(date, IsDate: true) : Value.Null,
        _ => Value.Of(literal.Text),
    };

    /// <summary>A text constant as a value of the column it is compared with: a time of day has no literal of its own.</summary>
    public static Value Typed(Value value, DataKind? kind) =>
        kind == DataKind.Time && value is TextValue text && TimeSpan.TryParse(text.Text, CultureInfo.InvariantCulture, out var time) ? new ClockTimeValue(time) : value;

    private Value Compared(Compare node, PlannedRow row, bool old)
    {
        if (node.Left is Literal { Kind: LiteralKind.Null } || node.Right is Literal { Kind: LiteralKind.Null })
        {
            var term = Evaluate(node.Left is Literal { Kind: LiteralKind.Null } ? node.Right : node.Left, row, old);
            return Value.Of(term.IsNull == (node.Op == CompareOp.Equal));
        }

        // The time between two moments is compared by the calendar: end - start <= 1 month means end <= start + 1 month.
        if (node is { Left: Arithmetic { Op: ArithmeticOp.Subtract } between } && Evaluate(between.Right, row, old) is MomentValue && Evaluate(node.Right, row, old) is SpanValue)
        {
            return Compared(new Compare(node.Op, between.Left, new Arithmetic(ArithmeticOp.Add, between.Right, node.Right)), row, old);
        }

        var (one, other) = Alike(Evaluate(node.Left, row, old), Evaluate(node.Right, row, old));
        var (left, right) = LocalTime.OfOneDay(LocalTime.Alike(one, other, Zone(row, old)));
        return ValueMath.Order(left, right) is { } order ? Value.Of(node.Op.Holds(order)) : Value.Null;
    }

    /// <summary>A text constant beside another type is read as that type, as the server does.</summary>
    private static (Value Left, Value Right) Alike(Value left, Value right) => (left, right) switch
    {
        (NumberValue, TextValue text) when decimal.TryParse(text.Text, CultureInfo.InvariantCulture, out var number) => (left, Value.Of(number)),
        (TextValue text, NumberValue) when decimal.TryParse(text.Text, CultureInfo.InvariantCulture, out var number) => (Value.Of(number), right),
        (ClockTimeValue, TextValue) => (left, Typed(right, DataKind.Time)),
        (TextValue, ClockTimeValue) => (Typed(left, DataKind.Time), right),
        (TruthValue, TextValue text) => (left, Value.Of(text.Text == "true")),
        _ => (left, right),
    };

    private static Value Negate(Value value) => value is TruthValue truth ? Value.Of(!truth.Holds) : Value.Null;

    private static Value Combine(IEnumerable<Value> terms, Value absorbing, Value neutral)
    {
        var values = terms.ToArray();
        return values.Contains(absorbing) ? absorbing : values.Any(value => value is not TruthValue) ? Value.Null : neutral;
    }

    private static bool Present(Value value) => value switch
    {
        NullValue => false,
        TextValue text => text.Text.Trim(' ').Length > 0,
        ListValue list => list.Items.Count > 0,
        _ => true,
    };

    private static Value Listed(Value term, OneOf node)
    {
        var values = node.Values.Where(value => value.Kind != LiteralKind.Null).Select(Constant).ToArray();
        return term switch
        {
            NullValue => Value.Null,
            ListValue list => Value.Of(list.Items.All(item => values.Contains(Value.Of(item)))),
            _ => Value.Of(Array.Exists(values, value => Alike(term, value) is var (left, right) && ValueMath.Order(left, right) == 0)),
        };
    }

    private static Value OfText(Value value, Func<string, Value> map) => value is TextValue text ? map(text.Text) : Value.Null;

    private static bool IsMatch(string text, Matches node) =>
        Regex.IsMatch(text, node.Pattern, RegexOptions.CultureInvariant | (node.IgnoreCase ? RegexOptions.IgnoreCase : RegexOptions.None), Patience);

    private static Value Length(Value value) => value switch
    {
        TextValue text => Value.Of(text.Text.EnumerateRunes().Count()),
        ListValue list => Value.Of(list.Items.Count),
        _ => Value.Null,
    };

    private static int Places(decimal number) => (int)((number / 1.0000000000000000000000000000m).Scale);

    /// <summary>Over the planned rows that refer to this one.</summary>
    private Value Figure(Aggregate node, PlannedRow row)
    {
        var children = world.ChildrenOf(row, node).Where(child => node.Where is null || Evaluate(node.Where, child) == Value.True).ToArray();
        if (node.Kind == AggregateKind.Count)
        {
            return Value.Of(children.Length);
        }

        var values = children.Select(child => Evaluate(Ref.To(node.Attribute ?? ""), child)).OfType<NumberValue>().Select(value => value.Number).ToArray();
        return node.Kind switch
        {
            AggregateKind.Sum => Value.Of(values.Sum()),
            _ when values.Length == 0 => Value.Null,
            AggregateKind.Min => Value.Of(values.Min()),
            _ => Value.Of(values.Max()),
        };
    }
}
