using System.Globalization;
using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"3 to 40 lower-case letters, digits and hyphens": how many characters of which kinds a text has, in any order.</summary>
internal static class CharacterSets
{
    /// <summary>The pattern of the whole text; null when a word is none of this form, or only one kind is named.</summary>
    public static string? Read(Seq<Token> words, int at)
    {
        var end = Rewording.End(words);
        if (Length(words, at, out var next) is not var (least, most))
        {
            return null;
        }

        var (set, count, dash) = ("", 0, false);
        for (var place = next; place < end; place++)
        {
            if (words[place].IsAny(",", "and", "or"))
            {
                continue;
            }

            var small = words[place].IsAny("lower-case", "lowercase", "small");
            var large = words[place].IsAny("upper-case", "uppercase", "capital");
            place += small || large ? 1 : 0;
            var kind = place >= end ? null : words[place].Lower switch
            {
                "letters" => small ? "a-z" : large ? "A-Z" : "A-Za-z",
                "digits" or "numbers" when !small && !large => "0-9",
                "underscores" when !small && !large => "_",
                "dots" or "periods" when !small && !large => ".",
                "hyphens" or "dashes" when !small && !large => "",
                _ => null,
            };
            if (kind is null)
            {
                return null;
            }

            (set, count, dash) = (set + kind, count + 1, dash || kind.Length == 0);
        }

        return count < 2 ? null : string.Create(CultureInfo.InvariantCulture, $"[{set}{(dash ? "-" : "")}]{{{least}{(most == least ? "" : $",{most}")}}}");
    }

    /// <summary>"3 to 40", "between 3 and 40", "exactly 8".</summary>
    private static (int Least, int Most)? Length(Seq<Token> words, int at, out int next)
    {
        next = at;
        var start = at < words.Count && words[at].IsAny("between", "from", "exactly", "of") ? at + 1 : at;
        if (start + 1 >= words.Count || words[start].Kind != TokenKind.Number || words[start].Unit.Length > 0 || words[start].Value is < 1 or > 1000)
        {
            return null;
        }

        var range = start + 3 < words.Count && words[start + 1].IsAny("to", "and", "-") && words[start + 2].Kind == TokenKind.Number && words[start + 2].Unit.Length == 0 && words[start + 2].Value > words[start].Value && words[start + 2].Value < 10000;
        next = range ? start + 3 : start + 1;
        return ((int)words[start].Value, (int)words[range ? start + 2 : start].Value);
    }
}
