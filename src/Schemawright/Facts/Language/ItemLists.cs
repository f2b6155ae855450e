namespace Schemawright.Facts.Language;

/// <summary>Takes enumerations apart: "a, b (x, y) and c".</summary>
internal static class ItemLists
{
    /// <summary>The items between commas, semicolons and "and"/"or"; what stands in parentheses is never cut.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] is '(' or '[' or '{' ? 1 : text[at] is ')' or ']' or '}' && depth > 0 ? -1 : 0;
            if (depth > 0 || Separator(text, at) is not (> 0 and var length))
            {
                continue;
            }

            if (Trimmed(text[start..at]) is { Length: > 0 } item)
            {
                yield return item;
            }

            start = at + length;
            at = start - 1;
        }

        if (start < text.Length && Trimmed(text[start..]) is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    /// <summary>The words in the first parentheses, or null.</summary>
    public static string? InParentheses(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        return close > open + 1 ? text[(open + 1)..close] : null;
    }

    /// <summary>The text without what stands in parentheses.</summary>
    public static string WithoutParentheses(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        return close < 0 ? text.Trim() : WithoutParentheses((text[..open].TrimEnd() + " " + text[(close + 1)..].TrimStart()).Trim());
    }

    private static int Separator(string text, int at)
    {
        if (text[at] is ',' && !(at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            return 1;
        }

        return text[at] is ';' ? 1
            : Word(text, at, " and ") ? 5
            : Word(text, at, " or ") ? 4
            : Word(text, at, " & ") || Word(text, at, " + ") ? 3
            : 0;
    }

    private static bool Word(string text, int at, string word) => string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static string Trimmed(string item)
    {
        var text = item.Trim().TrimEnd('.', ':').Trim();
        return text.StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? text[4..].Trim() : text.StartsWith("or ", StringComparison.OrdinalIgnoreCase) ? text[3..].Trim() : text;
    }
}
