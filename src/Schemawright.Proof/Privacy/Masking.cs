using Schemawright.Collections;

namespace Schemawright.Proof.Privacy;

/// <summary>What a mask may let through of a value, told independently of the SQL that masks.</summary>
internal static class Masking
{
    private const string Hidden = "***";
    private const int ShortestNumber = 8;
    private const int ShortestName = 4;

    /// <summary>Values people write into such columns, and some only an attacker would.</summary>
    public static Seq<string> Values { get; } =
    [
        "", " ", "a", "ab", "Ann", "a@b.co", "ann@example.org", "an@example.org", "annabel.lee@example.org", "two@at@signs.example", "no address at all", "@example.org", "annabel@",
        "07700 900123", "+442071838750", "1234567", "12345678", "Ünïcödé", "O'Brien; DROP TABLE people", "first line\nannabel@example.org", "***", "𝒜nnabel",
    ];

    /// <param name="shown">Null: nothing is shown, which is always well.</param>
    public static bool IsAllowed(string mask, string value, string? shown)
    {
        if (shown is null or Hidden)
        {
            return true;
        }

        return mask switch
        {
            "initial" => Characters(value) >= 2 && shown == First(value) + Hidden,
            "last4" => Characters(value) >= ShortestNumber && shown == Hidden + Last(value, 4),
            "email" => value.Count(character => character == '@') == 1 && value.IndexOf('@', StringComparison.Ordinal) >= ShortestName && shown == $"{First(value)}{Hidden}@{value[(value.IndexOf('@', StringComparison.Ordinal) + 1)..]}",
            _ => false,
        };
    }

    private static int Characters(string value) => value.EnumerateRunes().Count();

    private static string First(string value) => value.EnumerateRunes().First().ToString();

    private static string Last(string value, int count) => string.Concat(value.EnumerateRunes().TakeLast(count));
}
