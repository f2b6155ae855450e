using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A result must be given if and only if the test is over", "the fee is set exactly when the permit is granted": the condition one way and the other.</summary>
internal sealed class GivenExactlyWhen : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var (cut, next) = (-1, 0);
        for (var at = 2; at + 2 < words.Count && cut < 0; at++)
        {
            next = Phrase.At(words, at, "if", "and", "only", "if") ? at + 4 : Phrase.At(words, at, "exactly", "when") || Phrase.At(words, at, "exactly", "if") ? at + 2 : Phrase.At(words, at, "when", "and", "only", "when") ? at + 4 : 0;
            cut = next > 0 ? at : -1;
        }

        if (cut < 0)
        {
            return null;
        }

        foreach (var about in line.Vocabulary.EntitiesIn([.. words.Skip(next)]).Prepend(line.Subject).OfType<EntityTerms>().Distinct().Take(3).Select(terms => line.About(terms)))
        {
            if ((Premises.Read(about, words, next, Rewording.End(words)) ?? Likewise(about, words, next)) is { } when && Conditions.Read(about.Speech, words, 0, cut) is { } then && when.Entity == then.Entity && !Equals(when.Condition, then.Condition))
            {
                return Reading.Of(
                    line.Must(then.Entity, $"{then.Name} when {when.Name}", new Implies(when.Condition, then.Condition)),
                    line.Must(then.Entity, $"not {then.Name} unless {when.Name}", new Implies(Logic.Opposite(when.Condition), Logic.Opposite(then.Condition))));
            }
        }

        return null;
    }

    /// <summary>"… is filled exactly when the reason is": filled as well.</summary>
    private static Clause? Likewise(RuleLine line, Collections.Seq<Token> words, int at) =>
        words[Rewording.End(words) - 1].IsAny("is", "are") && line.Speech.At(words, at) is { IsOwn: true } operand && operand.End == Rewording.End(words) - 1 ? new(operand.Entity, new IsPresent(operand.Ref), $"{operand.Column.Name} given") : null;
}
