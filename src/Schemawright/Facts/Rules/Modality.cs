using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules;

/// <summary>The words that make a sentence a rule, in one table so that another language is one more column.</summary>
internal static class Modality
{
    private static readonly string[] Strong =
    [
        "must", "shall", "cannot", "can't", "can not", "may not", "mustn't", "at least", "at most", "no more than", "not more than", "not allowed", "not permitted", "prohibited", "never",
        "unique", "mandatory", "not exceed", "exactly one", "no two", "forbidden", "disallowed", "immutable", "read-only once", "may only", "can only", "is limited to", "are limited to", "must not",
    ];

    private static readonly string[] Weak = ["only", "requires", "always", "maximum", "minimum", "up to", "prevent", "prevents", "exactly", "not be", "is permanent", "are permanent", "is final", "cannot be undone"];

    /// <summary>"Only porters hand out keys" excludes all others; "Only a few porters …" tells how many there are.</summary>
    private static bool Excludes(string sentence) => sentence.Opens("only", "nobody", "no one") && sentence.Count(letter => letter == ' ') > 2 && !sentence.Opens("only a", "only some", "only if", "only about", "only one in");

    public static bool IsStrong(string sentence) => sentence.Says(Strong) || Excludes(sentence) || sentence.Contains("= NULL", StringComparison.Ordinal);

    /// <summary>True when the sentence demands something, strongly or by a word that often only describes.</summary>
    public static bool IsRule(string sentence) => sentence.Says(Strong) || sentence.Says(Weak) || IsRequired(sentence) || (sentence.Says("between") && sentence.Any(char.IsAsciiDigit));

    /// <summary>A line that bounds or calculates without a modal word: "Max 10 seats on a boat", "total = net + tax", "from 1900 on", "the same name twice: no".</summary>
    public static bool IsBound(string sentence) =>
        sentence.Length < LongestBound && (Opens(sentence) || IsFormula(sentence) || sentence.TrimEnd('.', ' ').EndsWith(": no", StringComparison.OrdinalIgnoreCase) || (sentence.Any(char.IsAsciiDigit) && sentence.Says("from") && sentence.TrimEnd('.', ' ').EndsWith(" on", StringComparison.Ordinal)));

    private const int LongestBound = 240;

    private static bool Opens(string sentence) => Array.Exists(Bounds, word => sentence.StartsWith(word, StringComparison.OrdinalIgnoreCase)) && sentence.Any(char.IsAsciiDigit);

    private static readonly string[] Bounds = ["max ", "max. ", "min ", "min. ", "up to ", "no more ", "one per ", "not more "];

    /// <summary>Words, an equals sign, and words or figures joined by an operator.</summary>
    private static bool IsFormula(string sentence)
    {
        var sign = sentence.IndexOf(" = ", StringComparison.Ordinal);
        return sign > 1 && sign < 60 && sentence.AsSpan(sign + 3).IndexOfAny("+×*/−") > 0 && char.IsLetter(sentence[0]);
    }

    /// <summary>"A name is required" demands; "no training required" and "a form with required fields" do not.</summary>
    private static bool IsRequired(string sentence) => sentence.Says("required") && !sentence.Says("no", "not required", "required field", "required fields");
}
