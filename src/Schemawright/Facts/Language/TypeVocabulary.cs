using Schemawright.Terms;

namespace Schemawright.Facts.Language;

/// <summary>The words for types, and the words that may follow a type.</summary>
internal static class TypeVocabulary
{
    private static readonly Dictionary<string, DataKind> Kinds = Table();

    private static readonly string[] Constraints =
    [
        "required", "optional", "nullable", "not null", "null", "unique", "primary", "pk", "fk", "foreign", "references", "default", "encrypted", "hashed",
        "mandatory", "indexed", "auto", "max", "min", "maximum", "minimum", "up to", "between", "with", "without", "in", "on", "calculated", "computed",
        "derived", "generated", "check", "collate", "immutable", "readonly", "read-only", "one of", "values", "e.g", "or null", "array", "positive", "non",
    ];

    /// <summary>The kind the phrase stands for; <see cref="DataKind.Unknown"/> for a number of whatever kind the name asks for.</summary>
    public static DataKind? KindOf(string phrase)
    {
        var key = phrase.Trim().ToLowerInvariant().Replace('_', ' ').Replace('-', ' ');
        return Kinds.TryGetValue(key, out var kind) ? kind : null;
    }

    public static bool IsConstraint(string rest) => System.Array.Exists(Constraints, word => TextScan.StartsWithWord(rest, word));

    private static Dictionary<string, DataKind> Table()
    {
        var table = new Dictionary<string, DataKind>(StringComparer.Ordinal);
        Add(DataKind.Uuid, "uuid", "uuidv4", "uuidv7", "guid", "objectid", "object id", "unique identifier", "uniqueidentifier", "identifier", "unique id", "ulid", "cuid");
        Add(DataKind.Identity, "serial", "bigserial", "smallserial", "auto increment", "autoincrement", "identity", "auto increment integer", "auto number", "autonumber");
        Add(DataKind.ShortText, "string", "str", "varchar", "character varying", "char", "character", "nvarchar", "nchar", "varchar2", "short text", "citext", "slug", "bpchar", "single line text", "alphanumeric", "regex");
        Add(DataKind.LongText, "text", "longtext", "mediumtext", "tinytext", "clob", "ntext", "long text", "markdown", "html", "rich text", "richtext", "textarea", "multiline text", "multi line text", "free text", "xml");
        Add(DataKind.Integer, "int", "integer", "int4", "int32", "int2", "int16", "smallint", "mediumint", "tinyint", "whole number", "short", "byte", "counter", "int unsigned", "unsigned int", "year");
        Add(DataKind.BigInteger, "bigint", "long", "int8", "int64", "big integer", "biginteger", "ulong");
        Add(DataKind.Unknown, "number", "numeric value");
        Add(DataKind.Decimal, "decimal", "numeric", "float", "double", "real", "double precision", "float4", "float8", "float32", "float64", "bigdecimal", "decimal number");
        Add(DataKind.Money, "money", "monetary", "monetary amount", "currency amount", "amount", "price", "decimal money", "integer cents", "cents", "smallmoney");
        Add(DataKind.Percentage, "percent", "percentage");
        Add(DataKind.Boolean, "boolean", "bool", "flag", "yes/no", "true/false", "checkbox", "bit", "toggle");
        Add(DataKind.Date, "date", "calendar date", "iso date", "localdate", "dateonly", "date only");
        Add(DataKind.Time, "time", "time of day", "localtime", "timeonly", "time without time zone");
        Add(
            DataKind.Timestamp,
            "timestamp", "timestamptz", "datetime", "datetime2", "datetimeoffset", "date/time", "date time", "date and time", "date & time", "instant", "iso timestamp", "iso 8601",
            "timestamp with time zone", "timestamp with timezone", "timestamp with tz", "datetime with timezone", "datetime with time zone", "utc timestamp", "utc datetime", "timestamp utc", "datetime utc", "zoneddatetime", "iso datetime", "offsetdatetime");
        Add(DataKind.LocalTimestamp, "timestamp without time zone", "timestamp without timezone", "local timestamp", "local datetime", "localdatetime");
        Add(DataKind.Duration, "duration", "interval", "timespan", "time span");
        Add(DataKind.Email, "email", "email address", "e mail");
        Add(DataKind.Phone, "phone", "phone number", "telephone", "tel");
        Add(DataKind.Url, "url", "uri", "link", "image", "file", "photo", "image url", "file url", "file path", "filepath", "upload", "attachment");
        Add(DataKind.Json, "json", "jsonb", "object", "map", "dict", "dictionary", "any", "json object", "key value", "struct", "hstore", "document");
        Add(DataKind.CountryCode, "country code", "country", "iso 3166");
        Add(DataKind.CurrencyCode, "currency code", "currency", "iso 4217", "iso 4217 code");
        Add(DataKind.LanguageCode, "language code", "language", "locale", "iso 639");
        Add(DataKind.TimeZone, "timezone", "time zone", "iana timezone", "iana time zone");
        Add(DataKind.IpAddress, "ip address", "ip", "inet", "ipv4", "cidr", "ipaddress");
        Add(DataKind.Coordinates, "coordinates", "point", "geography", "geometry", "lat/long", "lat/lng", "geopoint", "gps", "geolocation", "geo point", "latlng");
        Add(DataKind.Binary, "bytea", "blob", "binary", "bytes", "varbinary", "longblob", "base64", "buffer");
        return table;

        void Add(DataKind kind, params string[] phrases)
        {
            foreach (var phrase in phrases)
            {
                table.TryAdd(phrase, kind);
            }
        }
    }
}
