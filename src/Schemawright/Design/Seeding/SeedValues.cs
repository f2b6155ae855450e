using System.Globalization;
using Schemawright.Terms;

namespace Schemawright.Design.Seeding;

/// <summary>Which optional columns a made-up row fills.</summary>
internal enum SeedFilling
{
    /// <summary>What is known when a row is made: no later event, nobody who acted on it since.</summary>
    Beginning,
    Everything,
    Required,
}

/// <summary>One way of making up values: how large the numbers are, whether optional columns are filled, how dates lie.</summary>
internal sealed record SeedStyle(decimal Scale, SeedFilling Filling, SeedCalendar Calendar)
{
    public static IEnumerable<SeedStyle> All { get; } =
    [
        .. from filling in Enum.GetValues<SeedFilling>()
           from scale in new[] { 1m, 10m, 100m, 1000m, 0.01m }
           from calendar in Enum.GetValues<SeedCalendar>()
           select new SeedStyle(scale, filling, calendar),
    ];
}

/// <summary>Makes up a plausible value for a column: the same for the same row on every run.</summary>
internal static class SeedValues
{
    /// <param name="turn">Which row, counted from 1 over all tenants.</param>
    /// <param name="place">Which column: dates of later columns lie later.</param>
    /// <param name="first">Whether it is the row's first date.</param>
    /// <returns>Null when nothing fits the type.</returns>
    public static Literal? For(ColumnDesign column, string thing, int turn, int place, bool first, SeedStyle style) => column.Type switch
    {
        { IsArray: true } => Literal.String("{}"),
        { Kind: DataKind.Enumeration } type => type.Values.Count == 0 ? null : Literal.String(type.Values[(turn - 1) % type.Values.Count]),
        { Kind: DataKind.Email } => Literal.String(Text($"{thing}{turn}@example.com").Replace(' ', '.')),
        { Kind: DataKind.Phone } => Literal.String(Text($"+1555{turn:0000000}")),
        { Kind: DataKind.Url } => Literal.String(Text($"https://example.com/{thing.Replace(' ', '-')}-{turn}.pdf")),
        { Kind: DataKind.ShortText or DataKind.LongText } type => Literal.String(Cut(Words(column, thing, turn), type.Length)),
        { Kind: DataKind.Boolean } => Literal.Bool(true),
        { Kind: DataKind.Integer or DataKind.BigInteger } => Literal.Number(Math.Max(1, Math.Truncate(turn * style.Scale))),
        { Kind: DataKind.Decimal or DataKind.Money } => Literal.Number(turn * style.Scale),
        { Kind: DataKind.Percentage } => Literal.Number(Math.Min(100, turn * style.Scale)),
        { Kind: DataKind.Date } => Literal.String(SeedDates.For(style.Calendar, turn, place, first, "yyyy-MM-dd")),
        { Kind: DataKind.Timestamp } => Literal.String(SeedDates.For(style.Calendar, turn, place, first, "yyyy-MM-dd 09:00:00+00")),
        { Kind: DataKind.LocalTimestamp } => Literal.String(SeedDates.For(style.Calendar, turn, place, first, "yyyy-MM-dd 09:00:00")),
        { Kind: var kind } => Fixed(kind),
    };

    public static string Uuid(string table, int turn)
    {
        // The first half is a time of January 2025 and the version 7, so the keys sort like real ones.
        var hash = 2166136261u;
        foreach (var character in table)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return string.Create(CultureInfo.InvariantCulture, $"01941f29-7c00-7{hash >> 20:x3}-8{(hash >> 8) & 0xFFF:x3}-{hash & 0xFF:x2}00{turn:x8}");
    }

    private static Literal? Fixed(DataKind kind) => kind switch
    {
        DataKind.Json => Literal.String("{}"),
        DataKind.CurrencyCode => Literal.String("EUR"),
        DataKind.CountryCode => Literal.String("NL"),
        DataKind.LanguageCode => Literal.String("en"),
        DataKind.TimeZone => Literal.String("UTC"),
        DataKind.IpAddress => Literal.String("192.0.2.1"),
        DataKind.Time => Literal.String("09:00:00"),
        DataKind.Duration => Literal.String("01:00:00"),
        DataKind.Binary => Literal.String("\\x5eed"),
        _ => null,
    };

    private static string Words(ColumnDesign column, string thing, int turn) =>
        column.Name.EndsWith("url", StringComparison.Ordinal) ? Text($"https://example.com/{thing.Replace(' ', '-')}-{turn}.pdf")
        : Text($"{thing} {turn} {(column.Name == "name" ? "" : column.Name.Replace('_', ' '))}").TrimEnd();

    private static string Cut(string text, int? length)
    {
        // The end tells rows apart, so the beginning is cut.
        return length is { } most && text.Length > most ? text[^most..].Trim() : text;
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
