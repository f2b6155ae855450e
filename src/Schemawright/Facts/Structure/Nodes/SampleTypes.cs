using System.Globalization;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Nodes;

/// <summary>The type a sample value shows without doubt; a plain text shows none, for its name tells more.</summary>
internal static class SampleTypes
{
    public static DataType? Of(ScalarNode sample, string name)
    {
        var text = sample.Text;
        if (!sample.IsQuoted)
        {
            return text is "true" or "false" ? DataType.Of(DataKind.Boolean)
                : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? (text.Contains('.') && HeadNounTypes.OfNumber(name) is { Kind: DataKind.Integer } ? DataType.Of(DataKind.Decimal) : HeadNounTypes.OfNumber(name))
                : null;
        }

        return Guid.TryParseExact(text, "D", out _) ? DataType.Of(DataKind.Uuid)
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? DataType.Of(DataKind.Date)
            : text.Length > 12 && text.Contains('T') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? DataType.Of(DataKind.Timestamp)
            : text.Contains('@') && !text.Contains(' ') && text.IndexOf('.', text.IndexOf('@')) > 0 ? DataType.Of(DataKind.Email)
            : text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal) ? DataType.Of(DataKind.Url)
            : ValuesOf(text);
    }

    /// <summary>"draft | sent" among samples still lists what is allowed.</summary>
    private static DataType? ValuesOf(string text) =>
        text.Contains('|') && ValueLists.Parse(text) is { } values ? new DataType(DataKind.Enumeration, Values: values) : null;
}
