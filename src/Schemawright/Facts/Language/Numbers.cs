using System.Globalization;

namespace Schemawright.Facts.Language;

/// <summary>Reads numbers as people write them: 1,000 · 10K · 2.5M · twelve.</summary>
public static class Numbers
{
    private const int LongestNumber = 20;

    private static readonly Dictionary<string, int> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12,
        ["fifteen"] = 15, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["ninety"] = 90, ["hundred"] = 100,
    };

    /// <summary>Reads a number in digits at the place; a suffix K, M or B multiplies it.</summary>
    /// <param name="end">The place after the number and its suffix.</param>
    public static bool TryRead(string text, int start, out decimal value, out int end)
    {
        value = 0;
        end = start;
        if (start >= text.Length || !char.IsAsciiDigit(text[start]))
        {
            return false;
        }

        var digits = Digits(text, start, out end);
        if (digits.Length > LongestNumber || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        var factor = Suffix(text, end);
        if (factor > 1)
        {
            value *= factor;
            end++;
        }

        return true;
    }

    /// <summary>The number a word stands for (<c>two</c>), or null.</summary>
    public static int? OfWord(ReadOnlySpan<char> word) => word.Length is >= 3 and <= 7 && Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number) ? number : null;

    private static string Digits(string text, int start, out int end)
    {
        end = start;
        var digits = new System.Text.StringBuilder();
        while (end < text.Length && digits.Length <= LongestNumber)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                digits.Append(text[end++]);
            }
            else if (text[end] == ',' && IsGroup(text, end + 1) && !digits.ToString().Contains('.', StringComparison.Ordinal))
            {
                end++;
            }
            else if (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]) && !digits.ToString().Contains('.', StringComparison.Ordinal))
            {
                digits.Append(text[end++]);
            }
            else
            {
                break;
            }
        }

        return digits.ToString();
    }

    private static bool IsGroup(string text, int at) =>
        at + 2 < text.Length && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2])
        && (at + 3 >= text.Length || !char.IsAsciiDigit(text[at + 3]));

    private static decimal Suffix(string text, int at)
    {
        if (at >= text.Length || (at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])))
        {
            return 1;
        }

        return text[at] switch { 'K' or 'k' => 1_000, 'M' => 1_000_000, 'B' => 1_000_000_000, _ => 1 };
    }
}
