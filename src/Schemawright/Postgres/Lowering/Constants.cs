using System.Globalization;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Literals as constants of a column's type.</summary>
internal static class Constants
{
    public static SqlText Of(Literal literal, DataType type)
    {
        if (literal.Kind == LiteralKind.Null)
        {
            return SqlText.Of($"NULL");
        }

        if (type.IsArray && type.Kind != DataKind.Json)
        {
            return SqlText.Of($"{SqlLiteral.String(literal.Text is "" or "[]" ? "{}" : literal.Text)}::{SqlText.Words(ColumnTypes.Of(type))}");
        }

        return type.Kind switch
        {
            DataKind.Boolean when literal.Text is "true" or "false" => SqlText.Words(literal.Text),
            DataKind.Json => SqlText.Of($"{SqlLiteral.String(literal.Text.Length == 0 ? "{}" : literal.Text)}::jsonb"),
            DataKind.Date => SqlText.Of($"DATE {SqlLiteral.String(literal.Text)}"),
            DataKind.Duration => SqlText.Of($"INTERVAL {SqlLiteral.String(literal.Text)}"),
            _ when ColumnTypes.IsNumber(type.Kind) && Number(literal.Text) is { } number => SqlText.Of($"{SqlLiteral.Number(number)}"),
            _ => SqlText.Of($"{SqlLiteral.String(literal.Text)}"),
        };
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
}
