using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The business types in words, with an example value each.</summary>
internal static class BusinessTypes
{
    public const string ExampleUuid = "01890a5d-ac96-774b-bcce-b302099a8057";

    public static string Name(DataKind kind) => kind switch
    {
        DataKind.Unknown => "Unspecified",
        DataKind.Uuid => "Identifier",
        DataKind.Identity => "Sequential identifier",
        DataKind.ShortText => "Short text",
        DataKind.LongText => "Long text",
        DataKind.Integer => "Whole number",
        DataKind.BigInteger => "Large whole number",
        DataKind.Decimal => "Decimal number",
        DataKind.Timestamp => "Moment",
        DataKind.LocalTimestamp => "Local date and time",
        DataKind.Email => "E-mail",
        DataKind.Url => "URL",
        DataKind.Json => "JSON data",
        DataKind.Enumeration => "Value list",
        DataKind.CurrencyCode => "Currency code",
        DataKind.CountryCode => "Country code",
        DataKind.LanguageCode => "Language code",
        DataKind.TimeZone => "Time zone",
        DataKind.IpAddress => "IP address",
        _ => kind.ToString(),
    };

    public static string Example(DataKind kind) => kind switch
    {
        DataKind.Uuid => ExampleUuid,
        DataKind.Identity or DataKind.Integer or DataKind.BigInteger => "42",
        DataKind.Decimal => "12.5",
        DataKind.Money => "19.99",
        DataKind.Percentage => "12.5",
        DataKind.Boolean => "true",
        DataKind.Date => "2025-01-31",
        DataKind.Time => "09:30:00",
        DataKind.Timestamp => "2025-01-31T09:30:00Z",
        DataKind.LocalTimestamp => "2025-01-31T09:30:00",
        DataKind.Duration => "PT1H30M",
        DataKind.Email => "reader@example.com",
        DataKind.Phone => "+441632960123",
        DataKind.Url => "https://example.com/page",
        DataKind.Json => "{\"key\": \"value\"}",
        DataKind.CurrencyCode => "EUR",
        DataKind.CountryCode => "DE",
        DataKind.LanguageCode => "en",
        DataKind.TimeZone => "Europe/Vienna",
        DataKind.IpAddress => "192.0.2.10",
        DataKind.Binary => "\\x5a01",
        DataKind.Coordinates => "(48.2,16.4)",
        _ => "example",
    };

    /// <summary>A constant of the column's type; an untyped text constant takes the type of what it is compared with.</summary>
    public static SqlText Literal(ColumnPair column)
    {
        if (column.Column.Type.EndsWith("[]", StringComparison.Ordinal))
        {
            return SqlText.Of($"{SqlLiteral.String("{}")}");
        }

        var listed = column.Design?.Type.Values ?? [];
        var value = listed.Count > 0 ? listed[0] : Example(column.Design?.Type.Kind ?? KindOf(column.Column));
        return SqlText.Of($"{SqlLiteral.String(value)}");
    }

    private static DataKind KindOf(PgColumn column) => column.Type switch
    {
        "uuid" => DataKind.Uuid,
        "integer" or "bigint" or "smallint" => DataKind.Integer,
        "boolean" => DataKind.Boolean,
        "date" => DataKind.Date,
        "timestamp with time zone" => DataKind.Timestamp,
        "jsonb" => DataKind.Json,
        _ => DataKind.ShortText,
    };
}
