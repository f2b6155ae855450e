using System.Globalization;
using Schemawright.Collections;

namespace Schemawright.Domain.Rules;

/// <summary>Cuts a rule's sentence into tokens: words (paths and snake_case kept whole), figures with units, quotes, operators.</summary>
internal static class Lexer
{
    // Longest first, each with its one spelling.
    private static readonly (string Text, string Spelling)[] Operators =
    [
        ("<->", "<->"), ("↔", "<->"), ("⇄", "<->"), ("===", "="), ("!==", "!="), ("==", "="), ("!=", "!="), ("<>", "!="), ("<=", "<="), (">=", ">="), ("=>", "=>"), ("->", "->"),
        ("&&", "&&"), ("||", "||"), ("≥", ">="), ("≤", "<="), ("≠", "!="), ("→", "->"), ("<", "<"), (">", ">"), ("=", "="), ("!", "!"),
        ("–", "-"), ("—", "-"), ("−", "-"), ("∑", "Σ"),
    ];

    /// <summary>A rule is a sentence: what follows so many characters is none.</summary>
    private const int Longest = 20_000;

    public static Seq<Token> Read(string text)
    {
        text = text.Length > Longest ? text[..Longest] : text;
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '`' || (text[at] == '*' && !IsTimes(text, at)))
            {
                at++;
                continue;
            }

            var token = Pattern(text, at) ?? Quoted(text, at) ?? Number(text, at) ?? Word(text, at) ?? Operator(text, at)
                ?? new Token(TokenKind.Mark, text[at].ToString(), text[at].ToString(), at);
            tokens.Add(token);
            at += Math.Max(1, Width(token, text));
        }

        return tokens.SkipWhile(token => token.IsAny("✅", "✔", "✓", "☑", "☐", "\uFE0F")).ToSeq();
    }

    /// <summary>A star between spaces multiplies; any other is a mark of Markdown.</summary>
    private static bool IsTimes(string text, int at) => at > 1 && at + 2 < text.Length && text[at - 1] == ' ' && text[at + 1] == ' ' && char.IsLetterOrDigit(text[at + 2]);

    private static int Width(Token token, string text) => token.Kind switch
    {
        TokenKind.Pattern when token.Unit == "bare" => token.Text.Length,
        TokenKind.Pattern or TokenKind.Quoted => token.Text.Length + 2,
        TokenKind.Operator => Operators.First(known => text.AsSpan(token.Start).StartsWith(known.Text, StringComparison.Ordinal)).Text.Length,
        _ => token.Text.Length,
    };

    private static Token? Pattern(string text, int at)
    {
        if (text[at] == '^' && text.IndexOf('$', at) is var dollar and > 2 && text.AsSpan(at, dollar - at).ContainsAny("[\\("))
        {
            return new(TokenKind.Pattern, text[at..(dollar + 1)], text[at..(dollar + 1)], at, Unit: "bare");
        }

        if (text[at] != '/' || at + 1 >= text.Length || text[at + 1] != '^')
        {
            return null;
        }

        var end = text.LastIndexOf('/');
        return end <= at + 1 ? null : new(TokenKind.Pattern, text[(at + 1)..end], text[(at + 1)..end], at);
    }

    private static Token? Quoted(string text, int at)
    {
        var close = text[at] switch { '"' => '"', '\'' => '\'', '“' => '”', '‘' => '’', _ => '\0' };
        if (close == '\0' || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
        {
            return null;
        }

        var end = text.IndexOf(close, at + 1);
        if (end < 0 || end == at + 1)
        {
            return null;
        }

        var value = text[(at + 1)..end];
        return new(TokenKind.Quoted, value, value.ToLowerInvariant(), at);
    }

    private static Token? Number(string text, int at)
    {
        var money = text[at] is '$' or '€' or '£' or '¥';
        var start = money ? at + 1 : at;
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsInnerMark(text, end)))
        {
            end++;
        }

        if (end == start || !char.IsAsciiDigit(text[start]))
        {
            return null;
        }

        if (!money && end - start <= 2 && end + 2 < text.Length && text[end] == ':' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]) && (end + 3 == text.Length || !char.IsAsciiDigit(text[end + 3])))
        {
            return new(TokenKind.Number, text[at..(end + 3)], text[at..(end + 3)], at, Unit: "time");
        }

        if (!decimal.TryParse(text[start..end].Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var (unit, factor, width) = Suffix(text, end);
        if (width == 0 && end < text.Length && (char.IsLetter(text[end]) || text[end] == '_'))
        {
            return null;
        }

        return new(TokenKind.Number, text[at..(end + width)], text[at..(end + width)].ToLowerInvariant(), at, Times(value, factor), money ? "money" : unit);
    }

    private static decimal Times(decimal value, decimal factor) => value > 1_000_000_000_000m ? value : value * factor;

    private static bool IsInnerMark(string text, int at) =>
        text[at] is ',' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && at > 0 && char.IsAsciiDigit(text[at - 1]);

    private static (string Unit, decimal Factor, int Width) Suffix(string text, int at)
    {
        var space = at < text.Length && text[at] == ' ' ? 1 : 0;
        foreach (var (word, unit, factor) in Suffixes)
        {
            var start = at + (word.Length > 1 || word[0] == '%' ? space : 0);
            if (string.CompareOrdinal(text, start, word, 0, word.Length) == 0 && !Continues(text, start + word.Length))
            {
                return (unit, factor, start + word.Length - at);
            }
        }

        return ("", 1, 0);
    }

    private static readonly (string Word, string Unit, decimal Factor)[] Suffixes =
    [
        ("KB", "bytes", 1024m), ("MB", "bytes", 1048576m), ("GB", "bytes", 1073741824m), ("kB", "bytes", 1024m), ("megabytes", "bytes", 1048576m),
        ("%", "%", 1m), ("percent", "%", 1m), ("per cent", "%", 1m), ("K", "", 1000m), ("k", "", 1000m), ("M", "", 1000000m), ("B", "", 1000000000m), ("+", "", 1m), ("st", "", 1m), ("nd", "", 1m),
        ("rd", "", 1m), ("th", "", 1m),
    ];

    private static bool Continues(string text, int at) => at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');

    private static Token? Word(string text, int at)
    {
        if (!char.IsLetterOrDigit(text[at]) && text[at] != '_')
        {
            return null;
        }

        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_' || IsJoint(text, end)))
        {
            end++;
        }

        var word = text[at..end];
        var lower = word.ToLowerInvariant().Replace('’', '\'');
        lower = lower.EndsWith("'s", StringComparison.Ordinal) && lower is not ("it's" or "that's" or "there's") ? lower[..^2] : lower;
        if (lower is "e-mail" or "e-mails")
        {
            return new(TokenKind.Word, word, lower.Replace("-", "", StringComparison.Ordinal), at);
        }

        return new(TokenKind.Word, word, lower, at);
    }

    private static bool IsJoint(string text, int at) =>
        text[at] is '.' or '-' or '\'' or '’' && at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] == '_') && at > 0 && char.IsLetterOrDigit(text[at - 1])
        || (text[at] == '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && at > 0 && char.IsLetter(text[at - 1]));

    private static Token? Operator(string text, int at)
    {
        foreach (var (spelling, one) in Operators)
        {
            if (string.CompareOrdinal(text, at, spelling, 0, spelling.Length) == 0)
            {
                return new(TokenKind.Operator, spelling, one, at);
            }
        }

        return null;
    }
}
