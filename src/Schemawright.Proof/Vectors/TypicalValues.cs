using System.Globalization;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Terms;

namespace Schemawright.Proof.Vectors;

/// <summary>An ordinary value for a column: valid for its type, and another one for each row.</summary>
internal static class TypicalValues
{
    public static Value Of(PlannedRow row, ColumnDesign column, ServerClock clock) => column.Role switch
    {
        ColumnRole.Version => Value.Of(1),
        ColumnRole.StateSince or ColumnRole.CreatedAt or ColumnRole.UpdatedAt => clock.Moment,
        ColumnRole.DeletedAt => Value.Null,
        _ when column.Default is Literal constant => ExprEvaluator.Constant(constant),
        _ when column.Default is Clock time => time.Kind == ClockKind.Today ? clock.Today : clock.Moment,
        // Far from the numbers the database gives itself, which begin at 1.
        _ when !column.Nullable && row.Table.IsGiven(column.Name) => OfType(column.Type, row.Number + 900_000, column.Name, clock),
        _ when row.Table.IsKey(column.Name) || !column.Nullable => Initially(row, column) ?? OfType(column.Type, row.Number, column.Name, clock),
        _ => Value.Null,
    };

    /// <summary>A value though the column may be null.</summary>
    public static Value Given(PlannedRow row, ColumnDesign column, ServerClock clock) => OfType(column.Type, row.Number, column.Name, clock);

    /// <summary>A state column begins in a state new rows may have.</summary>
    private static Value? Initially(PlannedRow row, ColumnDesign column) =>
        row.Table.Transitions.FirstOrDefault(machine => machine.Column == column.Name) is { Initial.Count: > 0 } machine ? Value.Of(machine.Initial[0]) : null;

    private static Value OfType(DataType type, int number, string name, ServerClock clock) =>
        type.IsArray && type.Kind != DataKind.Json ? new ListValue(type.Values.Count > 0 ? [type.Values[0]] : Items(type, number, name, clock)) : Scalar(type, number, name, clock);

    private static Seq<string> Items(DataType type, int number, string name, ServerClock clock) =>
        ValueText.Of(Scalar(type, number, name, clock)) is { } item ? [item] : [];

    private static Value Scalar(DataType type, int number, string name, ServerClock clock) => type.Kind switch
    {
        DataKind.Uuid => new OpaqueValue(Uuid(number, clock)),
        DataKind.Identity or DataKind.BigInteger or DataKind.Integer => Value.Of(number),
        DataKind.Decimal or DataKind.Money => Value.Of(Fitting(number, type)),
        DataKind.Percentage => Value.Of(number % 100),
        DataKind.Boolean => Value.False,
        DataKind.Date => clock.Today,
        DataKind.Time => new ClockTimeValue(TimeSpan.FromHours(9)),
        DataKind.Timestamp => clock.Moment,
        DataKind.LocalTimestamp => clock.Today with { IsDate = false },
        DataKind.Duration => new SpanValue(0, 0, TimeSpan.FromHours(1)),
        DataKind.Email => Value.Of(FormattableString.Invariant($"person{number}@example.com")),
        DataKind.Phone => Value.Of(FormattableString.Invariant($"+1202555{number:00000}")),
        DataKind.Url => Value.Of(FormattableString.Invariant($"https://example.com/{number}")),
        DataKind.Json => new OpaqueValue("{}"),
        DataKind.Enumeration => Value.Of(type.Values.Count > 0 ? type.Values[0] : "value"),
        DataKind.CurrencyCode => Value.Of(Currencies.All[number % Currencies.All.Count]),
        DataKind.CountryCode => Value.Of(Countries.All[number % Countries.All.Count]),
        DataKind.LanguageCode => Value.Of(Letters(number, 3).ToLowerInvariant()),
        DataKind.TimeZone => Value.Of(number % 2 == 0 ? "Europe/Lisbon" : "UTC"),
        DataKind.IpAddress => new OpaqueValue(FormattableString.Invariant($"192.0.2.{number % 250}")),
        DataKind.Binary => new OpaqueValue(FormattableString.Invariant($"\\x{number:x8}")),
        DataKind.Coordinates => new OpaqueValue("(0,0)"),
        _ => Value.Of(Text(type, number, name)),
    };

    /// <summary>A version 7 identifier of now, so that it falls into today's partition.</summary>
    private static string Uuid(int number, ServerClock clock)
    {
        var milliseconds = new DateTimeOffset(clock.Now, TimeSpan.Zero).ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture);
        return FormattableString.Invariant($"{milliseconds[..8]}-{milliseconds[8..]}-7000-8000-{number:x12}");
    }

    private static decimal Fitting(int number, DataType type)
    {
        var digits = (type.Precision ?? 12) - (type.Scale ?? 2);
        return digits >= 5 ? 100 + number : number % (decimal)Math.Pow(10, Math.Max(1, digits));
    }

    private static string Text(DataType type, int number, string name)
    {
        var count = Letters(number, 3).ToLowerInvariant();
        var text = name.Replace('_', ' ') + " " + count;
        var most = type.Length ?? text.Length;
        return text.Length <= most ? text : most >= 3 ? text[..(most - 3)] + count : count[^most..];
    }

    private static string Letters(int number, int length)
    {
        Span<char> letters = stackalloc char[length];
        for (var index = length - 1; index >= 0; index--, number /= 26)
        {
            letters[index] = (char)('A' + (number % 26));
        }

        return new string(letters);
    }
}
