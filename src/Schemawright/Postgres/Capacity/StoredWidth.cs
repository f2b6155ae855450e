using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Postgres.Capacity;

/// <summary>What one value of a type takes on disk; lengths nobody stated are assumed from what the type is for.</summary>
/// <param name="Length">Without the header.</param>
public sealed record StoredWidth(double Bytes, int Align, bool Varies, double Length)
{
    private const int ArrayHeader = 21;
    private const int ElementsOfAnArray = 3;
    private const double WordsOfARow = 300;

    /// <param name="type">As <c>format_type()</c> prints it, below the domain.</param>
    public static StoredWidth Of(string type, ColumnDesign? column) => type switch
    {
        _ when type.EndsWith("[]", StringComparison.Ordinal) => Array(Of(type[..^2], column)),
        "uuid" => new(16, 1, false, 16),
        "boolean" => new(1, 1, false, 1),
        "smallint" => new(2, 2, false, 2),
        "integer" or "date" or "real" => new(4, 4, false, 4),
        "interval" or "point" => new(16, 8, false, 16),
        "inet" => new(7, 1, false, 7),
        "jsonb" => Packed(LengthOf(column, 100)),
        "bytea" => Packed(BytesOf(column)),
        "tsvector" => Packed(WordsOfARow),
        _ when type.StartsWith("numeric", StringComparison.Ordinal) => Number(column),
        _ when type.StartsWith("text", StringComparison.Ordinal) || type.StartsWith("character", StringComparison.Ordinal) => Packed(LengthOf(column, 16)),
        _ => new(8, 8, false, 8),
    };

    /// <summary>Up to 126 bytes a value needs one byte of header and no alignment.</summary>
    private static StoredWidth Packed(double length) => length <= 126 ? new(length + 1, 1, true, length) : new(length + 4, 4, true, length);

    /// <summary>Two bytes for each four decimal digits, on either side of the point.</summary>
    private static StoredWidth Number(ColumnDesign? column)
    {
        var whole = Math.Max(1, (column?.Type.Precision ?? 4) - (column?.Type.Scale ?? 0));
        var groups = column?.Type.Kind == DataKind.Percentage ? 1 : Math.Min(2, (int)Math.Ceiling(whole / 4.0)) + (column?.Type.Scale == 0 ? 0 : 1);
        return new(3 + (2 * groups), 1, false, 2 * groups);
    }

    private static StoredWidth Array(StoredWidth element)
    {
        var each = Math.Ceiling((element.Varies ? element.Length + 4 : element.Bytes) / 4) * 4;
        return Packed(ArrayHeader - 1 + (ElementsOfAnArray * each));
    }

    /// <summary>A keyed hash has 32 bytes; ciphertext is its plaintext with a nonce and a tag.</summary>
    private static double BytesOf(ColumnDesign? column) => column switch
    {
        { Role: ColumnRole.BlindIndex } => 32,
        { Role: ColumnRole.Ciphertext } => 48,
        _ => column?.AverageBytes ?? 96,
    };

    private static double LengthOf(ColumnDesign? column, double otherwise) => column is null ? otherwise : column.AverageBytes ?? column.Type.Kind switch
    {
        DataKind.Enumeration when column.Type.Values.Count > 0 => column.Type.Values.Average(value => value.Length),
        DataKind.Email => 24,
        DataKind.Phone => 13,
        DataKind.Url => 60,
        DataKind.CurrencyCode => 3,
        DataKind.CountryCode or DataKind.LanguageCode => 2,
        DataKind.TimeZone => 15,
        DataKind.Json => 300,
        DataKind.LongText => Math.Min(400, (column.Type.Length ?? 800) / 2.0),
        _ when column.Hashed => 60,
        _ when column.Role == ColumnRole.KeyId => 16,
        _ => Math.Clamp((column.Type.Length ?? 48) / 2.0, 1, 200),
    };
}
