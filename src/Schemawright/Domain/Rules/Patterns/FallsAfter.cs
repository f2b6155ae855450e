using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Coupons expire 12 months after they were granted", "the due date is 30 days after the issue date", "due = issued + 14 days": one day told by another.</summary>
internal sealed class FallsAfter : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 4 or > 18 || words[0].IsAny("if", "when", "no", "only") || Phrase.Has(words, "least", "most", "within", "earlier", "later", "than", "must", "can", "may", "cannot", "or", "before", "kept", "retained", "held", "stored", "still", "become", "becomes", "cancelled", "canceled", "deleted", "anonymised", "anonymized", "removed", "purged", "archived"))
        {
            return null;
        }

        return line.Subject is { } subject && (Said(line, subject, words) ?? Sum(line, subject, words)) is var (day, from, period) && day != from
            ? Reading.Of(line.Must(subject.Name, $"{day.Name} is {period} after {from.Name}", new Compare(CompareOp.Equal, day.Ref, new Arithmetic(ArithmeticOp.Add, from.Ref, new Interval(period))))) : null;
    }

    private static (Column Day, Column From, Period Period)? Said(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words)
    {
        var after = Phrase.IndexOf(words, 3, "after", "from");
        var period = default(Period);
        var at = Enumerable.Range(1, Math.Max(0, after - 1)).FirstOrDefault(place => Figures.PeriodAt(words, place, out var end) is { } found && end == after && (period = found) is not null, -1);
        return at > 0 && period is not null && !words[at - 1].IsAny("and", "or", "than", "least", "most", "within", "to", "over", "under", "between") && Dated(line, terms, words, 0, at) is { } day && Dated(line, terms, words, after + 1, Rewording.End(words)) is { } from ? (day, from, period) : null;
    }

    /// <summary>"expires = issued + 12 months".</summary>
    private static (Column Day, Column From, Period Period)? Sum(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words)
    {
        var sign = Phrase.IndexOf(words, 1, "=", "equals");
        var plus = sign < 0 ? -1 : Phrase.IndexOf(words, sign, "+", "plus");
        return plus > sign + 1 && Figures.PeriodAt(words, plus + 1, out var end) is { } period && end >= Rewording.End(words)
            && Dated(line, terms, words, 0, sign) is { } day && Dated(line, terms, words, sign + 1, plus) is { } from ? (day, from, period) : null;
    }

    /// <summary>The one day that the words name, or the day of the deed they tell: "expire", "were granted".</summary>
    private static Column? Dated(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int from, int to)
    {
        if (line.Speech.Within(words, from, to) is { IsOwn: true } operand && operand.Entity == terms.Name && (operand.Column.IsDate || operand.Column.IsMoment))
        {
            return operand.Column;
        }

        var deeds = words.Skip(from).Take(to - from).Where(word => word.Kind == TokenKind.Word && word.Lower.Length > 3).Select(word => Moments.DoneAt(terms, word.Lower)).OfType<Column>().Distinct().ToArray();
        return deeds.Length == 1 ? deeds[0] : null;
    }
}
