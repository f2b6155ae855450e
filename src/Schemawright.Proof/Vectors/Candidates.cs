using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>Values worth trying for a place: those that put the expression at its boundaries first, then ordinary ones.</summary>
internal static class Candidates
{
    private const int Most = 60;

    public static IEnumerable<Value> For(Slot slot, Goal goal, PlannedWorld world)
    {
        var column = slot.Row.Table.Find(slot.Column) ?? throw new InvalidOperationException($"no column {slot.Column}");
        if (slot.Row.Table.LinkByColumn(slot.Column) is { } link && link.Column == slot.Column && world.Design.Find(link.ReferencedTable) is { } parent)
        {
            return References(slot, column, parent, world);
        }

        var current = slot.Value;
        return Boundaries.Of(goal.Expr, goal.Row, goal.Old, slot, world)
            .Concat(Patterned(goal, slot, world))
            .Concat(Ordinary(slot.Row, column, world))
            .Where(value => (Fits(value, column, goal.Expr is OneOf) || (value.IsNull && world.IsRelaxed)) && value != current && (!goal.IsBackground || IsOrdinary(value, column.Type)))
            .Distinct()
            .Take(Most)
            .ToArray();
    }

    /// <summary>Values that put a further goal on its edges.</summary>
    public static IEnumerable<Value> Near(Slot slot, Goal goal, PlannedWorld world) =>
        slot.Row.Table.Find(slot.Column) is { } column && slot.Row.Table.LinkByColumn(slot.Column) is null
            ? Boundaries.Of(goal.Expr, goal.Row, goal.Old, slot, world).Where(value => Fits(value, column, isListed: false) && IsOrdinary(value, column.Type)).Take(Most).ToArray()
            : [];

    /// <summary>What the table's own patterns ask of the column, whatever the goal is: a value that is only given would break them.</summary>
    private static IEnumerable<Value> Patterned(Goal goal, Slot slot, PlannedWorld world) => slot.Row.Table.Checks
        .SelectMany(check => check.Condition.Nodes()).OfType<Matches>().Where(pattern => pattern != goal.Expr && pattern.Term is Ref { IsOwn: true } own && own.Attribute == slot.Column)
        .SelectMany(pattern => Boundaries.Of(pattern, slot.Row, goal.Old, slot, world));

    private static IEnumerable<Value> References(Slot slot, ColumnDesign column, TableDesign parent, PlannedWorld world)
    {
        var known = world.Rows.Where(row => row.Table == parent).ToArray();
        foreach (var row in known)
        {
            yield return new KeyValue(row);
        }

        var isNew = known.Length == 0;
        var fresh = isNew ? world.Default(parent) : world.Fresh(parent);
        if (fresh != slot.Row)
        {
            yield return new KeyValue(fresh);
        }

        world.Forget(fresh);
        if (column.Nullable || world.IsRelaxed)
        {
            yield return Value.Null;
        }
    }

    private static IEnumerable<Value> Ordinary(PlannedRow row, ColumnDesign column, PlannedWorld world)
    {
        foreach (var value in column.Type.Values)
        {
            yield return column.Type.IsArray ? new ListValue([value]) : Value.Of(value);
        }

        if (column.Type.Kind == DataKind.Boolean)
        {
            yield return Value.True;
            yield return Value.False;
        }

        yield return TypicalValues.Given(row, column, world.Clock);
        if (column.Nullable || world.IsRelaxed)
        {
            yield return Value.Null;
        }

        foreach (var value in Extremes(column.Type, world.Clock))
        {
            yield return value;
        }
    }

