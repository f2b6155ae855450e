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
        "stored", "nn", "uq", "uk", "exactly", "hidden", "indexed", "two", "three", "four", "always", "must", "cannot", "never", "cascade", "if",
    ];

    /// <summary>The kind the phrase stands for; <see cref="DataKind.Unknown"/> for a number of whatever kind the name asks for.</summary>
    public static DataKind? KindOf(string phrase)
    {
        var key = phrase.Trim().ToLowerInvariant().Replace('_', ' ').Replace('-', ' ');
        return Kinds.TryGetValue(key, out var kind) ? kind : null;
    }

    /// <summary>"in_progress" and "check" alone are values; "in: a, b" and "check (a > 0)" constrain.</summary>
    public static bool IsConstraint(string rest) => System.Array.Exists(Constraints, word => TextScan.StartsWithWord(rest, word) && !(rest.Length > word.Length && rest[word.Length] == '_') && !(word == "check" && rest.Length == word.Length));

    /// <summary>"on hold", "in review": a state one is in, though it begins as a constraint does.</summary>
    public static bool IsStateOfBeing(string value) => (value.StartsWith("on ", StringComparison.OrdinalIgnoreCase) || value.StartsWith("in ", StringComparison.OrdinalIgnoreCase)) && value.Length < 24 && value.AsSpan(3).IndexOf(' ') < 0 && value[3..].All(char.IsLetter);

    private static Dictionary<string, DataKind> Table()
    {
        var table = new Dictionary<string, DataKind>(StringComparer.Ordinal);
        Add(DataKind.Uuid, "uuid", "uuidv4", "uuidv7", "guid", "objectid", "object id", "unique identifier", "uniqueidentifier", "identifier", "unique id", "ulid", "cuid", "uuid string", "globally unique identifier", "universally unique identifier", "uuid v4", "uuid v7", "uuid (v4)");
        Add(DataKind.Identity, "serial", "bigserial", "smallserial", "auto increment", "autoincrement", "identity", "auto increment integer", "auto number", "autonumber");
        Add(DataKind.ShortText, "string", "str", "varchar", "character varying", "char", "character", "nvarchar", "nchar", "varchar2", "short text", "citext", "slug", "bpchar", "single line text", "alphanumeric", "regex", "varchar text", "characters", "text line", "single line", "hex color", "color", "colour", "hex colour", "sku", "barcode", "password", "secret", "token");
        Add(DataKind.LongText, "text", "longtext", "mediumtext", "tinytext", "clob", "ntext", "long text", "markdown", "html", "rich text", "richtext", "textarea", "multiline text", "multi line text", "free text", "xml", "paragraph", "multiline", "multi line", "text area", "wysiwyg", "memo", "long string");
        Add(DataKind.Integer, "int", "integer", "int4", "int32", "int2", "int16", "smallint", "mediumint", "tinyint", "whole number", "short", "byte", "counter", "int unsigned", "unsigned int", "year", "uint", "uint32", "uint16", "positive integer", "natural number", "unsigned integer", "i32", "u32");
        Add(DataKind.BigInteger, "bigint", "long", "int8", "int64", "big integer", "biginteger", "ulong", "long integer", "i64", "u64", "uint64", "bigint unsigned", "file size", "unsigned bigint");
        Add(DataKind.Unknown, "number", "numeric value");
        Add(DataKind.Decimal, "decimal", "numeric", "float", "double", "real", "double precision", "float4", "float8", "float32", "float64", "bigdecimal", "decimal number", "f64", "f32", "float number", "floating point");
        Add(DataKind.Money, "money", "monetary", "monetary amount", "currency amount", "amount", "price", "decimal money", "integer cents", "cents", "smallmoney", "amount in cents", "money amount", "money cents", "usd", "eur", "gbp");
        Add(DataKind.Percentage, "percent", "percentage", "%", "percent value");
        Add(DataKind.Boolean, "boolean", "bool", "flag", "yes/no", "true/false", "checkbox", "bit", "toggle", "yes no", "true false", "y/n", "switch", "logical");
        Add(DataKind.Date, "date", "calendar date", "iso date", "localdate", "dateonly", "date only", "day", "iso 8601 date", "full date");
        Add(DataKind.Time, "time", "time of day", "localtime", "timeonly", "time without time zone");
        Add(
            DataKind.Timestamp,
            "timestamp", "timestamptz", "datetime", "datetime2", "datetimeoffset", "date/time", "date time", "date and time", "date & time", "instant", "iso timestamp", "iso 8601",
            "timestamp with time zone", "timestamp with timezone", "timestamp with tz", "datetime with timezone", "datetime with time zone", "utc timestamp", "utc datetime", "timestamp utc", "datetime utc", "zoneddatetime", "iso datetime", "offsetdatetime", "iso 8601 timestamp", "iso 8601 datetime", "timestamp with timezone utc", "unix timestamp", "epoch", "datetimeutc", "moment", "datetime utc", "utc date time");
        Add(DataKind.LocalTimestamp, "timestamp without time zone", "timestamp without timezone", "local timestamp", "local datetime", "localdatetime");
        Add(DataKind.Duration, "duration", "interval", "timespan", "time span", "iso 8601 duration", "period");
        Add(DataKind.Email, "email", "email address", "e mail");
        Add(DataKind.Phone, "phone", "phone number", "telephone", "tel");
        Add(DataKind.Url, "url", "uri", "link", "image", "file", "photo", "image url", "file url", "file path", "filepath", "upload", "attachment", "web address", "href", "image upload", "file upload", "picture", "video", "audio", "document url", "pdf", "s3 key", "s3 url", "image file", "media", "avatar");
        Add(DataKind.Json, "json", "jsonb", "object", "map", "dict", "dictionary", "any", "json object", "key value", "struct", "hstore", "document", "metadata", "key value pairs", "key value map", "json array", "nested object", "geojson", "free form", "jsonb object", "mixed");
        Add(DataKind.CountryCode, "country code", "country", "iso 3166", "iso country code", "iso 3166 code", "iso 3166 1 alpha 2", "iso 3166 1");
        Add(DataKind.CurrencyCode, "currency code", "currency", "iso 4217", "iso 4217 code", "iso currency code", "iso currency");
        Add(DataKind.LanguageCode, "language code", "language", "locale", "iso 639", "iso language code", "iso 639 1", "bcp 47", "language tag");
        Add(DataKind.TimeZone, "timezone", "time zone", "iana timezone", "iana time zone", "iana tz", "iana zone", "tz", "iana timezone name");
        Add(DataKind.IpAddress, "ip address", "ip", "inet", "ipv4", "cidr", "ipaddress", "ipv6", "ip addr");
        Add(DataKind.Coordinates, "coordinates", "point", "geography", "geometry", "lat/long", "lat/lng", "geopoint", "gps", "geolocation", "geo point", "latlng", "latitude/longitude", "lat lng", "lat lon", "gps coordinates", "geo coordinates", "geo location", "geopoint", "latitude and longitude", "position");
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
