using Schemawright.Terms;

namespace Schemawright.Facts.Language;

/// <summary>Finds the time zone that words name: "Europe/Vienna", "CET", "Eastern Time", "Tokyo time".</summary>
public static class ZoneNames
{
    private static readonly (string Words, string Zone)[] Spoken =
    [
        ("Central European Time", "Europe/Berlin"), ("CET", "Europe/Berlin"), ("CEST", "Europe/Berlin"), ("Eastern European Time", "Europe/Helsinki"), ("EET", "Europe/Helsinki"), ("Western European Time", "Europe/Lisbon"), ("WET", "Europe/Lisbon"),
        ("UK time", "Europe/London"), ("British time", "Europe/London"), ("Eastern Time", "America/New_York"), ("Central Time", "America/Chicago"), ("Mountain Time", "America/Denver"), ("Pacific Time", "America/Los_Angeles"),
        ("Universal Time", "UTC"), ("UTC", "UTC"), ("GMT", "UTC"), ("Japan Standard Time", "Asia/Tokyo"), ("Indian Standard Time", "Asia/Kolkata"),
    ];

    private static readonly Dictionary<string, string> Places = TimeZones.All.Where(zone => zone.Contains('/', StringComparison.Ordinal) && !zone.StartsWith("Etc/", StringComparison.Ordinal))
        .GroupBy(zone => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' '), StringComparer.Ordinal).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    private static readonly HashSet<string> Known = TimeZones.All.ToHashSet(StringComparer.Ordinal);

    /// <summary>Null where none is named, and where several are.</summary>
    public static string? In(string text)
    {
        var words = text.Split([' ', ',', ';', '(', ')', '`', '"', '*'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd('.', ':')).ToArray();
        var found = words.Where(word => word.Contains('/', StringComparison.Ordinal) && Known.Contains(word)).Concat(Local(words)).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        found = found.Length > 0 ? found : [.. Spoken.Where(spoken => Has(words, spoken.Words)).Select(spoken => spoken.Zone).Distinct(StringComparer.Ordinal).Take(2)];
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>"New York time", "Vienna local time".</summary>
    private static IEnumerable<string> Local(string[] words)
    {
        for (var at = 1; at < words.Length; at++)
        {
            var end = words[at] is "time" or "Time" ? words[at - 1] == "local" ? at - 1 : at : 0;
            for (var length = Math.Min(3, end); length > 0; length--)
            {
                if (Places.TryGetValue(string.Join(' ', words[(end - length)..end]), out var zone))
                {
                    yield return zone;
                    break;
                }
            }
        }
    }

    private static bool Has(string[] words, string spoken)
    {
        var parts = spoken.Split(' ');
        return Enumerable.Range(0, Math.Max(0, words.Length - parts.Length + 1)).Any(at => parts.Select((part, place) => words[at + place].Equals(part, parts.Length == 1 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)).All(same => same));
    }
}
