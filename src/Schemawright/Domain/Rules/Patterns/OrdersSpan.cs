using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Appointments must end after they start", "the end must not be before the start", "shifts last between 1 and 12 hours".</summary>
internal sealed class OrdersSpan : IRulePattern
{
    private static readonly string[] Starting = ["start", "starts", "begin", "begins", "starting", "beginning"];
    private static readonly string[] Ending = ["end", "ends", "finish", "finishes", "ending"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count > 16 || Terms(line, words) is not { } terms || (Spans.Of(terms, timesOfDay: true) ?? (Phrase.Has(words, "valid", "validity") ? Spans.Validity(terms) : null)) is not var (start, end))
        {
            return null;
        }

        return Order(line, terms, words, start, end) ?? Duration(line, terms, words, start, end);
    }

    private static EntityTerms? Terms(RuleLine line, IReadOnlyList<Token> words)
    {
        if (SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is { } phrase)
        {
            return phrase.Terms;
        }

        // "A pause may last 90 days" says nothing of the membership that its place speaks of.
        var start = Speech.SkipDeterminers(words, 0);
        var own = line.Subject is { } subject && start < words.Count && (new Speech(line.Vocabulary, subject).At(words, start) is { IsOwn: true } named && named.Entity == subject.Name
            || words[start].IsAny(Starting) || words[start].IsAny(Ending) || words[start].IsAny("it", "they", "length", "duration", "maximum", "minimum", "max", "min", "must", "cannot", "at", "no") || Facts.Language.Naming.Words(subject.Name).Any(word => Facts.Language.Nouns.Singular(words[start].Lower) == word));
        return own || start < words.Count && line.Vocabulary.EntityAt(words, start, out _) is null && !HasOwnDates(line, words[start].Lower) ? line.Subject : null;
    }

    /// <summary>Some row has a pause_from: a pause is not the row itself.</summary>
    private static bool HasOwnDates(RuleLine line, string noun) =>
        line.Vocabulary.All.Any(terms => terms.Columns.Any(column => column.Words.Count > 1 && column.Words[0] == Facts.Language.Nouns.Singular(noun) && (column.IsDate || column.IsMoment || column.Type.Kind == DataKind.Time)));

    private static Reading? Order(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, Column start, Column end)
    {
        var (ends, starts) = (Phrase.IndexOf(words, 0, Ending), Phrase.IndexOf(words, 0, Starting));
        if (ends < 0 || starts < 0 || words.Any(word => word.Kind == TokenKind.Number) || line.Speech.At(words, Math.Min(ends, starts)) is not null && words[ends].Lower.EndsWith("date", StringComparison.Ordinal))
        {
            return null;
        }

        var (first, last) = (Math.Min(ends, starts), Math.Max(ends, starts));
        var place = Enumerable.Range(first + 1, last - first - 1).FirstOrDefault(at => Relation.At(words, at) is not null, -1);
        if (place < 0 || !words.Skip(last + 1).All(word => word.IsAny(".", "date", "time", "dates", "times")) || Relation.At(words, place) is not { } relation)
        {
            return null;
        }

        var denied = words.Take(place).Any(word => word.IsAny("not", "cannot", "never", "can't"));
        var op = relation.Negated(denied).Op;
        var (left, right) = ends < starts ? (end, start) : (start, end);
        return Reading.Of(line.Must(terms.Name, $"{left.Name} {(op is CompareOp.Greater or CompareOp.GreaterOrEqual ? "after" : "before")} {right.Name}", new Compare(op, left.Ref, right.Ref)));
    }

    /// <summary>"must last at least 10 minutes", "length between 10 minutes and 4 hours", "cannot be longer than 8 hours".</summary>
    private static Reading? Duration(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, Column start, Column end)
    {
        if (!Phrase.Has(words, "last", "lasts", "length", "duration", "longer", "shorter", "span", "take", "takes", "run", "runs", "valid", "limited") || Phrase.Has(words, "per", "total"))
        {
            return null;
        }

        var length = new Arithmetic(ArithmeticOp.Subtract, end.Ref, start.Ref);
        if (Both(words) is var (first, shortest, second, longest))
        {
            return Reading.Of(Lasting(line, terms, length, first, shortest), Lasting(line, terms, length, second, longest));
        }

        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Is("exactly") && Figures.PeriodAt(words, at + 1, out var all) is { } whole && Done(words, all))
            {
                return Reading.Of(line.Must(terms.Name, $"lasts {whole}", new Compare(CompareOp.Equal, length, new Interval(whole))));
            }

            if (words[at].Is("between") && Figures.PeriodAt(words, at + 1, out var and) is { } least && and < words.Count && words[and].Is("and")
                && Figures.PeriodAt(words, and + 1, out var after) is { } most && Done(words, after))
            {
                return Reading.Of(
                    line.Must(terms.Name, $"lasts at least {least}", new Compare(CompareOp.GreaterOrEqual, length, new Interval(least))),
                    line.Must(terms.Name, $"lasts at most {most}", new Compare(CompareOp.LessOrEqual, length, new Interval(most))));
            }

            if (Relation.At(words, at) is { } relation && Figures.PeriodAt(words, relation.End, out var close) is { } period && (Done(words, close) || FromStart(words, close, start)) && Measures(words, at))
            {
                var op = relation.Negated(words.Take(at).Any(word => word.IsAny("not", "cannot", "never", "no"))).Op;
                return Reading.Of(Lasting(line, terms, length, op, period));
            }
        }

        return null;
    }

    /// <summary>"… from the day of issue": the beginning named once more.</summary>
    private static bool FromStart(IReadOnlyList<Token> words, int at, Column start) =>
        words[at].IsAny("from", "after", "since") && words.Skip(at + 1).All(word => word.IsAny("the", "day", "date", "of", "its", "it", "was", "time", "is", ".") || Stems.Same(word.Lower, start.Words[0]));

    /// <summary>Right before the bound stands the verb that measures, not another thing ("a break of at least 30 minutes").</summary>
    private static bool Measures(IReadOnlyList<Token> words, int at) =>
        at == 0 || words[at - 1].IsAny("last", "lasts", "be", "is", "are", "not", "cannot", "can't", "never", "take", "takes", "run", "runs", "span", "spans", "length", "duration", "for", "valid", "always", "must", "may", ":", "than") || Relation.At(words, at) is { } said && words[said.Start].IsAny("longer", "shorter");

    private static RuleDraft Lasting(RuleLine line, EntityTerms terms, Expr length, CompareOp op, Period period) =>
        line.Must(terms.Name, $"lasts {(op is CompareOp.Less or CompareOp.LessOrEqual ? "at most" : "at least")} {period}", new Compare(op, length, new Interval(period)));

    /// <summary>"at least two nights and at most 28", "at least 1 hour and at most 4 hours": the second figure may leave its unit to the first.</summary>
    private static (CompareOp, Period, CompareOp, Period)? Both(IReadOnlyList<Token> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (Relation.At(words, at) is not { } low || Figures.PeriodAt(words, low.End, out var joint) is not { } least || joint + 1 >= words.Count || !words[joint].IsAny("and", ",", "but") || Relation.At(words, joint + 1) is not { } high)
            {
                continue;
            }

            var bare = Figures.At(words, high.End) is { } figure ? new Period(figure, least.Unit) : null;
            var most = Figures.PeriodAt(words, high.End, out var end) ?? bare;
            return most is not null && Done(words, end > high.End ? end : high.End + 1) && low.Op != high.Op ? (low.Op, least, high.Op, most) : null;
        }

        return null;
    }

    private static bool Done(IReadOnlyList<Token> words, int at) => at >= words.Count || words[at].Kind == TokenKind.Mark || words[at].Is("long");
}
