using Schemawright.Terms;

namespace Schemawright.Facts.Language;

/// <summary>The units of time and size that documents use.</summary>
internal static class Units
{
    private static readonly Dictionary<string, PeriodUnit> Times = new(StringComparer.OrdinalIgnoreCase)
    {
        ["s"] = PeriodUnit.Second, ["sec"] = PeriodUnit.Second, ["secs"] = PeriodUnit.Second, ["second"] = PeriodUnit.Second, ["seconds"] = PeriodUnit.Second,
        ["min"] = PeriodUnit.Minute, ["mins"] = PeriodUnit.Minute, ["minute"] = PeriodUnit.Minute, ["minutes"] = PeriodUnit.Minute,
        ["h"] = PeriodUnit.Hour, ["hr"] = PeriodUnit.Hour, ["hrs"] = PeriodUnit.Hour, ["hour"] = PeriodUnit.Hour, ["hours"] = PeriodUnit.Hour,
        ["d"] = PeriodUnit.Day, ["day"] = PeriodUnit.Day, ["days"] = PeriodUnit.Day,
        ["week"] = PeriodUnit.Week, ["weeks"] = PeriodUnit.Week,
        ["month"] = PeriodUnit.Month, ["months"] = PeriodUnit.Month, ["mo"] = PeriodUnit.Month,
        ["quarter"] = PeriodUnit.Quarter, ["quarters"] = PeriodUnit.Quarter,
        ["year"] = PeriodUnit.Year, ["years"] = PeriodUnit.Year, ["yr"] = PeriodUnit.Year, ["yrs"] = PeriodUnit.Year,
    };

    private static readonly Dictionary<string, decimal> Sizes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["B"] = 1m, ["byte"] = 1m, ["bytes"] = 1m,
        ["KB"] = 1024m, ["KiB"] = 1024m, ["MB"] = 1048576m, ["MiB"] = 1048576m, ["GB"] = 1073741824m, ["GiB"] = 1073741824m,
        ["TB"] = 1099511627776m, ["TiB"] = 1099511627776m, ["PB"] = 1125899906842624m, ["PiB"] = 1125899906842624m,
        ["kilobytes"] = 1024m, ["megabytes"] = 1048576m, ["gigabytes"] = 1073741824m, ["terabytes"] = 1099511627776m,
    };

    public static PeriodUnit? Time(string word) => Times.TryGetValue(word, out var unit) ? unit : null;

    /// <summary>How many bytes the unit has, or null when the word is no unit of size.</summary>
    public static decimal? Bytes(string word) => Sizes.TryGetValue(word, out var bytes) ? bytes : null;

    public static string? Currency(char sign) => sign switch { '$' => "USD", '€' => "EUR", '£' => "GBP", '¥' => "JPY", '₹' => "INR", _ => null };

    public static string? Currency(string word) => word switch
    {
        "USD" or "EUR" or "GBP" or "CAD" or "AUD" or "CHF" or "JPY" or "INR" or "NZD" or "SEK" or "NOK" or "DKK" => word,
        "dollars" or "dollar" => "USD",
        "euros" or "euro" => "EUR",
        "pounds" => "GBP",
        _ => null,
    };
}
