using Schemawright.Collections;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The postal code determines the city", "the rate is determined by the tariff and the zone", "the fee depends only on the grade", "each
/// postal code belongs to exactly one city": rows alike in some attributes are alike in others.
/// </summary>
internal sealed class DeterminesValue : IRulePattern
{
    private const int Longest = 30;

    private static readonly string[] Fillers = ["the", "a", "an", "its", "each", "every", "and", ",", "both", "together", "uniquely", "fully", "always", "alone", "of", "which", "."];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 3 or > Longest || Sides(words) is not var (determinant, dependent))
        {
            return null;
        }

        foreach (var terms in line.Vocabulary.EntitiesIn(words).Append(line.Speech.Subject).OfType<EntityTerms>().Concat(line.Vocabulary.All).Distinct())
        {
            if (Columns(terms, determinant) is { Count: > 0 } of && Columns(terms, dependent) is { Count: > 0 } on && !of.Intersect(on, StringComparer.Ordinal).Any())
            {
                return Reading.Of(new RuleDraft(terms.Name, $"{string.Join(" and ", of)} determines {string.Join(" and ", on)}", RuleTrigger.Always, new Determines(of, on)));
            }
        }

        return null;
    }

    private static (Seq<Token> Determinant, Seq<Token> Dependent)? Sides(Seq<Token> words)
    {
        var verb = Phrase.IndexOf(words, 1, "determines", "determine");
        if (verb > 0)
        {
            return (words.Take(verb).ToSeq(), words.Skip(verb + 1).ToSeq());
        }

        for (var at = 1; at < words.Count - 2; at++)
        {
            if (words[at].IsAny("is", "are") && words[at + 1].Is("determined") && words[at + 2].Is("by"))
            {
                return (words.Skip(at + 3).ToSeq(), words.Take(at).ToSeq());
            }

            if (words[at].IsAny("depends", "depend") && words[at + 1].IsAny("only", "solely") && words[at + 2].Is("on"))
            {
                return (words.Skip(at + 3).ToSeq(), words.Take(at).ToSeq());
            }

            if (words[0].IsAny("each", "every") && Belongs(words, at) is > 0 and var end)
            {
                return (words.Take(at).ToSeq(), words.Skip(end).ToSeq());
            }
        }

        return null;
    }

    /// <summary>"belongs to exactly one", "has only one"; the place behind it.</summary>
    private static int Belongs(Seq<Token> words, int at)
    {
        var next = Phrase.At(words, at, "belongs", "to") ? at + 2 : words[at].IsAny("has") ? at + 1 : 0;
        return next > 0 && next + 1 < words.Count && words[next].IsAny("exactly", "only") && words[next + 1].IsAny("one", "1") ? next + 2 : 0;
    }

    /// <summary>The attributes that are listed; none when a word is neither one of them nor a filler nor the thing itself.</summary>
    private static Seq<string> Columns(EntityTerms terms, Seq<Token> words)
    {
        var found = new List<string>();
        for (var at = 0; at < words.Count;)
        {
            var length = Enumerable.Range(1, Math.Min(5, words.Count - at)).Reverse().FirstOrDefault(length => Phrase.Key(words, at, length) is { } key && terms.Exact(key) is { IsForeignKey: false });
            if (length > 0)
            {
                found.Add(terms.Exact(Phrase.Key(words, at, length)!)!.Name);
                at += length;
            }
            else if (words[at].IsAny(Fillers) || Phrase.Key(words, at, 1) is { } name && name == Facts.Language.Naming.EntityKey(terms.Name))
            {
                at++;
            }
            else
            {
                return [];
            }
        }

        return found.Distinct(StringComparer.Ordinal).ToSeq();
    }
}
