using System.Globalization;
using Schemawright.Terms;

namespace Schemawright.Rendering;

/// <summary>Numbers and lists as sentences carry them.</summary>
internal static class English
{
    /// <summary><c>1 table</c>, <c>12 tables</c>, <c>no table</c>.</summary>
    public static string Count(int count, string noun, string? plural = null) => count switch
    {
        0 => $"no {noun}",
        1 => $"1 {noun}",
        _ => $"{Figure(count)} {plural ?? noun + "s"}",
    };

    /// <summary>The verb that goes with so many.</summary>
    public static string Verb(int count, string one, string many) => count == 1 ? one : many;

    /// <summary><c>every day</c>, <c>every 2 weeks</c>.</summary>
    public static string Every(Period period) => period.Amount == 1 ? $"every {period.ToString()[2..]}" : $"every {period}";

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IEnumerable<string> items, string last = "and")
    {
        var all = items.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }

    /// <summary>With thousands separated, without idle decimals: <c>1,200</c>, <c>0.5</c>.</summary>
    public static string Figure(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>Bytes in the unit people would use, by 1024 as PostgreSQL counts: <c>1.5 GB</c>.</summary>
    public static string Bytes(decimal bytes)
    {
        string[] units = ["bytes", "kB", "MB", "GB", "TB", "PB"];
        var unit = 0;
        while (bytes >= 1024 && unit < units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return $"{(bytes >= 100 || unit == 0 ? Math.Round(bytes) : Math.Round(bytes, 1)).ToString("0.#", CultureInfo.InvariantCulture)} {units[unit]}";
    }

    /// <summary>A sentence ends in a full stop.</summary>
    public static string Sentence(string words)
    {
        var text = words.Trim();
        return text.Length == 0 || text[^1] is '.' or '!' or '?' or ':' or '…' ? text : text + ".";
    }

    /// <summary>Begins with a capital, unless the first word is a name in code: <c>end_date</c>.</summary>
    public static string Capital(string words)
    {
        var first = words.Split(' ')[0];
        return words.Length == 0 || first.Contains('_', StringComparison.Ordinal) || first.Contains('.', StringComparison.Ordinal) ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
