using Schemawright.Collections;
using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Sql;

internal enum SqlTokenKind { Word, Quoted, Number, Text, Symbol, Comment }

/// <summary>A piece of SQL with its place in the fence.</summary>
/// <param name="Value">The text; without quotes for quoted names and strings, without dashes for comments.</param>
/// <param name="Line">The index of its line in the fence.</param>
/// <param name="Start">The index of its first character in that line.</param>
/// <param name="End">The index after its last character.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Value, int Line, int Start, int End)
{
    public bool Is(string word) => Kind is SqlTokenKind.Word or SqlTokenKind.Symbol && Value.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.Quoted;
}

/// <summary>Cuts the lines of a fence into SQL tokens. Quotes end with their line at the latest, so prose and other languages do no harm.</summary>
internal static class SqlTokens
{
    private static readonly string[] LongSymbols = ["<=", ">=", "<>", "!=", "||", "::", "->>", "->", "~*", "!~", "~~"];

    public static List<SqlToken> Of(Seq<CodeLine> lines)
    {
        var tokens = new List<SqlToken>();
        string? dollar = null;
        var inComment = false;
        for (var line = 0; line < lines.Count; line++)
        {
            var text = lines[line].Text;
            for (var at = 0; at < text.Length;)
            {
                at = inComment ? SkipTo(text, at, "*/", ref inComment)
                    : dollar is not null ? SkipDollar(text, at, ref dollar)
                    : Next(text, at, line, tokens, ref dollar, ref inComment);
            }
        }

        return tokens;
    }

    private static int Next(string text, int at, int line, List<SqlToken> tokens, ref string? dollar, ref bool inComment)
    {
        var character = text[at];
        if (char.IsWhiteSpace(character))
        {
            return at + 1;
        }

        if (text.AsSpan(at).StartsWith("--", StringComparison.Ordinal))
        {
            tokens.Add(new(SqlTokenKind.Comment, text[at..].TrimStart('-').Trim(), line, at, text.Length));
            return text.Length;
        }

        if (text.AsSpan(at).StartsWith("/*", StringComparison.Ordinal))
        {
            inComment = true;
            return at + 2;
        }

        if (character == '$' && DollarTag(text, at) is { } tag)
        {
            dollar = tag;
            tokens.Add(new(SqlTokenKind.Text, "", line, at, at + tag.Length));
            return at + tag.Length;
        }

        return Plain(text, at, line, tokens);
    }

    private static int Plain(string text, int at, int line, List<SqlToken> tokens)
    {
        var character = text[at];
        if (character is '\'' or '"' or '`' && Quoted(text, at) is { } closed)
        {
            var value = text[(at + 1)..(closed - 1)].Replace(new string(character, 2), character.ToString(), StringComparison.Ordinal);
            tokens.Add(new(character == '\'' ? SqlTokenKind.Text : SqlTokenKind.Quoted, value, line, at, closed));
            return closed;
        }

        var end = at + 1;
        var kind = char.IsLetter(character) || character == '_' ? SqlTokenKind.Word : char.IsAsciiDigit(character) ? SqlTokenKind.Number : SqlTokenKind.Symbol;
        if (kind == SqlTokenKind.Symbol)
        {
            end = at + SymbolLength(text, at);
        }

        while (end < text.Length && ((kind == SqlTokenKind.Word && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '$'))
            || (kind == SqlTokenKind.Number && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))))
        {
            end++;
        }

        tokens.Add(new(kind, text[at..end], line, at, end));
        return end;
    }

    private static int SymbolLength(string text, int at)
    {
        foreach (var symbol in LongSymbols)
        {
            if (text.AsSpan(at).StartsWith(symbol, StringComparison.Ordinal))
            {
                return symbol.Length;
            }
        }

        return 1;
    }

    /// <summary>The index after the closing quote on the same line; doubled quotes stand for themselves.</summary>
    private static int? Quoted(string text, int open)
    {
        for (var at = open + 1; at < text.Length; at++)
        {
            if (text[at] != text[open])
            {
                continue;
            }

            if (at + 1 < text.Length && text[at + 1] == text[open])
            {
                at++;
                continue;
            }

            return at + 1;
        }

        return null;
    }

    private static string? DollarTag(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end < text.Length && text[end] == '$' ? text[at..(end + 1)] : null;
    }

    private static int SkipDollar(string text, int at, ref string? dollar)
    {
        var close = text.IndexOf(dollar!, at, StringComparison.Ordinal);
        if (close < 0)
        {
            return text.Length;
        }

        close += dollar!.Length;
        dollar = null;
        return close;
    }

    private static int SkipTo(string text, int at, string mark, ref bool inside)
    {
        var close = text.IndexOf(mark, at, StringComparison.Ordinal);
        inside = close < 0;
        return close < 0 ? text.Length : close + mark.Length;
    }
}
