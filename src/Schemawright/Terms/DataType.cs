using Schemawright.Collections;

namespace Schemawright.Terms;

/// <summary>The business type of an attribute; Postgres/ decides how each is stored.</summary>
public enum DataKind
{
    Unknown, Uuid, Identity, ShortText, LongText, Integer, BigInteger, Decimal, Money, Percentage, Boolean,
    Date, Time, Timestamp, LocalTimestamp, Duration, Email, Phone, Url, Json, Enumeration,
    CurrencyCode, CountryCode, LanguageCode, TimeZone, IpAddress, Binary, Coordinates,
}

/// <param name="Length">Most characters, where stated.</param>
/// <param name="Precision">All digits, where stated.</param>
/// <param name="Scale">Digits after the point, where stated.</param>
/// <param name="Values">The allowed values of an enumeration, in the order of the documents.</param>
public sealed record DataType(
    DataKind Kind,
    int? Length = null,
    int? Precision = null,
    int? Scale = null,
    Seq<string> Values = default,
    bool IsArray = false)
{
    public static DataType Of(DataKind kind) => new(kind);
}
