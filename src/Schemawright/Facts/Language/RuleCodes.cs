namespace Schemawright.Facts.Language;

/// <summary>Recognises the codes that documents give their rules: BR001, BR-PO-VAL-001, VR1, INV-12, FR-012.</summary>
internal static class RuleCodes
{
    /// <summary>The code a heading or bullet begins with, and the words after it; a null code when it begins with none.</summary>
    public static (string? Code, string Title) Split(string text)
    {
        var start = FirstLetter(text);
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterUpper(text[end]) || char.IsAsciiDigit(text[end]) || IsJoint(text, end)))
        {
            end++;
        }

        var code = text[start..end];
        return (IsCode(code) && IsSeparated(text, end)) || IsShort(code, text, end) ? (code, text[end..].TrimStart(' ', ':', '-', '–', '—', '.', ')')) : (null, text);
    }

    /// <summary>True when the whole text is a code.</summary>
    public static bool IsWhole(string text) => Split(text.Trim()) is { Code: not null, Title.Length: 0 };

    /// <summary>"4.12 Lots that …" counts a rule and has no code that others could cite; "1.5 hours" and "2.5 kg are" are figures.</summary>
    public static string WithoutNumber(string text)
    {
        var start = FirstLetter(text);
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end > start && char.IsAsciiDigit(text[end - 1]))))
        {
            end++;
        }

        var number = text[start..end].TrimEnd('.');
        var words = text[end..].TrimStart(' ', ':', '-', '–', '*');
        return number.Length is >= 3 and <= 8 && number.Contains('.', StringComparison.Ordinal) && end < text.Length && text[end] is ' ' or ':' or '*' && words.Length > 8 && char.IsAsciiLetterUpper(words[0]) && words.Contains(' ', StringComparison.Ordinal)
            ? words : text;
    }

    private static bool IsCode(string code)
    {
        var letters = code.TakeWhile(char.IsAsciiLetterUpper).Count();
        var digits = code.Reverse().TakeWhile(char.IsAsciiDigit).Count();
        return letters is >= 1 and <= 8 && digits is >= 1 and <= 5 && code.Length <= 24 && !IsOrdinaryName(code);
    }

    /// <summary>"A4. Loan fees are …", "R1.5 A closed job …": too little to be a code by itself, so that a sentence has to follow it.</summary>
    private static bool IsShort(string code, string text, int end) =>
        code.Length is >= 2 and <= 6 && char.IsAsciiLetterUpper(code[0]) && code.AsSpan(1).IndexOfAnyExcept("0123456789.") < 0 && char.IsAsciiDigit(code[^1])
        && text.AsSpan(end) is var rest && (code.Contains('.', StringComparison.Ordinal) ? rest is [' ', >= 'A' and <= 'Z', ..] : rest is ['.', ' ', >= 'A' and <= 'Z', ..]) && rest.Count(' ') > 3;

    /// <summary>Abbreviations that have the form of a code and are none: Q1 (quarter), P95 (percentile), L2 (level), S3.</summary>
    private static bool IsOrdinaryName(string code) =>
        (code.Length == 2 || (code.Length == 3 && code[0] is 'Q' or 'P' or 'H' or 'S')) && !code.Contains('-', StringComparison.Ordinal);

    private static bool IsJoint(string text, int at) =>
        text[at] is '-' or '_' or '.' && at > 0 && char.IsLetterOrDigit(text[at - 1]) && at + 1 < text.Length && (char.IsAsciiLetterUpper(text[at + 1]) || char.IsAsciiDigit(text[at + 1]));

    private static bool IsSeparated(string text, int end)
    {
        var rest = text[end..];
        return rest.Length == 0 || rest[0] is ':' or '.' or ')' || rest.TrimStart() is ['-' or '–' or '—' or ':', ..] || (rest[0] == ' ' && text[..end] is { Length: > 3 } code && code.Contains('-', StringComparison.Ordinal));
    }

    private static int FirstLetter(string text)
    {
        var at = 0;
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