    private static IEnumerable<Value> Extremes(DataType type, ServerClock clock) => type.Kind switch
    {
        _ when type.IsArray => [new ListValue([]), new ListValue(["a", "b"])],
        DataKind.Integer or DataKind.BigInteger => [Value.Of(0), Value.Of(1), Value.Of(-1), Value.Of(1000)],
        DataKind.Decimal or DataKind.Money or DataKind.Percentage => [Value.Of(0), Value.Of(1), Value.Of(-1), Value.Of(1.5m), Value.Of(100)],
        DataKind.Date => [Day(clock, -1), Day(clock, 1), Day(clock, -400), Day(clock, 400)],
        DataKind.Timestamp or DataKind.LocalTimestamp => [Hour(clock, -1), Hour(clock, 1), Hour(clock, -24 * 400), Hour(clock, 24 * 400)],
        DataKind.CurrencyCode => [.. Currencies.All.Skip(40).Take(3).Concat(Currencies.All.TakeLast(3)).Select(Value.Of)],
        DataKind.Duration => [new SpanValue(0, 0, TimeSpan.FromMinutes(1)), new SpanValue(0, 30, TimeSpan.Zero)],
        DataKind.Time => [new ClockTimeValue(TimeSpan.FromHours(1)), new ClockTimeValue(TimeSpan.FromHours(20))],
        DataKind.ShortText or DataKind.LongText or DataKind.Unknown => [Value.Of("Abc"), Value.Of("x"), Value.Of(" padded "), Value.Of("")],
        _ => [],
    };

    private static Value Day(ServerClock clock, int days) => clock.Today with { At = clock.Today.At.AddDays(days) };

    private static Value Hour(ServerClock clock, int hours) => clock.Moment with { At = clock.Now.AddHours(hours) };

    /// <summary>The server would take the value for this column, rules aside.</summary>
    /// <param name="isListed">A rule of its own lists the values, so one outside the type's list may be what it refuses.</param>
    private static bool Fits(Value value, ColumnDesign column, bool isListed) => value switch
    {
        NullValue => column.Nullable,
        NumberValue number => IsNumber(column.Type.Kind) && (column.Type.Kind is DataKind.Decimal or DataKind.Money or DataKind.Percentage || decimal.IsInteger(number.Number))
            && Math.Abs(number.Number) < Limit(column.Type),
        TextValue text => TakesText(column.Type.Kind) && !column.Type.IsArray && (column.Type.Length is not { } most || text.Text.Length <= most)
            && (column.Type.Values.Count == 0 || isListed || column.Type.Values.Contains(text.Text, StringComparer.Ordinal)),
        TruthValue => column.Type.Kind == DataKind.Boolean,
        MomentValue moment => column.Type.Kind == DataKind.Date ? moment.IsDate : column.Type.Kind is DataKind.Timestamp or DataKind.LocalTimestamp,
        SpanValue => column.Type.Kind == DataKind.Duration,
        ClockTimeValue => column.Type.Kind == DataKind.Time,
        ListValue => column.Type.IsArray,
        KeyValue => false,
        _ => true,
    };

    /// <summary>Within what the type itself demands of a share or an amount.</summary>
    private static bool IsOrdinary(Value value, DataType type) => value is not NumberValue number || type.Kind switch
    {
        DataKind.Percentage => number.Number is >= 0 and <= 100 && decimal.Round(number.Number, 4) == number.Number,
        DataKind.Money => decimal.Round(number.Number, type.Scale ?? 2) == number.Number,
        DataKind.Decimal when type.Scale is { } scale => decimal.Round(number.Number, scale) == number.Number,
        _ => true,
    };

    private static bool IsNumber(DataKind kind) =>
        kind is DataKind.Integer or DataKind.BigInteger or DataKind.Identity or DataKind.Decimal or DataKind.Money or DataKind.Percentage;

    private static bool TakesText(DataKind kind) => kind is DataKind.ShortText or DataKind.LongText or DataKind.Unknown or DataKind.Enumeration
        or DataKind.CurrencyCode or DataKind.CountryCode or DataKind.LanguageCode or DataKind.Email or DataKind.Phone or DataKind.Url or DataKind.TimeZone;

    private static decimal Limit(DataType type) => type.Kind switch
    {
        DataKind.Integer => int.MaxValue,
        DataKind.BigInteger or DataKind.Identity => long.MaxValue,
        _ => (decimal)Math.Pow(10, Math.Min(20, (type.Precision ?? 20) - (type.Scale ?? 0))),
    };
}
