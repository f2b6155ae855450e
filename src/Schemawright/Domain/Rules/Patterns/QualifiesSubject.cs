using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "A shipped order must have a tracking number", "members under 14 need a guardian", "orders over $500 require a signature": what is
/// demanded of some rows only.
/// </summary>
internal sealed class QualifiesSubject : IRulePattern
{
    private static readonly string[] Demanding = ["must", "shall", "should", "require", "requires", "need", "needs", "has", "have", "cannot", "can't", "may", "can", "is", "are", "contain", "contains", "include", "includes"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Which: { } which, Only: false, None: false } phrase
            || phrase.End >= words.Count - 1 || !words[phrase.End].IsAny(Demanding))
        {
            return null;
        }

        var noun = new Token(TokenKind.Word, phrase.Terms.Name, phrase.Terms.Name.ToLowerInvariant(), 0);
        var plain = line.About(phrase.Terms, [noun, .. words.Skip(phrase.End)]);
        return RulePatterns.Read(plain) is { } reading && Conditioned.By(line.Vocabulary, reading, new(phrase.Terms.Name, which, phrase.Name)) is { } narrowed ? narrowed : Kind(line, phrase, which, plain);
    }

    /// <summary>"Parcels over 500 must be insured", "members under 14 are not admitted": a quality of these rows, or that there are none.</summary>
    private static Reading? Kind(RuleLine line, SubjectPhrase phrase, Terms.Expr which, RuleLine plain)
    {
        var words = plain.Tokens;
        var end = Rewording.End(words);
        if (words[end - 1].IsAny("admitted", "accepted", "allowed", "permitted", "possible") && end > 3 && words[end - 2].IsAny("not", "be", "never") && words.Any(word => word.IsAny("not", "never", "cannot")))
        {
            return Reading.Of(line.Must(phrase.Terms.Name, $"not {phrase.Name}", Logic.Opposite(which)));
        }

        return words[1].IsAny("must", "shall") && Premises.Read(plain, words, 0, end) is { } clause && clause.Entity == phrase.Terms.Name
            ? Reading.Of(line.Must(phrase.Terms.Name, $"{clause.Name} when {phrase.Name}", new Terms.Implies(which, clause.Condition))) : null;
    }
}
