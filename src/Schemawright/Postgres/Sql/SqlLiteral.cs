using System.Globalization;

namespace Schemawright.Postgres.Sql;

/// <summary>A constant as written in SQL.</summary>
public sealed record SqlLiteral
{
    private SqlLiteral(string text) => Text = text;

    public string Text { get; }

    /// <summary>A text constant; a backslash needs the E form nowhere, since standard_conforming_strings is on.</summary>
    public static SqlLiteral String(string value) => new("'" + value.Replace("\0", "", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'");

    public static SqlLiteral Number(decimal value) => new(value.ToString(CultureInfo.InvariantCulture));

    public static SqlLiteral Bool(bool value) => new(value ? "true" : "false");

    public static SqlLiteral Null { get; } = new("NULL");

    public override string ToString() => Text;
}
