using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Schemawright.Postgres.Sql;

/// <summary>A piece of SQL. It is made from raw literals whose holes accept only typed pieces, so no text of the input can become SQL.</summary>
public sealed record SqlText
{
    private SqlText(string text) => Text = text;

    public string Text { get; }

    public static SqlText Empty { get; } = new("");

    public static SqlText Of(SqlTextHandler sql) => new(sql.ToText());

    /// <summary>Words of PostgreSQL's own: type names, options, timings. Anything that could end a token throws.</summary>
    internal static SqlText Words(string words) =>
        words.All(character => char.IsAsciiLetterOrDigit(character) || "_ .,()[]=\n".Contains(character, StringComparison.Ordinal))
            ? new(words)
            : throw new ArgumentException($"not words of PostgreSQL: {words}", nameof(words));

    public static SqlText Join(string separator, IEnumerable<SqlText> pieces) => new(string.Join(separator, pieces.Select(piece => piece.Text)));

    public override string ToString() => Text;
}

/// <summary>The compiler's interpolation target: a plain string in a hole does not compile.</summary>
[InterpolatedStringHandler]
public readonly ref struct SqlTextHandler
{
    private readonly StringBuilder _text;

    public SqlTextHandler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string value) => _text.Append(value);

    public void AppendFormatted(Identifier value) => _text.Append(value);

    public void AppendFormatted(QualifiedName value) => _text.Append(value);

    public void AppendFormatted(SqlLiteral value) => _text.Append(value);

    public void AppendFormatted(Condition value) => _text.Append(value);

    public void AppendFormatted(SqlText value) => _text.Append(Indented(value.Text));

    public void AppendFormatted(int value) => _text.Append(value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(long value) => _text.Append(value.ToString(CultureInfo.InvariantCulture));

    internal string ToText() => _text.ToString();

    /// <summary>A piece of several lines keeps the column of its hole.</summary>
    private string Indented(string piece)
    {
        if (!piece.Contains('\n', StringComparison.Ordinal))
        {
            return piece;
        }

        var text = _text.ToString();
        var lineStart = text.LastIndexOf('\n') + 1;
        var indent = text.Length - lineStart;
        return string.IsNullOrWhiteSpace(text[lineStart..]) ? piece.Replace("\n", "\n" + new string(' ', indent), StringComparison.Ordinal) : piece;
    }
}
