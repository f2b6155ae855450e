using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Shops cannot open before 6:00", "a group must close by 20:00", "deliveries start at 8 am at the earliest": bounds on a time of day told by its verb.</summary>
internal sealed class BoundsTimeOfDay : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 4 or > 16 || SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Only: false } phrase)
        {
            return null;
        }

        var verb = phrase.End;
        while (verb < words.Count && words[verb].IsAny("must", "cannot", "can't", "can", "may", "not", "never", "shall", "should", "always", "be", "is", "are"))
        {
            verb++;
        }

        if (verb + 1 >= words.Count || words[verb].Kind != TokenKind.Word || Bynames.Moment(phrase.Terms, words[verb].Lower) is not { Type.Kind: DataKind.Time } column || Bound(words, verb + 1) is not var (bound, at))
        {
            return null;
        }

        var denied = phrase.None || words.Skip(phrase.End).Take(verb - phrase.End).Any(word => word.IsAny("cannot", "can't", "not", "never"));
        var demand = bound.Select(Rewording.Word).Concat(words.Skip(at).Where(word => !word.IsAny("earliest", "latest")));
        var reading = Rewording.MustBe(line, phrase.Terms, column, denied ? [Rewording.Word("not"), .. demand] : demand);
        return reading is null || phrase.Which is not { } which ? reading : Conditioned.By(line.Vocabulary, reading, new(phrase.Terms.Name, which, phrase.Name));
    }

    /// <summary>The bound in known words, and the place of the time.</summary>
    private static (string[] Words, int At)? Bound(Collections.Seq<Token> words, int at) => words[at].Lower switch
    {
        "before" => (["before"], at + 1),
        "after" => (["after"], at + 1),
        "by" or "until" => (["no", "later", "than"], at + 1),
        "from" => (["no", "earlier", "than"], at + 1),
        _ when Relation.At(words, at) is { Op: CompareOp.LessOrEqual or CompareOp.GreaterOrEqual } relation => (["no", relation.Op == CompareOp.LessOrEqual ? "later" : "earlier", "than"], relation.End),
        _ => null,
    };
}
