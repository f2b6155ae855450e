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

    public static bool IsStrong(string sentence) => sentence.Says(Strong) || sentence.Contains("= NULL", StringComparison.Ordinal);

    /// <summary>True when the sentence demands something, strongly or by a word that often only describes.</summary>
    public static bool IsRule(string sentence) => sentence.Says(Strong) || sentence.Says(Weak) || IsRequired(sentence) || (sentence.Says("between") && sentence.Any(char.IsAsciiDigit));

    /// <summary>"A name is required" demands; "no training required" and "a form with required fields" do not.</summary>
    private static bool IsRequired(string sentence) => sentence.Says("required") && !sentence.Says("no", "not required", "required field", "required fields");
}
