using System.Globalization;
using Schemawright.Collections;

namespace Schemawright.Proof.Vectors;

/// <summary>A value of a planned row, as SQL would hold it.</summary>
internal abstract record Value
{
    public static Value Null { get; } = new NullValue();

    public static Value True { get; } = new TruthValue(true);

    public static Value False { get; } = new TruthValue(false);

    public bool IsNull => this is NullValue;

    public static Value Of(bool truth) => truth ? True : False;

    public static Value Of(decimal number) => new NumberValue(number);

    public static Value Of(string text) => new TextValue(text);
}

internal sealed record NullValue : Value;

internal sealed record TruthValue(bool Holds) : Value;

internal sealed record NumberValue(decimal Number) : Value;

internal sealed record TextValue(string Text) : Value;

/// <summary>A date, or a point in time in UTC.</summary>
internal sealed record MomentValue(DateTime At, bool IsDate) : Value
{
    /// <summary>What a clock on the wall shows, in no zone.</summary>
    public bool IsWall { get; init; }
}

/// <summary>A time of day.</summary>
internal sealed record ClockTimeValue(TimeSpan At) : Value;

/// <summary>A length of time in PostgreSQL's three parts, since months and days have no fixed length.</summary>
internal sealed record SpanValue(int Months, int Days, TimeSpan Time) : Value
{
    /// <summary>Working days have a length only from a day on.</summary>
    public int WorkingDays { get; init; }

    /// <summary>As PostgreSQL compares them: a month counts 30 days, a day 24 hours.</summary>
    public TimeSpan Comparable => TimeSpan.FromDays((Months * 30) + Days + WorkingDays + (2 * (WorkingDays / 5))) + Time;
}

internal sealed record ListValue(Seq<string> Items) : Value;

/// <summary>A reference to a planned row: the values of its key.</summary>
internal sealed record KeyValue(PlannedRow Row) : Value
{
    public bool Equals(KeyValue? other) => other is not null && ReferenceEquals(Row, other.Row);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Row);
}

/// <summary>A value rules do not look into: identifiers, documents, addresses, bytes.</summary>
internal sealed record OpaqueValue(string Text) : Value;

/// <summary>How a value is sent to the server: as an untyped text constant, which takes the column's type.</summary>
internal static class ValueText
{
    public static string? Of(Value value) => value switch
    {
        NullValue => null,
        TruthValue truth => truth.Holds ? "true" : "false",
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        TextValue text => text.Text,
        MomentValue { IsDate: true } date => date.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        MomentValue moment => moment.At.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "+00",
        ClockTimeValue time => time.At.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture),
        SpanValue span => $"{span.Months} months {span.Days} days {(long)span.Time.TotalSeconds} seconds",
        ListValue list => "{" + string.Join(',', list.Items.Select(item => "\"" + item.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"")) + "}",
        OpaqueValue opaque => opaque.Text,
        _ => throw new InvalidOperationException($"a {value.GetType().Name} has no text of its own"),
    };
}
