using System.Globalization;
using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A code consists of two letters and nine digits", "numbers consist of the letter G followed by six digits": the parts of a text in their order.</summary>
internal sealed class ComposesCode : IRulePattern
{
    private const int MostParts = 6;

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        for (var at = 1; at + 3 < words.Count; at++)
        {
            if (words[at].IsAny("consist", "consists", "composed", "made", "formed", "built") && (words[at + 1].IsAny("of", "from", "by") || words[at + 1].Is("up")) && Parts(words, words[at + 1].Is("up") ? at + 3 : at + 2) is { } pattern)
            {
                return Column(line, words, at) is { IsText: true, Encrypted: false, IsHash: false } column
                    ? Reading.Of(line.Must(column.Entity, $"{column.Name} well formed", new Matches(column.Ref, $"^{pattern}$"))) : null;
            }
        }

        return null;
    }

    private static Column? Column(RuleLine line, Seq<Token> words, int verb)
    {
        // "It consists of …" speaks of what the sentence before began with.
        var named = line.Speech.Within(words, 0, verb) ?? line.Speech.Within(Lexer.Read(line.Fact.Text), 0, 4);
        return named?.AtHome.Column;
    }

    /// <summary>The parts as a pattern; null when a word is none or there is only one.</summary>
    private static string? Parts(Seq<Token> words, int at)
    {
        var (pattern, count) = ("", 0);
        while (at < words.Count && words[at].Kind != TokenKind.Mark || at < words.Count && words[at].Is(","))
        {
            if (words[at].IsAny("and", "followed", "by", "then", ",", "a", "the"))
            {
                at++;
                if (at < words.Count && words[at].IsAny("letter", "prefix", "letters") && at + 1 < words.Count && words[at + 1].Text.Length <= 4 && words[at + 1].Text.All(char.IsAsciiLetterUpper))
                {
                    (pattern, count, at) = (pattern + words[at + 1].Text, count + 1, at + 2);
                }

                continue;
            }

            if (at + 1 >= words.Count || Figures.At(words, at) is not (> 0 and < 100) || count >= MostParts)
            {
                return null;
            }

            var capital = words[at + 1].IsAny("capital", "upper-case", "uppercase") && at + 2 < words.Count ? 1 : 0;
            var kind = words[at + 1 + capital].Lower switch { "letter" or "letters" => capital > 0 ? "[A-Z]" : "[A-Za-z]", "digit" or "digits" or "figures" or "numbers" => "[0-9]", "character" or "characters" => "[A-Za-z0-9]", _ => null };
            if (kind is null)
            {
                return null;
            }

            (pattern, count, at) = ($"{pattern}{kind}{{{((int)Figures.At(words, at)!.Value).ToString(CultureInfo.InvariantCulture)}}}", count + 1, at + 2 + capital);
        }

        return count > 1 || count == 1 && pattern.StartsWith("[A-Z]", StringComparison.Ordinal) ? pattern : null;
    }
}
