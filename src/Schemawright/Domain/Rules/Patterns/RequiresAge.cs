using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Members must be 18 or older", "age verification (must be 21+)": a bound on the date of birth.</summary>
internal sealed class RequiresAge : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var younger = Enumerable.Range(0, words.Count).FirstOrDefault(at => Phrase.At(words, at, "younger", "than") && Figures.PeriodAt(words, at + 2, out _) is { Unit: PeriodUnit.Year }, -1);
        if ((younger > 0 && Phrase.Has([.. words.Take(younger)], "must", "shall", "be") && !Phrase.Has([.. words.Take(younger)], "not", "cannot", "never", "no") ? Figures.At(words, younger + 2) : Years(words)) is not { } years)
        {
            return null;
        }

        var births = Owners(line).SelectMany(terms => terms.Columns).Where(column => column.IsDate && (column.Words.Contains("birth", StringComparer.Ordinal) || column.Words[^1] is "birthdate" or "birthday" or "dob" || column.Name is "dob")).ToArray();
        if (births.Length == 0)
        {
            return Reading.Unclear($"an age of {years} years is demanded, and no entity has a date of birth to compute it from");
        }

        var birth = births[0];
        if (Elsewhere(line, words, birth) is { } speaks)
        {
            return Between(line, speaks, birth, younger > 0 ? CompareOp.Greater : CompareOp.LessOrEqual, years);
        }

        var latest = new Arithmetic(ArithmeticOp.Subtract, new Clock(ClockKind.Today), new Interval(new Period(years, PeriodUnit.Year)));
        return younger > 0 ? Reading.Of(line.Must(birth.Entity, $"younger than {years} years", new Compare(CompareOp.Greater, birth.Ref, latest)))
            : Reading.Of(line.Must(birth.Entity, $"at least {years} years old", new Compare(CompareOp.LessOrEqual, birth.Ref, latest)));
    }

    /// <summary>What the sentence begins with when that is not who has the age: "advanced courses are open to members aged 16 or over".</summary>
    private static SubjectPhrase? Elsewhere(RuleLine line, IReadOnlyList<Token> words, Column birth) =>
        SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is { } phrase && phrase.Terms.Name != birth.Entity && Phrase.Has(words, "open", "only", "for", "need", "needs", "require", "requires") && line.Vocabulary.EntitiesIn(words).Any(terms => terms.Name == birth.Entity) ? phrase : null;

    /// <summary>The age is demanded of what ties both: the registrations for the course.</summary>
    private static Reading? Between(RuleLine line, SubjectPhrase phrase, Column birth, CompareOp op, decimal years)
    {
        var ties = line.Vocabulary.Children(phrase.Terms.Name).Select(link => line.Vocabulary.Of(link.Child)).Distinct().Where(child => child.References.Any(link => link.Parent == birth.Entity)).ToArray();
        if (ties.Length != 1 || new Speech(line.Vocabulary, ties[0]) is var speech && (speech.ReferenceTo(phrase.Terms) is null || speech.ReferenceTo(line.Vocabulary.Of(birth.Entity)) is null))
        {
            return null;
        }

        var (whole, person) = (speech.ReferenceTo(phrase.Terms)!, speech.ReferenceTo(line.Vocabulary.Of(birth.Entity))!);
        Expr aged = new Compare(op, new Ref([person.Role!, birth.Name]), new Arithmetic(ArithmeticOp.Subtract, new Clock(ClockKind.Today), new Interval(new Period(years, PeriodUnit.Year))));
        return Reading.Of(line.Must(ties[0].Name, $"{person.Role} of {years} years when {phrase.Name}", phrase.Which is { } which ? new Implies(which.From(whole.Role!), aged) : aged));
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
            var older = Phrase.At(words, at - 1, "aged") && Phrase.At(words, at + 1, "or", "over") || Phrase.At(words, at + 1, "or", "older") || Phrase.At(words, at + 1, "years", "or", "older") || Phrase.At(words, at + 1, "years", "old") && Phrase.Has(words, "least", "minimum")
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
