using System.Text;

namespace Schemawright.Postgres.Sql;

/// <summary>A name as PostgreSQL takes it: quoted where needed, doubled quotes inside, at most 63 bytes.</summary>
public sealed record Identifier
{
    public const int MaxBytes = 63;

    public Identifier(string text)
    {
        if (text.Length == 0 || text.Contains('\0', StringComparison.Ordinal) || Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            throw new ArgumentException($"not a PostgreSQL name of 1 to {MaxBytes} bytes: {text}", nameof(text));
        }

        Text = text;
    }

    /// <summary>The name itself, unquoted.</summary>
    public string Text { get; }

    /// <summary>The name as written in SQL.</summary>
    public override string ToString() =>
        IsPlain(Text) && !ReservedWords.Contains(Text) ? Text : "\"" + Text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static bool IsPlain(string text) =>
        (char.IsAsciiLetterLower(text[0]) || text[0] == '_')
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');
}

/// <summary>A name with its schema.</summary>
public sealed record QualifiedName(Identifier Schema, Identifier Name)
{
    public static QualifiedName Of(string schema, string name) => new(new Identifier(schema), new Identifier(name));

    public override string ToString() => $"{Schema}.{Name}";
}
