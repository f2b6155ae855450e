using System.Text;

namespace Schemawright.Proof.Scripts;

internal enum SqlTokenKind { Space, Comment, Word, Quoted, Symbol, Semicolon }

/// <param name="Start">Where it begins in the text.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> In(string sql) => sql.AsSpan(Start, Length);
}

/// <summary>Cuts SQL text into tokens as PostgreSQL's lexer does: strings, dollar quotes, names and nested comments stay whole.</summary>
internal static class SqlLexer
{
    public static IEnumerable<SqlToken> Tokens(string sql)
    {
        for (var start = 0; start < sql.Length;)
        {
            var (kind, end) = Next(sql, start);
            yield return new(kind, start, end - start);
            start = end;
        }
    }

    /// <summary>Tokens joined by single spaces, without comments; words outside quotes in lower case.</summary>
    public static string Normalize(string sql)
    {
        var text = new StringBuilder(sql.Length);
        foreach (var token in Tokens(sql).Where(token => token.Kind is not (SqlTokenKind.Space or SqlTokenKind.Comment or SqlTokenKind.Semicolon)))
        {
            text.Append(text.Length > 0 ? " " : "");
            var word = token.In(sql).ToString();
            text.Append(token.Kind == SqlTokenKind.Word ? word.ToLowerInvariant() : word);
        }

        return text.ToString();
    }

    private static (SqlTokenKind Kind, int End) Next(string sql, int start)
    {
        var first = sql[start];
        return first switch
        {
            ';' => (SqlTokenKind.Semicolon, start + 1),
            '-' when At(sql, start + 1) == '-' => (SqlTokenKind.Comment, LineEnd(sql, start)),
            '/' when At(sql, start + 1) == '*' => (SqlTokenKind.Comment, BlockCommentEnd(sql, start)),
            '\'' => (SqlTokenKind.Quoted, QuoteEnd(sql, start, '\'', escapes: false)),
            '"' => (SqlTokenKind.Quoted, QuoteEnd(sql, start, '"', escapes: false)),
            'e' or 'E' when At(sql, start + 1) == '\'' => (SqlTokenKind.Quoted, QuoteEnd(sql, start + 1, '\'', escapes: true)),
            '$' when DollarTag(sql, start) is { } tag => (SqlTokenKind.Quoted, DollarEnd(sql, start, tag)),
            _ when char.IsWhiteSpace(first) => (SqlTokenKind.Space, While(sql, start, char.IsWhiteSpace)),
            _ when IsWord(first) => (SqlTokenKind.Word, While(sql, start, character => IsWord(character) || character == '$')),
            _ => (SqlTokenKind.Symbol, start + 1),
        };
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_' || character > 127;

    private static char At(string sql, int index) => index < sql.Length ? sql[index] : '\0';

    private static int While(string sql, int start, Func<char, bool> belongs)
    {
        while (start < sql.Length && belongs(sql[start]))
        {
            start++;
        }

        return start;
    }

    private static int LineEnd(string sql, int start)
    {
        var end = sql.IndexOf('\n', start);
        return end < 0 ? sql.Length : end;
    }

    private static int BlockCommentEnd(string sql, int start)
    {
        var depth = 0;
        for (var index = start; index < sql.Length; index++)
        {
            if (sql[index] == '/' && At(sql, index + 1) == '*')
            {
                depth++;
                index++;
            }
            else if (sql[index] == '*' && At(sql, index + 1) == '/')
            {
                index++;
                if (--depth == 0)
                {
                    return index + 1;
                }
            }
        }

        return sql.Length;
    }

    private static int QuoteEnd(string sql, int start, char quote, bool escapes)
    {
        for (var index = start + 1; index < sql.Length; index++)
        {
            if (escapes && sql[index] == '\\')
            {
                index++;
            }
            else if (sql[index] == quote && At(sql, index + 1) == quote)
            {
                index++;
            }
            else if (sql[index] == quote)
            {
                return index + 1;
            }
        }

        return sql.Length;
    }

    /// <summary><c>$$</c> or <c>$tag$</c> at this place; null for a parameter such as <c>$1</c>.</summary>
    private static string? DollarTag(string sql, int start)
    {
        var end = While(sql, start + 1, IsWord);
        return At(sql, end) == '$' && !char.IsAsciiDigit(At(sql, start + 1)) ? sql[start..(end + 1)] : null;
    }

    private static int DollarEnd(string sql, int start, string tag)
    {
        var end = sql.IndexOf(tag, start + tag.Length, StringComparison.Ordinal);
        return end < 0 ? sql.Length : end + tag.Length;
    }
}
