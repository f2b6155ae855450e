using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A course needs at least 4 seats", "a review has between one and five stars", "up to two pets are allowed per stay": the bounds stand before the number's name.</summary>
internal sealed class BoundsOwnCount : IRulePattern
{
    private static readonly string[] Verbs = ["need", "needs", "has", "have", "hold", "holds", "allow", "allows", "offer", "offers", "contain", "contains", "take", "takes", "get", "gets", "include", "includes", "give", "gives", "require", "requires", "carry", "receive", "receives"];
    private static readonly string[] Modals = ["must", "cannot", "can't", "can", "may", "not", "never", "shall", "should", "always", "be"];
    private static readonly string[] Closing = ["is", "are", "be", "allowed", "permitted", "possible", "required", "needed", "can", "may", "must", "booked", "accepted", "each", "given", "granted"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        return words.Count is < 4 or > 24 ? null : AfterVerb(line, words) ?? Leading(line, words);
    }

    private static Reading? AfterVerb(RuleLine line, Seq<Token> words)
    {
        if (SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Only: false } phrase)
        {
            return null;
        }

        var verb = phrase.End;
        while (verb < words.Count && words[verb].IsAny(Modals))
        {
            verb++;
        }

        if (verb < words.Count - 4 && words[verb].IsAny(Verbs) && OfBound(line, phrase, words, verb) is { } bounded)
        {
            return bounded;
        }

        if (verb >= words.Count - 2 || !words[verb].IsAny(Verbs) || Bounds(words, verb + 1) is not { } after || Name(line, phrase.Terms, words, after) is not var (column, end) || end < Rewording.End(words))
        {
            return null;
        }

        var denied = phrase.None || words.Skip(phrase.End).Take(verb - phrase.End).Any(word => word.IsAny("cannot", "can't", "not", "never"));
        IEnumerable<Token> demand = words.Skip(verb + 1).Take(after - verb - 1);
        var reading = Rewording.MustBe(line, phrase.Terms, column, denied ? [Rewording.Word("not"), .. demand] : demand);
        return reading is null || phrase.Which is not { } which ? reading : Conditioned.By(line.Vocabulary, reading, new(phrase.Terms.Name, which, phrase.Name));
    }

    /// <summary>"needs a break of at least 30 minutes": the number's name, "of", and its bounds.</summary>
    private static Reading? OfBound(RuleLine line, SubjectPhrase phrase, Seq<Token> words, int verb)
    {
        var at = Speech.SkipDeterminers(words, verb + 1);
        if (Name(line, phrase.Terms, words, at) is not var (column, end) || end + 2 >= words.Count || !words[end].Is("of") || Bounds(words, end + 1) is null || words.Skip(phrase.End).Take(verb - phrase.End).Any(word => word.IsAny("cannot", "can't", "not", "never")))
        {
            return null;
        }

        var reading = Rewording.MustBe(line, phrase.Terms, column, words.Skip(end + 1));
        return reading is null || phrase.Which is not { } which ? reading : Conditioned.By(line.Vocabulary, reading, new(phrase.Terms.Name, which, phrase.Name));
    }

    /// <summary>"Up to two pets are allowed per stay", "at most 4 doors per car".</summary>
    private static Reading? Leading(RuleLine line, Seq<Token> words)
    {
        var per = Phrase.IndexOf(words, 1, "per", "in", "for", "on");
        if (per < 2 || Bounds(words, 0) is not { } after || after >= per)
        {
            return null;
        }

        var owner = Speech.SkipDeterminers(words, per + 1);
        if (owner >= words.Count || line.Vocabulary.EntityAt(words, owner, out var width) is not { } terms || owner + width < Rewording.End(words) || Name(line, terms, words, after) is not var (column, end))
        {
            return null;
        }

        return words.Skip(end).Take(per - end).All(word => word.IsAny(Closing)) ? Rewording.MustBe(line, terms, column, words.Take(after)) : null;
    }

    /// <summary>The place after "at least 4", "no more than 20", "between 1 and 5", "at least 2 and at most 9".</summary>
    private static int? Bounds(IReadOnlyList<Token> words, int at)
    {
        if (words[at].Is("between"))
        {
            return at + 4 < words.Count && Figures.At(words, at + 1) is not null && words[at + 2].Is("and") && Figures.At(words, at + 3) is not null ? at + 4 : null;
        }

        if (words[at].Is("only") || Relation.At(words, at) is not { } relation || relation.End >= words.Count || Figures.At(words, relation.End) is null || words[relation.End].Unit.Length > 0)
        {
            return null;
        }

        var end = relation.End + 1;
        return end + 1 < words.Count && words[end].Is("and") && Relation.At(words, end + 1) is not null && Bounds(words, end + 1) is { } both ? both : end;
    }

    /// <summary>A number of the row, called by its name; never parts that are rows of their own.</summary>
    private static (Column Column, int End)? Name(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int at)
    {
        if (at >= words.Count || words[at].Kind != TokenKind.Word || Figures.UnitOf(words[at].Lower) is not null || line.Vocabulary.EntityAt(words, at, out _) is not null)
        {
            return null;
        }

        return new Speech(line.Vocabulary, terms).At(words, at) is { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } } operand && operand.Entity == terms.Name ? (operand.Column, operand.End) : null;
    }
}
