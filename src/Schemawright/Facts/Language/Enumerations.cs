using Schemawright.Collections;

namespace Schemawright.Facts.Language;

/// <summary>Enumerations inside a type expression, with or without the word for it.</summary>
internal static class Enumerations
{
    private static readonly string[] Keywords =
        ["enumeration", "enum", "one of", "values:", "allowed values:", "options:", "select", "dropdown", "choice", "picklist", "pick list", "radio", "union", "multi select", "multiselect", "in:", "list:", "choice of", "choices:", "either"];

    /// <summary>Where the text goes on after a word for enumerations; null when it begins with none.</summary>
    public static int? Keyword(string text)
    {
        foreach (var word in Keywords)
        {
            var matches = word[^1] == ':' ? text.StartsWith(word, StringComparison.OrdinalIgnoreCase) : TextScan.StartsWithWord(text, word);
            if (matches)
            {
                return word.Length;
            }
        }

        return null;
    }

    /// <summary>Where the braces open in <c>OrderState {Open, Closed}</c>: an enumeration under its own name; null elsewhere.</summary>
    public static int? Named(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var name = open > 0 ? text[..open].Trim() : "";
        return name.Length > 0 && char.IsUpper(name[0]) && name.All(char.IsLetterOrDigit) && TextScan.Closing(text, open) > 0 ? open : null;
    }

    /// <summary>The values that follow the word, and what follows them; no values when the list is not there.</summary>
    public static (Seq<string> Values, string After) After(string text)
    {
        var start = text.TrimStart(' ', ':', '-', '–', '—', '=', '<');
        if (start.StartsWith("of ", StringComparison.OrdinalIgnoreCase))
        {
            start = start[3..].TrimStart();
        }

        if (start.Length > 0 && start[0] is '(' or '[' or '{' && TextScan.Closing(start, 0) is var close and > 0)
        {
            return ValueLists.Parse(start[..(close + 1)]) is { } listed ? (listed, Trimmed(start[(close + 1)..])) : ([], Trimmed(start));
        }

        var end = EndOfList(start);
        return ValueLists.Parse(start[..end]) is { } values ? (values, Trimmed(start[end..])) : ([], Trimmed(start));
    }

    /// <summary>A union without a word before it: quoted values or bare words joined by bars.</summary>
    public static (Seq<string> Values, string After) Union(string text)
    {
        if (!text.Contains('|') || text[0] is '(' or '{' or '<')
        {
            return ([], text);
        }

        var end = EndOfList(text);
        var values = ValueLists.Parse(text[..end]);
        return values is { } list && TextScan.Split(text[..end], '|').Count == list.Count && list.All(IsWordLike) ? (list, Trimmed(text[end..])) : ([], text);
    }

    /// <summary>A list without brackets ends at a dash, a bracket or a semicolon.</summary>
    private static int EndOfList(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '(' or ';' or '–' or '—' or '#' || (text[index] == '-' && index > 0 && text[index - 1] == ' ') || (text[index] == '/' && index + 1 < text.Length && text[index + 1] == '/'))
            {
                return index;
            }
        }

        return text.Length;
    }

    private static bool IsWordLike(string value) => char.IsLetter(value[0]) && value.Length <= 30;

    private static string Trimmed(string text) => text.TrimStart(')', ']', '}', ' ', ',', '-', '–', '—', ';', '>').Trim();
}
