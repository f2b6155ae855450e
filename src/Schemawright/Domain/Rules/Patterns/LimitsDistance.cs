using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "An appointment cannot be booked in the past", "requests must be made at least 14 days in advance", "a refund must be made within 30
/// days of payment": how far the time of a row may be from now, or from another time.
/// </summary>
internal sealed class LimitsDistance : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count > 18 || SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Which: null } phrase || phrase.End >= words.Count || !words[phrase.End].IsAny("must", "can", "cannot", "can't", "may", "shall", "should", "is", "are"))
        {
            return null;
        }

        var denied = words.Skip(phrase.End).Any(word => word.IsAny("cannot", "can't", "not", "never")) ^ phrase.None;
        return Backdated(line, phrase.Terms, words) ?? InThePast(line, phrase.Terms, words, denied) ?? Ahead(line, phrase.Terms, words, phrase.End, denied) ?? After(line, phrase.Terms, words, phrase.End, denied);
    }

    /// <summary>"may be backdated at most 30 days": how far back the day of a new row may lie.</summary>
    private static Reading? Backdated(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words)
    {
        var at = Phrase.IndexOf(words, 1, "backdated", "back-dated");
        var most = at < 0 || at + 1 >= words.Count ? null : Relation.At(words, at + 1);
        if (most is not { Op: CompareOp.LessOrEqual } || Figures.PeriodAt(words, most.End, out var end) is not { } period || (end < words.Count && words[end].Kind != TokenKind.Mark)
            || Takes(terms) is not { } column || Values.ClockOf(column) is not { } clock)
        {
            return null;
        }

        var earliest = new Compare(CompareOp.GreaterOrEqual, column.Ref, new Arithmetic(ArithmeticOp.Subtract, clock, new Interval(period)));
        return Reading.Of(line.Must(terms.Name, $"{column.Name} at most {period} ago", earliest));
    }

    /// <summary>"cannot start in the past", "must be in the future": of the time the thing itself takes place.</summary>
    private static Reading? InThePast(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, bool denied)
    {
        var end = words.Count - (words[^1].Kind == TokenKind.Mark ? 1 : 0);
        var past = Phrase.At(words, end - 3, "in", "the", "past") || (end > 0 && words[end - 1].Is("retroactively"));
        var future = Phrase.At(words, end - 3, "in", "the", "future");
        if (Enumerable.Range(0, Math.Max(0, end - 3)).Any(at => words[at].Kind == TokenKind.Word && Relation.At(words, at) is not null))
        {
            return null; // it is held against something else besides
        }

        if (future && denied && (Dated(line, terms, words, end) ?? Takes(terms)) is { } taken && Values.ClockOf(taken) is { } today)
        {
            return Reading.Of(line.Must(terms.Name, $"{taken.Name} not in the future", new Compare(CompareOp.LessOrEqual, taken.Ref, today)));
        }

        if ((!past && !future) || past != denied || Takes(terms) is not { } column || Values.ClockOf(column) is not { } clock)
        {
            return null;
        }

        return Reading.Of(line.Must(terms.Name, $"{column.Name} not in the past", new Compare(CompareOp.GreaterOrEqual, column.Ref, clock)));
    }

    /// <summary>"for days in the future": the day or time of the row that the words name.</summary>
    private static Column? Dated(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int end) =>
        end > 4 && new Speech(line.Vocabulary, terms).At(words, end - 4) is { IsOwn: true } operand && operand.End == end - 3 && Values.ClockOf(operand.Column) is not null ? operand.Column : null;

    /// <summary>"at least 14 days in advance", "up to 90 days ahead", "no more than 6 months before".</summary>
    private static Reading? Ahead(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int from, bool denied)
    {
        for (var at = from; at < words.Count; at++)
        {
            if (Relation.At(words, at) is not { } relation || relation.End >= words.Count || Figures.PeriodAt(words, relation.End, out var end) is not { } period || !IsAhead(words, end, out var last)
                || last < words.Count && words[last].Kind != TokenKind.Mark || Takes(terms) is not { } column || Values.ClockOf(column) is not { } clock)
            {
                continue;
            }

            var op = relation.Negated(denied).Op;
            var bound = new Arithmetic(ArithmeticOp.Add, clock, new Interval(period));
            return Reading.Of(new RuleDraft(terms.Name, $"{column.Name} {(op is CompareOp.Less or CompareOp.LessOrEqual ? "at most" : "at least")} {period} ahead", Triggers.For(terms, new Compare(op, column.Ref, bound)), new Holds(new Compare(op, column.Ref, bound))));
        }

        return null;
    }

    private static bool IsAhead(IReadOnlyList<Token> words, int at, out int end)
    {
        end = Phrase.At(words, at, "in", "advance") || Phrase.At(words, at, "in", "the", "future") ? at + 2 : at < words.Count && words[at].Is("ahead") ? at + 1 : 0;
        end += end > 0 && Phrase.At(words, at, "in", "the", "future") ? 1 : 0;
        end += end > 0 && Phrase.At(words, end, "of", "time") ? 2 : 0;
        return end > 0;
    }

    /// <summary>"within 30 days of payment", "no later than 14 days after the return": the own time against a time of what it belongs to.</summary>
    private static Reading? After(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int from, bool denied)
    {
        for (var at = from; at + 3 < words.Count; at++)
        {
            var within = words[at].Is("within") ? at + 1 : Relation.At(words, at) is { Op: CompareOp.LessOrEqual } relation ? relation.End : -1;
            if (within < 0 || denied || Figures.PeriodAt(words, within, out var end) is not { } period || end + 1 >= words.Count || !words[end].IsAny("of", "after", "from"))
            {
                continue;
            }

            var named = Speech.SkipDeterminers(words, end + 1);
            named += named + 1 < words.Count && words[named].Is("being") ? 1 : 0;
            if (named >= words.Count || Anchor(line, terms, words, named) is not { } anchor)
            {
                return null;
            }

            if (IsPossible(terms, words, from, at) && !anchor.IsOwn)
            {
                var clock = new Clock(line.Vocabulary.Of(terms.Reference(anchor.Path[0])!.Parent!).Exact(anchor.Attribute) is { IsDate: true } ? ClockKind.Today : ClockKind.Now);
                return Reading.Of(new RuleDraft(terms.Name, $"created within {period} of {anchor.Attribute}", RuleTrigger.OnInsert, new Holds(new Compare(CompareOp.LessOrEqual, clock, new Arithmetic(ArithmeticOp.Add, anchor, new Interval(period))))));
            }

            if (Step(terms, words, from, at) is { Count: > 0 } states && anchor.IsOwn)
            {
                var now = new Clock(terms.Exact(anchor.Attribute) is { IsDate: true } ? ClockKind.Today : ClockKind.Now);
                return Reading.Of(new RuleDraft(terms.Name, $"{states[0]} within {period} of {anchor.Attribute}", Triggers.Enter(terms, [.. states]), new Holds(new Compare(CompareOp.LessOrEqual, now, new Arithmetic(ArithmeticOp.Add, anchor, new Interval(period))))));
            }

            if (Made(terms, words, from, at) is not { } own)
            {
                return null;
            }

            var latest = new Compare(CompareOp.LessOrEqual, own.Ref, new Arithmetic(ArithmeticOp.Add, anchor, new Interval(period)));
            return Reading.Of(line.Must(terms.Name, $"{own.Name} within {period} of {anchor.Attribute}", latest));
        }

        return null;
    }

    /// <summary>"Refunds are possible …": the row can come about until then, whatever is done with it later.</summary>
    private static bool IsPossible(EntityTerms terms, IReadOnlyList<Token> words, int from, int to) =>
        words.Skip(from).Take(to - from).Any(word => word.IsAny("possible", "allowed", "accepted", "permitted"))
        && !words.Skip(from).Take(to - from).Any(word => word.Kind == TokenKind.Word && Moments.DoneAt(terms, word.Lower) is not null);

    /// <summary>"Parcels can be returned within …": the states such a step leads to, where no attribute tells its time.</summary>
    private static IReadOnlyList<string> Step(EntityTerms terms, IReadOnlyList<Token> words, int from, int to)
    {
        var said = words.Skip(from).Take(to - from).Where(word => word.Kind == TokenKind.Word).ToArray();
        return terms.State is null || !said.Any(word => word.IsAny("can", "may", "possible", "allowed")) || said.Any(word => Moments.DoneAt(terms, word.Lower) is not null) ? []
            : said.Select(word => Moments.StatesOf(terms, word.Lower)).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>When the row was made or done: the attribute of the verb, else the one moment it has.</summary>
    private static Column? Made(EntityTerms terms, IReadOnlyList<Token> words, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (words[at].Kind == TokenKind.Word && Moments.DoneAt(terms, words[at].Lower) is { } done)
            {
                return done;
            }
        }

        var moments = terms.Columns.Where(column => column.IsDate || column.IsMoment).ToArray();
        return moments.Length == 1 ? moments[0] : terms.Exact("created_at") is { IsMoment: true } created ? created : null;
    }

    private static Ref? Anchor(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int at)
    {
        var speech = new Speech(line.Vocabulary, terms);
        if (speech.At(words, at) is { } operand && (operand.Column.IsDate || operand.Column.IsMoment) && operand.Entity == terms.Name && Done(words, operand.End))
        {
            return operand.Ref;
        }

        if (!Done(words, at + 1) || Moments.DoneAt(terms, words[at].Lower) is { } own && Done(words, at + 1) && own is null)
        {
            return null;
        }

        if (Moments.DoneAt(terms, words[at].Lower) is { } moment && Done(words, at + 1))
        {
            return Ref.To(moment.Name);
        }

        foreach (var link in terms.References)
        {
            var parent = line.Vocabulary.Of(link.Parent!);
            var times = parent.Columns.Where(column => column.IsDate || column.IsMoment).ToArray();
            if (Moments.DoneAt(parent, words[at].Lower) is { } done || Stems.Same(parent.Name.ToLowerInvariant(), words[at].Lower) && times.Length == 1 && (done = times[0]) is not null)
            {
                return new([link.Role!, done.Name]);
            }
        }

        return null;
    }

    private static bool Done(IReadOnlyList<Token> words, int at) => at >= words.Count || words[at].Kind == TokenKind.Mark;

    /// <summary>The time the thing takes place: its beginning, else the one moment or day that is not about its own record.</summary>
    private static Column? Takes(EntityTerms terms)
    {
        if (Spans.Of(terms) is var (start, _))
        {
            return start;
        }

        var times = terms.Columns.Where(column => (column.IsDate || column.IsMoment) && !(column.Words[0] is "created" or "updated" or "deleted" or "cancelled" or "canceled" or "confirmed" or "approved")).ToArray();
        return times.Length == 1 ? times[0] : null;
    }
}
