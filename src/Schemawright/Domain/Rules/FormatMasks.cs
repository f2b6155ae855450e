using System.Text;

namespace Schemawright.Domain.Rules;

/// <summary>Masks of numbers as people write them: <c>ORD-{YYYY}-{NNNNN}</c>, <c>INV-YYYY-####</c>, <c>AA-9999</c>.</summary>
internal static class FormatMasks
{
    private const int Longest = 40;

    /// <summary>The regular expression of the first mask in the text; null when there is none.</summary>
    public static string? Read(string text)
    {
        foreach (var word in text.Split([' ', ',', ';', '"', '`', '\'', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            var mask = word.TrimEnd('.', ':');
            if (mask.Length is > 3 and <= Longest && Translated(mask) is { } pattern)
            {
                return pattern;
            }
        }

        return null;
    }

    /// <summary>Fixed parts in capitals, parts of a date, runs of counting digits, joined by marks; at least one counting part.</summary>
    private static string? Translated(string mask)
    {
        var pattern = new StringBuilder("^");
        var counted = false;
        for (var at = 0; at < mask.Length;)
        {
            if (mask[at] is '-' or '/' or '_')
            {
                pattern.Append(mask[at++]);
                continue;
            }

            var braced = mask[at] == '{';
            var end = braced ? mask.IndexOf('}', at) : End(mask, at);
            if (end <= at)
            {
                return null;
            }

            var part = braced ? mask[(at + 1)..end] : mask[at..end];
            if (Part(part, braced) is not { } read)
            {
                return null;
            }

            counted |= read.Counted;
            pattern.Append(read.Pattern);
            at = braced ? end + 1 : end;
        }

        return counted && pattern.ToString().Any(character => character is '-' or '/' or '_') ? pattern.Append('$').ToString() : null;
    }

    private static int End(string mask, int at)
    {
        var end = at;
        while (end < mask.Length && mask[end] is not ('-' or '/' or '_' or '{'))
        {
            end++;
        }

        return end;
    }

    private static (string Pattern, bool Counted)? Part(string part, bool braced)
    {
        var upper = part.ToUpperInvariant();
        return upper switch
        {
            "YYYY" or "YEAR" => ("[0-9]{4}", true),
            "YY" => ("[0-9]{2}", true),
            "MM" or "DD" or "MONTH" or "DAY" => ("[0-9]{2}", true),
            "YYYYMMDD" => ("[0-9]{8}", true),
            "YYYYMM" => ("[0-9]{6}", true),
            "YYMMDD" => ("[0-9]{6}", true),
            "SEQ" or "SEQUENCE" or "NUMBER" or "COUNTER" when braced => ("[0-9]+", true),
            _ when upper.Length is >= 1 and <= 12 && upper.All(character => character is 'N' or '#' or '9' or '0' or 'X') && (braced || upper.Length > 1 || upper[0] == '#') => (upper[0] == 'X' ? $"[A-Z0-9]{{{upper.Length}}}" : $"[0-9]{{{upper.Length}}}", true),
            _ when !braced && part.Length <= 10 && part.All(character => char.IsAsciiLetterUpper(character)) => (part, false),
            _ => null,
        };
    }
}
