using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"At least 30 days must pass between the notice and the end", "between opening and closing there are no more than 12 hours": how far two moments are apart.</summary>
internal sealed class PassesBetween : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var between = Phrase.IndexOf(words, 0, "between");
        if (between < 0 || words.Count > 30 || line.Subject is not { } terms || DatePhrases.At(line, terms, words, between + 1) is not var (first, from, joint) || joint + 1 >= words.Count || !words[joint].Is("and")
            || DatePhrases.At(line, terms, words, joint + 1) is not var (second, until, end) || from == until || from.IsDate != until.IsDate)
        {
            return null;
        }

        var lead = between > 0 ? 0 : end;
        var to = between > 0 ? between : Rewording.End(words);
        var figure = Enumerable.Range(lead, Math.Max(0, to - lead)).FirstOrDefault(at => Figures.PeriodAt(words, at, out _) is not null, -1);
        if (figure < 0 || Figures.PeriodAt(words, figure, out var after) is not { } period || !Idle(words, after, to))
        {
            return null;
        }

        var relation = Enumerable.Range(lead, figure - lead).Select(at => Relation.At(words, at)).FirstOrDefault(found => found?.End == figure);
        if (relation is null || !Idle(words, lead, relation.Start) || between > 0 && end < Rewording.End(words))
        {
            return null;
        }

        var denied = System.Linq.Enumerable.Any(words.Skip(lead).Take(relation.Start - lead), word => word.IsAny("not", "never", "cannot"));
        var bound = new Arithmetic(ArithmeticOp.Add, first, new Interval(period));
        var op = relation.Negated(denied).Op;
        return Reading.Of(line.Must(terms.Name, $"{until.Name} {(op is CompareOp.GreaterOrEqual or CompareOp.Greater ? "at least" : "at most")} {period} after {from.Name}", new Compare(op, second, bound)));
    }

    private static bool Idle(Collections.Seq<Token> words, int from, int to) =>
        words.Skip(from).Take(to - from).All(word => word.Kind == TokenKind.Mark || word.IsAny("there", "must", "have", "to", "be", "pass", "passes", "lie", "lies", "elapse", "elapses", "are", "is", "should", "shall", "may", "not", "never", "cannot", "always", "has", "time", "of", "needs"));
}
