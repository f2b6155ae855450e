using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Remarks on a number's digits: "four decimal places", "2 decimals", "precision 10, scale 2".</summary>
internal static class NumberNotes
{
    private const int MostDigits = 18;

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight"];

    /// <summary>Null when the remark does not speak of decimal places, or the attribute is no number.</summary>
    public static AttributeFact? Places(AttributeFact fact, string remark)
    {
        if (fact.Type is not { Kind: DataKind.Decimal or DataKind.Money or DataKind.Percentage, IsArray: false } type)
        {
            return null;
        }

        var words = remark.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var counted = words is ["with" or "to" or "exactly" or "rounded", ..] ? words[1..] : words;
        var places = counted switch
        {
            [var count, "decimal" or "fractional", "places" or "digits" or "place"] => Number(count),
            [var count, "decimals" or "dp"] => Number(count),
            ["scale", var count] => Number(count),
            _ => null,
        };
        return places is null ? null : fact with { Type = type with { Precision = type.Precision ?? MostDigits, Scale = places } };
    }

    private static int? Number(string word)
    {
        var spoken = Array.IndexOf(Numbers, word);
        return spoken >= 0 ? spoken : int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number < MostDigits ? number : null;
    }
}
