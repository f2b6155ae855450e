using System.Globalization;

namespace Schemawright.Proof.Vectors;

/// <summary>Says what an attempt chose, in words that are the same on every day and every run.</summary>
internal static class Wording
{
    private const int LongestText = 40;

    public static string Of(string verb, PlannedRow row, IEnumerable<Choice> choices, ServerClock clock)
    {
        var parts = choices.Select(choice => Of(choice, row, clock)).ToArray();
        return parts.Length == 0 ? $"{verb} an ordinary row" : $"{verb} with {string.Join(", ", parts)}";
    }

    public static string Of(Value value, ServerClock clock) => value switch
    {
        NullValue => "null",
        TextValue text => text.Text.Length <= LongestText ? $"'{text.Text}'" : $"a text of {text.Text.Length.ToString(CultureInfo.InvariantCulture)} characters",
        MomentValue { IsDate: true } date => "today" + Distance(date.At - clock.Now.Date),
        MomentValue moment => "now" + Distance(moment.At - clock.Now),
        KeyValue key => $"a {key.Row.Table.Name} row",
        ListValue list => "[" + string.Join(", ", list.Items) + "]",
        OpaqueValue => "another value",
        _ => ValueText.Of(value) ?? "null",
    };

    private static string Of(Choice choice, PlannedRow row, ServerClock clock)
    {
        var place = choice.Slot.Row == row ? choice.Slot.Column : $"{choice.Slot.Row.Table.Name}.{choice.Slot.Column}";
        return $"{(choice.Slot.Old ? "the former " : "")}{place} = {Of(choice.Value, clock)}";
    }

    private static string Distance(TimeSpan distance)
    {
        var size = distance.Duration();
        var text = size == TimeSpan.Zero ? ""
            : size.Ticks % TimeSpan.TicksPerDay == 0 ? Count((long)size.TotalDays, "day")
            : size.Ticks % TimeSpan.TicksPerMinute == 0 ? Count((long)size.TotalMinutes, "minute")
            : Count((long)size.TotalSeconds, "second");
        return text.Length == 0 ? "" : (distance < TimeSpan.Zero ? " - " : " + ") + text;
    }

    private static string Count(long count, string unit) => count.ToString(CultureInfo.InvariantCulture) + " " + unit + (count == 1 ? "" : "s");
}
