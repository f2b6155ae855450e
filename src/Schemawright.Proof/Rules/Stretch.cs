using System.Globalization;
using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>A stretch of time that the rules of a table let a row take, whatever they say of its length.</summary>
internal sealed record Stretch(Value Start, Value End)
{
    private const int Most = 3;

    public static IEnumerable<Stretch> Of(TableDesign table, ExclusionDesign exclusion, Staging staging)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        var (start, end) = (Ref.To(exclusion.Start), Ref.To(exclusion.End));
        Goal[] goals =
        [
            new(new IsPresent(start), row, Wanted.True), new(new IsPresent(end), row, Wanted.True), new(new Compare(CompareOp.Less, start, end), row, Wanted.True), .. RowRules.Created(row),
        ];
        return staging.Solve(world, goals).Select(_ => new Stretch(row[exclusion.Start], row[exclusion.End])).Distinct().Take(Most).ToArray();
    }

    /// <summary>Where it begins, so many of its lengths later.</summary>
    public Value After(decimal lengths) => ValueMath.Calculate(ArithmeticOp.Subtract, End, Start) is { } length && Part(length, lengths) is { } part
        ? ValueMath.Calculate(ArithmeticOp.Add, Start, part) ?? Value.Null
        : Value.Null;

    /// <summary>As long, and beginning then.</summary>
    public Stretch From(MomentValue start) =>
        this with { Start = start, End = ValueMath.Calculate(ArithmeticOp.Subtract, End, Start) is { } length ? ValueMath.Calculate(ArithmeticOp.Add, start, length) ?? Value.Null : Value.Null };

    public static Expr Written(Value value, ServerClock clock) => value switch
    {
        MomentValue { IsDate: true } date => new Literal(LiteralKind.Date, date.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        MomentValue moment => new Arithmetic(ArithmeticOp.Add, new Clock(ClockKind.Now), new Interval(new Period((decimal)(moment.At - clock.Now).TotalSeconds, PeriodUnit.Second))),
        NumberValue number => Literal.Number(number.Number),
        _ => Literal.String(value.IsNull ? "" : ValueText.Of(value) ?? ""),
    };

    private static Value? Part(Value length, decimal factor) => length switch
    {
        NumberValue number => Value.Of(decimal.Truncate(number.Number * factor)),
        SpanValue span => new SpanValue(0, 0, span.Comparable * (double)factor),
        _ => null,
    };
}
