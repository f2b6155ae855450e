using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>
/// Writes out what people shorten in a list of attributes: "grade [low, high]", "kind = day | night" and "size S/M/L" name their values, "rate 20 %"
/// its figure, "flight(s)" means several, and "belongs to one crew" names what is referred to.
/// </summary>
internal static class ShortHands
{
    private const int LongestName = 40;

    private static readonly string[] Belongings = ["belongs to", "belonging to", "belong to"];
    private static readonly string[] Counts = ["exactly one ", "one ", "a ", "an ", "the ", "its ", "1 "];

    public static string WrittenOut(string piece)
    {
        var text = piece.Trim();
        var bracket = text.EndsWith(']') ? text.IndexOf('[', StringComparison.Ordinal) : -1;
        if (bracket > 0 && bracket <= LongestName && text[bracket..].AsSpan().ContainsAny(',', '|', '/'))
        {
            return $"{text[..bracket].TrimEnd()} ({text[(bracket + 1)..^1]})";
        }

        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && equals <= LongestName && text[equals..].Contains('|', StringComparison.Ordinal) && !text[..equals].AsSpan().ContainsAny("<>!(:"))
        {
            return $"{text[..equals].TrimEnd()} ({text[(equals + 1)..].Trim()})";
        }

        return Owner(text) ?? Figure(text) ?? Choice(text) ?? (text.EndsWith("(s)", StringComparison.Ordinal) && text.Length > 5 ? $"{text[..^3].TrimEnd()}s" : text);
    }

    private static string? Owner(string text)
    {
        var opening = Array.Find(Belongings, opening => TextScan.StartsWithWord(text, opening));
        var rest = opening is null ? "" : text[opening.Length..].Trim();
        var count = Array.Find(Counts, count => rest.StartsWith(count, StringComparison.OrdinalIgnoreCase));
        rest = count is null ? rest : rest[count.Length..].Trim();
        return rest.Length > 1 && rest.All(character => char.IsLetter(character) || character is ' ' or '-') && rest.Count(character => character == ' ') < 3 ? rest : null;
    }

    /// <summary>"rate 20 %": the figure is no part of the name.</summary>
    private static string? Figure(string text)
    {
        var percent = text.EndsWith('%') ? text[..^1].TrimEnd() : "";
        var space = percent.LastIndexOf(' ');
        return space > 1 && percent[(space + 1)..].All(character => char.IsAsciiDigit(character) || character is '.' or ',') && char.IsLetter(percent[space - 1]) ? $"{percent[..space].TrimEnd()} ({text[(space + 1)..]})" : null;
    }

    /// <summary>"size S/M/L": short values behind the name, parted by strokes.</summary>
    private static string? Choice(string text)
    {
        var space = text.LastIndexOf(' ');
        var values = space > 1 ? text[(space + 1)..].Split('/') : [];
        return values.Length > 2 && Array.TrueForAll(values, value => value.Length is > 0 and <= 12 && value.All(char.IsLetterOrDigit)) && text[..space].All(character => char.IsLetter(character) || character is ' ' or '_') ? $"{text[..space]} ({text[(space + 1)..]})" : null;
    }
}
