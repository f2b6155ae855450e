using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Letters and digits only", "4 digits", "a three-letter ISO 4217 code", "starts with 'AB'", "format INV-{YYYY}-{NNNN}".</summary>
internal sealed class LimitsCharacters : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        return words.Count > 24 || Pattern(line, words) is not var (pattern, place, what) ? null
            : Named(line, words, place) is { } column
                ? column.Encrypted || column.IsHash ? Reading.Elsewhere($"{column.Name} is stored hashed or encrypted, so the application must look at its characters before")
                    : Reading.Of(line.Must(column.Entity, $"{column.Name} {what}", new Matches(column.Ref, pattern)))
                : null;
    }

    private static Column? Named(RuleLine line, IReadOnlyList<Token> words, int before) =>
        line.Speech.Within(words, 0, before) is { Column: { IsText: true, IsForeignKey: false, Type.Kind: not DataKind.Enumeration } column } operand ? operand.AtHome.Column
        : before == 0 && line.Subject is not null && TitleColumns.Of(line) is [{ IsText: true } titled] ? titled : null;

    private static (string Pattern, int Place, string Name)? Pattern(RuleLine line, IReadOnlyList<Token> words) =>
        FormatMasks.Read(line.Fact.Text) is { } mask && Phrase.IndexOf(words, 0, "format", "formatted", "pattern", "follow", "follows", "like", "form", ":") is >= 0 and var said ? (mask, Math.Max(said, 1), "well formed")
        : Coded(words) ?? Classes(words) ?? Opening(words);

    /// <summary>"three-letter code", "ISO 4217", "ISO 3166".</summary>
    private static (string Pattern, int Place, string Name)? Coded(IReadOnlyList<Token> words)
    {
        for (var at = 1; at < words.Count; at++)
        {
            var letters = words[at].Lower switch { "three-letter" or "3-letter" => 3, "two-letter" or "2-letter" => 2, _ => 0 };
            letters = letters > 0 ? letters : Phrase.At(words, at, "iso", "4217") ? 3 : Phrase.At(words, at, "iso", "3166") || Phrase.At(words, at, "iso", "3166-1") ? 2 : 0;
            if (letters > 0)
            {
                return ($"^[A-Z]{{{letters}}}$", at, $"{letters} letters");
            }
        }

        return null;
    }

    /// <summary>"alphanumeric", "letters and digits only", "only lowercase letters, digits and hyphens", "upper-case letters".</summary>
    private static (string Pattern, int Place, string Name)? Classes(IReadOnlyList<Token> words)
    {
        var first = Phrase.IndexOf(words, 0, "alphanumeric", "letters", "numeric", "digits", "lowercase", "uppercase", "upper-case", "lower-case", "a-z");
        if (first < 0 || !(Phrase.Has(words, "only", "alphanumeric", "numeric") || (first > 0 && words[first - 1].Is("of"))) || Phrase.Has(words, "least", "password", "special", "one", "first", "last"))
        {
            return null;
        }

        var lower = Phrase.Has(words, "lowercase", "lower-case");
        var upper = Phrase.Has(words, "uppercase", "upper-case");
        var letters = Phrase.Has(words, "letters", "alphanumeric", "a-z") || lower || upper ? lower && !upper ? "a-z" : upper && !lower ? "A-Z" : "A-Za-z" : "";
        var digits = Phrase.Has(words, "digits", "alphanumeric", "numeric", "numbers") ? "0-9" : "";
        var marks = (Phrase.Has(words, "underscores", "underscore") ? "_" : "") + (Phrase.Has(words, "spaces", "space") ? " " : "") + (Phrase.Has(words, "hyphens", "hyphen", "dashes", "dash") ? "-" : "");
        return letters.Length + digits.Length == 0 ? null : ($"^[{letters}{digits}{marks}]*$", first, "of allowed characters");
    }

    /// <summary>"must start with 'AB'".</summary>
    private static (string Pattern, int Place, string Name)? Opening(IReadOnlyList<Token> words)
    {
        for (var at = 1; at + 2 < words.Count; at++)
        {
            if (words[at].IsAny("start", "starts", "begin", "begins", "end", "ends") && words[at + 1].Is("with") && words[at + 2] is { Kind: TokenKind.Quoted } prefix && prefix.Text.Length <= 20
                && prefix.Text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or ' ' or '@'))
            {
                return words[at].IsAny("end", "ends") ? ($"^.*{prefix.Text}$", at, $"ends with {prefix.Text}") : ($"^{prefix.Text}.*$", at, $"starts with {prefix.Text}");
            }
        }

        return null;
    }
}
