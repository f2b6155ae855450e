using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>How each business type is stored.</summary>
internal static class ColumnTypes
{
    /// <summary>The column's type as format_type() prints it.</summary>
    public static string Of(DataType type) => (DomainNames.TryGetValue(type.Kind, out var domain) ? domain : Scalar(type.Kind)) + (type.IsArray && type.Kind != DataKind.Json ? "[]" : "");

    /// <summary>The type below the domain.</summary>
    public static string BaseOf(DataType type) => Scalar(type.Kind) + (type.IsArray && type.Kind != DataKind.Json ? "[]" : "");

    public static readonly IReadOnlyDictionary<DataKind, string> DomainNames = new Dictionary<DataKind, string>
    {
        [DataKind.Email] = "app.email",
        [DataKind.Phone] = "app.phone",
        [DataKind.Url] = "app.url",
        [DataKind.CurrencyCode] = "app.currency_code",
        [DataKind.CountryCode] = "app.country_code",
        [DataKind.LanguageCode] = "app.language_code",
        [DataKind.TimeZone] = "app.time_zone",
        [DataKind.Percentage] = "app.percentage",
        [DataKind.Coordinates] = "app.coordinates",
    };

    public static bool IsText(DataKind kind) => kind is DataKind.Unknown or DataKind.ShortText or DataKind.LongText or DataKind.Enumeration
        or DataKind.Email or DataKind.Phone or DataKind.Url or DataKind.CurrencyCode or DataKind.CountryCode or DataKind.LanguageCode or DataKind.TimeZone;

    public static bool IsNumber(DataKind kind) => kind is DataKind.Identity or DataKind.Integer or DataKind.BigInteger or DataKind.Decimal or DataKind.Money or DataKind.Percentage;

    private static string Scalar(DataKind kind) => kind switch
    {
        DataKind.Uuid => "uuid",
        DataKind.Identity or DataKind.BigInteger => "bigint",
        DataKind.Integer => "integer",
        DataKind.Decimal or DataKind.Money or DataKind.Percentage => "numeric",
        DataKind.Boolean => "boolean",
        DataKind.Date => "date",
        DataKind.Time => "time without time zone",
        DataKind.Timestamp => "timestamp with time zone",
        DataKind.LocalTimestamp => "timestamp without time zone",
        DataKind.Duration => "interval",
        DataKind.Json => "jsonb",
        DataKind.IpAddress => "inet",
        DataKind.Binary => "bytea",
        DataKind.Coordinates => "point",
        _ => "text",
    };
}
