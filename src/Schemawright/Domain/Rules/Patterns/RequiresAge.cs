using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Members must be 18 or older", "age verification (must be 21+)": a bound on the date of birth.</summary>
internal sealed class RequiresAge : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        if (Years(words) is not { } years)
        {
            return null;
        }

        var births = Owners(line).SelectMany(terms => terms.Columns).Where(column => column.IsDate && (column.Words.Contains("birth", StringComparer.Ordinal) || column.Words[^1] is "birthdate" or "birthday" or "dob" || column.Name is "dob")).ToArray();
        if (births.Length == 0)
        {
            return Reading.Unclear($"an age of {years} years is demanded, and no entity has a date of birth to compute it from");
        }

        var birth = births[0];
        var latest = new Arithmetic(ArithmeticOp.Subtract, new Clock(ClockKind.Today), new Interval(new Period(years, PeriodUnit.Year)));
        return Reading.Of(line.Must(birth.Entity, $"at least {years} years old", new Compare(CompareOp.LessOrEqual, birth.Ref, latest)));
    }

    private static decimal? Years(IReadOnlyList<Token> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Kind != TokenKind.Number || words[at].Value is < 5 or > 99 || words[at].Unit.Length > 0)
            {
                continue;
            }

            var plus = words[at].Text.EndsWith('+') && Phrase.Has(words, "age", "aged", "be", "old");
            var older = Phrase.At(words, at + 1, "or", "older") || Phrase.At(words, at + 1, "years", "or", "older") || Phrase.At(words, at + 1, "years", "old") && Phrase.Has(words, "least", "minimum")
                || Phrase.At(words, at + 1, "or", "over") && Phrase.Has(words, "age", "aged", "be");
            if (plus || older)
            {
                return words[at].Value;
            }
        }

        return null;
    }

    private static IEnumerable<EntityTerms> Owners(RuleLine line) =>
        line.Vocabulary.EntitiesIn(line.Whole).Concat(line.Subject is null ? [] : [line.Subject]).Concat(line.Vocabulary.All).Distinct();
}
