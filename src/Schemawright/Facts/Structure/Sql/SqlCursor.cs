namespace Schemawright.Facts.Structure.Sql;

/// <summary>Walks over tokens.</summary>
internal sealed class SqlCursor(IReadOnlyList<SqlToken> tokens)
{
    public int Position { get; set; }

    public bool AtEnd => Position >= tokens.Count;

    public SqlToken Current => AtEnd ? default : tokens[Position];

    public SqlToken Take() => AtEnd ? default : tokens[Position++];

    public bool IsNext(params ReadOnlySpan<string> words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            if (Position + index >= tokens.Count || !tokens[Position + index].Is(words[index]))
            {
                return false;
            }
        }

        return true;
    }

    public bool Accept(params ReadOnlySpan<string> words)
    {
        var found = IsNext(words);
        Position += found ? words.Length : 0;
        return found;
    }

    /// <summary>The last part of a possibly qualified name.</summary>
    public string? Name()
    {
        if (AtEnd || !Current.IsName)
        {
            return null;
        }

        var name = Take().Value;
        while (Accept("."))
        {
            name = Current.IsName ? Take().Value : name;
        }

        return name;
    }

    /// <summary>The tokens inside the brackets the cursor stands before; empty when it stands before none.</summary>
    public List<SqlToken> Brackets()
    {
        var inner = new List<SqlToken>();
        if (!Accept("("))
        {
            return inner;
        }

        for (var depth = 1; !AtEnd; Position++)
        {
            depth += Current.Is("(") ? 1 : Current.Is(")") ? -1 : 0;
            if (depth == 0)
            {
                Position++;
                break;
            }

            inner.Add(Current);
        }

        return inner;
    }

    /// <summary>The names in brackets: <c>(a, b DESC)</c> gives a and b.</summary>
    public List<string> Names() => [.. Parts(Brackets()).Where(part => part[0].IsName).Select(part => part[0].Value)];

    /// <summary>Tokens cut at commas outside of brackets; empty parts left out.</summary>
    public static IEnumerable<List<SqlToken>> Parts(IReadOnlyList<SqlToken> tokens)
    {
        var part = new List<SqlToken>();
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += token.Is("(") ? 1 : token.Is(")") ? -1 : 0;
            if (depth == 0 && token.Is(","))
            {
                if (part.Count > 0)
                {
                    yield return part;
                    part = [];
                }
            }
            else
            {
                part.Add(token);
            }
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    /// <summary>The tokens as text, spaced like SQL.</summary>
    public static string Text(IEnumerable<SqlToken> tokens)
    {
        var text = new System.Text.StringBuilder();
        SqlToken? last = null;
        foreach (var token in tokens)
        {
            if (last is { } before && !Joined(before, token))
            {
                text.Append(' ');
            }

            text.Append(token.Kind == SqlTokenKind.Text ? $"'{token.Value.Replace("'", "''", StringComparison.Ordinal)}'" : token.Value);
            last = token;
        }

        return text.ToString();
    }

    private static bool Joined(SqlToken left, SqlToken right) =>
        left.Value is "(" or "." or "[" or "::" || right.Value is ")" or "," or "." or "[" or "]" or "::" || (right.Value == "(" && left.IsName && left.End == right.Start && left.Line == right.Line);
}
