namespace Schemawright.Facts.Structure.Sql;

/// <summary>One SQL statement: its tokens without comments, and the comments before and inside it.</summary>
internal sealed record SqlStatement(IReadOnlyList<SqlToken> Tokens, IReadOnlyList<SqlToken> Before, IReadOnlyList<SqlToken> Inside)
{
    /// <summary>True when the statement begins with the words.</summary>
    public bool Begins(params ReadOnlySpan<string> words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            if (index >= Tokens.Count || !Tokens[index].Is(words[index]))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Cuts tokens into statements, also where a semicolon was forgotten.</summary>
internal static class SqlStatements
{
    public static IEnumerable<SqlStatement> Of(IReadOnlyList<SqlToken> tokens)
    {
        var body = new List<SqlToken>();
        var before = new List<SqlToken>();
        var inside = new List<SqlToken>();
        var depth = 0;
        foreach (var token in tokens)
        {
            if (token.Kind == SqlTokenKind.Comment)
            {
                (body.Count == 0 ? before : inside).Add(token);
                continue;
            }

            var ends = token.Is(";") && depth == 0;
            if (body.Count > 0 && (ends || (OpensStatement(token, body[^1]) && depth <= 0)))
            {
                yield return Cut(ends);
            }

            depth = Math.Max(0, depth + (token.Is("(") ? 1 : token.Is(")") ? -1 : 0));
            if (!ends)
            {
                body.Add(token);
            }
        }

        if (body.Count > 0)
        {
            yield return Cut(true);
        }

        SqlStatement Cut(bool keepComments)
        {
            var next = keepComments ? [] : inside.Where(comment => comment.Line > body[^1].Line).ToList();
            var statement = new SqlStatement([.. body], [.. before], [.. inside.Except(next)]);
            body.Clear();
            inside.Clear();
            before.Clear();
            before.AddRange(next);
            return statement;
        }
    }

    private static bool OpensStatement(SqlToken token, SqlToken previous) =>
        token.Line > previous.Line && token.Kind == SqlTokenKind.Word
        && (token.Is("create") || token.Is("alter") || token.Is("insert") || token.Is("comment") || token.Is("drop") || token.Is("grant"));
}
