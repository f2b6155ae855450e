using System.Globalization;
using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Licence: two letters, a dash, four digits", "the code is three capital letters then 2 to 6 digits": the parts of a text one after the other.</summary>
internal sealed class SpellsFormat : IRulePattern
{
    private const int MostParts = 8;

    private static readonly string[] Joints = ["and", "followed", "by", "then", ",", "plus", "+", "a", "an", "the"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        if (words.Count is < 5 or > 30 || (line.Speech.At(words, 0) ?? line.Speech.At(words, Speech.SkipDeterminers(words, 0))) is not { IsOwn: true, Column: { IsText: true, Encrypted: false, IsHash: false, Type.Values.Count: 0 } column } named)
        {
            return null;
        }

        var at = named.End;
        while (at < words.Count && words[at].IsAny("is", "are", "must", "be", "has", "have", ":", "always", "exactly", "the", "format", "form", "consist", "consists", "of", "made", "up"))
        {
            at++;
        }

        return (CharacterSets.Read(words, at) ?? Parts(words, at)) is { } pattern ? Reading.Of(line.Must(column.Entity, $"{column.Name} well formed", new Matches(column.Ref, $"^{pattern}$"))) : null;
    }

    /// <summary>The parts up to the end or a remark in brackets; null when a word is none, or there are fewer than two parts.</summary>
    private static string? Parts(Seq<Token> words, int at)
    {
        var (pattern, count) = ("", 0);
        // An example behind the parts says nothing more.
        var example = Enumerable.Range(at, Math.Max(0, words.Count - at)).FirstOrDefault(place => words[place].IsAny("e.g", "e.g.", "like", "as") || Phrase.At(words, place, "for", "example") || Phrase.At(words, place, "e", ".", "g"), -1);
        var end = example > at ? words[example - 1].Is(",") || words[example - 1].Is("such") ? example - 1 : example : Rewording.End(words);
        while (at < end && !words[at].Is("("))
        {
            if (Separator(words[at].Lower) is { } separator && count > 0)
            {
                (pattern, at) = (pattern + separator, at + 1);
            }
            else if (words[at].IsAny(Joints))
            {
                at++;
            }
            else if (count < MostParts && Part(words, at) is var (part, next))
            {
                (pattern, count, at) = (pattern + part, count + 1, next);
            }
            else
            {
                return null;
            }
        }

        // A remark in brackets may close the line; what follows it demands something else.
        return count > 1 && (at >= end || Phrase.IndexOf(words, at, ")") is var close && (close < 0 || close >= end - 1)) ? pattern : null;
    }

    private static string? Separator(string word) => word switch
    {
        "dash" or "hyphen" or "-" => "-",
        "slash" or "/" => "/",
        "dot" or "point" => "\\.",
        "space" or "blank" => " ",
        "underscore" => "_",
        "colon" => ":",
        _ => null,
    };

    /// <summary>"two letters", "8 to 12 characters", "four capital letters", "the letters AB".</summary>
    private static (string Pattern, int End)? Part(Seq<Token> words, int at)
    {
        if (words[at].IsAny("letter", "letters", "prefix") && at + 1 < words.Count && words[at + 1].Text is { Length: <= 4 } letters && letters.All(char.IsAsciiLetterUpper))
        {
            return (letters, at + 2);
        }

        if (Figures.At(words, at) is not (> 0 and < 100) || words[at].Unit.Length > 0)
        {
            return null;
        }

        var (least, most, next) = ((int)Figures.At(words, at)!.Value, (int)Figures.At(words, at)!.Value, at + 1);
        if (next + 1 < words.Count && words[next].IsAny("to", "-", "or") && Figures.At(words, next + 1) is > 0 and < 100 and var high)
        {
            (most, next) = ((int)high, next + 2);
        }

        var capital = next < words.Count && words[next].IsAny("capital", "upper-case", "uppercase");
        var small = next < words.Count && words[next].IsAny("small", "lower-case", "lowercase");
        next += capital || small ? 1 : 0;
        var kind = next >= words.Count ? null : words[next].Lower switch
        {
            "letter" or "letters" or "capitals" => capital || words[next].Is("capitals") ? "[A-Z]" : small ? "[a-z]" : "[A-Za-z]",
            "digit" or "digits" or "figures" or "numbers" => "[0-9]",
            "character" or "characters" or "letters-or-digits" or "alphanumerics" => "[A-Za-z0-9]",
            _ => null,
        };
        return kind is null || most < least ? null : ($"{kind}{{{Count(least, most)}}}", next + 1);
    }

    private static string Count(int least, int most) =>
        least == most ? least.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{least},{most}");
}
