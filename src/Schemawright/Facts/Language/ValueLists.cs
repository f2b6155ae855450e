using Schemawright.Collections;

namespace Schemawright.Facts.Language;

/// <summary>Lists of allowed values as people write them: <c>[a, b]</c>, <c>A|B</c>, <c>'a' | 'b'</c>, <c>("a", "b")</c>, "a, b or c".</summary>
public static class ValueLists
{
    private const int LongestValue = 40;
    private const int MostWords = 4;

    /// <summary>The values, or null when the text is no list of at least two.</summary>
    /// <param name="text">Only the list, with or without brackets.</param>
    public static Seq<string>? Parse(string text)
    {
        var inner = WithoutBrackets(text.Trim().TrimEnd('.', ';'));
        var separator = SeparatorOf(inner);
        if (separator == '\0')
        {
            return null;
        }

        var values = TextScan.Split(inner, separator).Select(Clean).Where(value => value.Length > 0).ToList();
        if (separator == ',')
        {
            SplitConjunction(values);
        }

        var distinct = values.Distinct(StringComparer.Ordinal).ToSeq();
        return distinct.Count >= 2 && distinct.All(IsValue) ? distinct : null;
    }

    private static string WithoutBrackets(string text)
    {
        while (text.Length > 1 && (text[0], text[^1]) is ('[', ']') or ('(', ')') or ('{', '}'))
        {
            text = text[1..^1].Trim();
        }

        return text;
    }

    private static char SeparatorOf(string text)
    {
        foreach (var separator in "|,")
        {
            if (TextScan.IndexOf(text, separator, 0) >= 0)
            {
                return separator;
            }
        }

        return text.Contains(" / ", StringComparison.Ordinal) || (text.Contains('/') && !text.Contains(' ') && !text.Contains(':')) || AreShort(text) ? '/' : '\0';
    }

    /// <summary>"free/in use/out of order": several short values between strokes, some of more than one word.</summary>
    private static bool AreShort(string text) =>
        text.Count(character => character == '/') > 1 && text.All(character => char.IsLetterOrDigit(character) || character is '/' or ' ' or '_' or '-') && Array.TrueForAll(text.Split('/'), part => part.Trim().Length > 0 && part.Trim().Count(character => character == ' ') < MostWords - 1);

    /// <summary>"x, y, or z": the last item carries the conjunction.</summary>
    private static void SplitConjunction(List<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var last = values[^1];
        foreach (var word in (string[])["or ", "and "])
        {
            if (last.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                values[^1] = last[word.Length..].Trim();
                return;
            }
        }

        var middle = last.Seek(" or ");
        if (middle > 0)
        {
            values[^1] = last[..middle].Trim();
            values.Add(last[(middle + 4)..].Trim());
        }
    }

    private static string Clean(string value)
    {
        var text = value.Trim().Trim('`', '"', '\'', '‘', '’', '“', '”', '*').Trim();
        return text.TrimStart('-', '•').Trim();
    }

    private static bool IsValue(string value) =>
        value.Length <= LongestValue && value.Any(char.IsLetterOrDigit) && value.Count(character => character == ' ') < MostWords
        && !value.AsSpan().ContainsAny("=:;<>{}[]()") && !value.StartsWith("etc", StringComparison.OrdinalIgnoreCase) && value is not "...";
}
