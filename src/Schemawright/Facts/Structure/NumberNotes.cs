using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Remarks on a number's digits and meaning: "four decimal places", "precision 10, scale 2", "0 = Sunday, 6 = Saturday".</summary>
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

    /// <summary>"in days", "in percent" behind a name that tells no number by itself: "notice", "discount".</summary>
    public static AttributeFact? Measured(AttributeFact fact, string remark)
    {
        if (fact.Type is null && Counted(remark) && HeadNounTypes.Guess(fact.Name) is null or { Kind: DataKind.ShortText or DataKind.LongText })
        {
            return fact with { Type = DataType.Of(DataKind.Integer) };
        }

        var behind = remark.LastIndexOf(" in ", StringComparison.OrdinalIgnoreCase);
        var unit = remark.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? remark[3..].Trim().ToLowerInvariant() : behind > 0 ? remark[(behind + 4)..].Trim().TrimEnd('.').ToLowerInvariant() : "";
        var told = HeadNounTypes.Guess(fact.Name)?.Kind;
        if (fact.Type is not null || !MeasureUnits.IsOne(unit) || told is not (null or DataKind.ShortText or DataKind.LongText or DataKind.Money or DataKind.Json))
        {
            return null;
        }

        var kind = unit is "eur" or "usd" or "gbp" or "chf" or "euro" or "euros" or "dollars" or "pounds" ? DataKind.Money : unit is "percent" or "%" or "per cent" ? DataKind.Percentage : unit is "days" or "weeks" or "months" or "years" or "minutes" or "seconds" ? DataKind.Integer : DataKind.Decimal;
        return told == DataKind.Money && kind is not (DataKind.Percentage or DataKind.Money) ? null : fact with { Type = DataType.Of(kind) };
    }

    /// <summary>"how many visits", "number of visits": a count, whatever the attribute is called.</summary>
    private static bool Counted(string remark) => remark.StartsWith("how many ", StringComparison.OrdinalIgnoreCase) || remark.StartsWith("number of ", StringComparison.OrdinalIgnoreCase);

    /// <summary>A number that stands for a day of the week is one of seven.</summary>
    public static AttributeFact Days(AttributeFact fact, string remark)
    {
        if (fact.Check is not null || fact.Type is not (null or { Kind: DataKind.Integer or DataKind.BigInteger, IsArray: false }) || Weekdays.Numbering(remark) is not { } week || Naming.Words(fact.Name) is [.., "id"])
        {
            return fact;
        }

        var own = Ref.To(Naming.Snake(fact.Name));
        return fact with
        {
            Type = fact.Type ?? DataType.Of(DataKind.Integer),
            Check = new And([new Compare(CompareOp.GreaterOrEqual, own, Literal.Number(week.Lowest)), new Compare(CompareOp.LessOrEqual, own, Literal.Number(week.Highest))]),
        };
    }

    private static int? Number(string word)
    {
        var spoken = Array.IndexOf(Numbers, word);
        return spoken >= 0 ? spoken : int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number < MostDigits ? number : null;
    }
}
