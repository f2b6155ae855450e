using System.Globalization;

namespace Schemawright.Postgres.Sql;

/// <summary>A constant as written in SQL.</summary>
public sealed record SqlLiteral
{
    private SqlLiteral(string text) => Text = text;

    public string Text { get; }

    /// <summary>A text constant on one line, so that no indentation gets into it; only line ends need the E form.</summary>
    public static SqlLiteral String(string value)
    {
        var text = value.Replace("\0", "", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
        return text.AsSpan().ContainsAny('\n', '\r')
            ? new("E'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal) + "'")
            : new("'" + text + "'");
    }

    public static SqlLiteral Number(decimal value) => new(value.ToString(CultureInfo.InvariantCulture));

    public static SqlLiteral Bool(bool value) => new(value ? "true" : "false");

    public static SqlLiteral Null { get; } = new("NULL");

    public override string ToString() => Text;
}
