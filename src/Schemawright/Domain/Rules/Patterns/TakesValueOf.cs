using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The price of a seat is the price of its class at the time of booking": when a row is made, its value is that of what it refers to; a later change there
/// leaves it.
/// </summary>
internal sealed class TakesValueOf : IRulePattern
{
    private const int Longest = 24;

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var at = end is < 8 or > Longest ? -1 : Phrase.IndexOf(words, 1, "is", "equals");
        var moment = at < 0 ? -1 : Enumerable.Range(at + 2, Math.Max(0, end - at - 2)).FirstOrDefault(place => Phrase.At(words, place, "at", "the", "time", "of") || Phrase.At(words, place, "at", "the", "moment", "of") || Phrase.At(words, place, "when", "it", "is"), -1);
        if (moment < 0 || moment + 3 >= end || words.Any(word => word.IsAny("not", "if", "unless", "only", "never", ",", ";")) || !Making(words, moment, end))
        {
            return null;
        }

        foreach (var terms in line.Vocabulary.EntitiesIn([.. words.Take(at)]).Prepend(line.Subject).OfType<EntityTerms>().Distinct())
        {
            if (new Speech(line.Vocabulary, terms).At(words, 0) is { IsOwn: true, Column: { IsForeignKey: false } own } left && left.Entity == terms.Name && left.End == at && Theirs(line.Vocabulary, terms, words, at + 1, moment) is var (path, theirs)
                && (own.Type.Kind == theirs.Type.Kind || own.IsNumber && theirs.IsNumber))
            {
                return Reading.Of(new RuleDraft(terms.Name, $"{own.Name} is {string.Join(' ', path)}", RuleTrigger.OnInsert, new Holds(new Compare(CompareOp.Equal, own.Ref, new Ref(path)))));
            }
        }

        return null;
    }

    /// <summary>The row comes to be then: ordering, booking, the sale, creation.</summary>
    private static bool Making(Seq<Token> words, int moment, int end) =>
        words.Skip(moment + 3).Take(end - moment - 3).Any(word => word.Lower.StartsWith("order", StringComparison.Ordinal) || word.Lower.StartsWith("book", StringComparison.Ordinal) || word.Lower.StartsWith("creat", StringComparison.Ordinal) || word.Lower.StartsWith("reserv", StringComparison.Ordinal) || word.Lower.StartsWith("request", StringComparison.Ordinal)
            || word.IsAny("sale", "selling", "sold", "purchase", "purchasing", "adding", "added", "entry", "insertion", "made", "placed", "issue", "issuing"));

    /// <summary>"the price of its class": "its class" may be the last word of what the row refers to.</summary>
    private static (Seq<string> Path, Column Column)? Theirs(Vocabulary vocabulary, EntityTerms terms, Seq<Token> words, int from, int to)
    {
        var of = Phrase.IndexOf(words, from, "of");
        var noun = of < 0 ? -1 : Speech.SkipDeterminers(words, of + 1);
        if (noun < 0 || noun >= to)
        {
            return null;
        }

        var key = Phrase.Key(words, noun, to - noun);
        var links = terms.References.Where(link => link.Role == key || Facts.Language.Naming.EntityKey(link.Parent!) == key || link.Role!.EndsWith("_" + key, StringComparison.Ordinal)).Take(2).ToArray();
        return links is [var only] && new Speech(vocabulary, vocabulary.Of(only.Parent!)).At([.. words.Take(of)], from) is { IsOwn: true, Column.IsForeignKey: false } theirs && theirs.Entity == only.Parent && theirs.End == of ? ([only.Role!, theirs.Column.Name], theirs.Column) : null;
    }
}
