using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Domain.Rules.Deeds;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "A permit expires at most 5 years after it was issued", "claims are to be filed within 30 days after the trip", "a slot cannot be given up later than 24 hours before it
/// starts": how far one moment, or a deed, lies from another.
/// </summary>
internal sealed class SpacesMoments : IRulePattern
{
    private const int Longest = 26;

    private static readonly string[] Modals = ["can", "cannot", "may", "must", "not", "never", "only", "be", "should", "shall", "is", "are", "to", "have", "has", "always", "lie", "lies", "fall", "falls", "no", "been", "was", "were"];
    private static readonly string[] Making = ["made", "created", "booked", "placed", "entered", "requested", "submitted", "filed", "reported", "recorded", "added", "registered", "opened", "possible", "accepted", "reserved", "raised", "claimed"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 6 or > Longest || Distance(words) is not { } distance || Phrase.Has(words, "if", "when", "unless", ";", "except", "free", "charge", "fee", "penalty"))
        {
            return null;
        }

        return Rows(line, words, distance.Start).Select(rows => Of(line, rows, words, distance)).FirstOrDefault(reading => reading is not null);
    }

    /// <param name="Op">Between the first moment and the second moved by the period.</param>
    private sealed record Apart(CompareOp Op, Period Period, bool After, int Start, int End);

    /// <summary>"at least 2 days after", "within 3 hours of", "later than a week before", "30 days after".</summary>
    private static Apart? Distance(Seq<Token> words)
    {
        for (var at = 1; at + 2 < words.Count; at++)
        {
            var within = words[at].IsAny("within", "until", "till");
            var relation = within ? new Relation(CompareOp.LessOrEqual, at, at + 1) : words[at].Kind == TokenKind.Word ? Relation.At(words, at) : null;
            if (relation is null || relation.End >= words.Count || Figures.PeriodAt(words, relation.End, out var end) is not { } period || end + 1 >= words.Count || !words[end].IsAny("after", "before", "of", "from", "prior"))
            {
                continue;
            }

            var after = !words[end].IsAny("before", "prior");
            var denied = words.Take(at).Any(word => word.IsAny("cannot", "not", "never")) || words[0].Is("no");
            var op = denied ? relation.Op.Opposite() : relation.Op;
            // More time before is an earlier moment, unless the words speak of earlier and later themselves.
            var absolute = words.Skip(at).Take(relation.End - at).Any(word => word.IsAny("later", "earlier"));
            if (!after && !denied && words[at].IsAny("up", "until", "till") && words.Take(at).Any(word => word.IsAny("can", "may", "possible", "allowed", "permitted")))
            {
                if (IsHorizon(words, at, period) is not { } horizon)
                {
                    return null;
                }

                absolute = !horizon;
            }

            return new(after || absolute ? op : op.Mirrored(), period, after, at, words[end].Is("prior") && words[end + 1].Is("to") ? end + 2 : end + 1);
        }

        return null;
    }

    /// <summary>
    /// "Can be cancelled up to 24 hours before" is a last moment; "can be booked up to 6 months before" the first one; of days before a
    /// booking nothing tells which.
    /// </summary>
    private static bool? IsHorizon(Seq<Token> words, int to, Period period) =>
        !words.Take(to).Any(word => word.IsAny(Making)) || period.Unit is PeriodUnit.Hour or PeriodUnit.Minute or PeriodUnit.Second ? false
        : period.Unit is PeriodUnit.Month or PeriodUnit.Year or PeriodUnit.Week ? true : null;

    private static IEnumerable<EntityTerms> Rows(RuleLine line, Seq<Token> words, int to) =>
        line.Vocabulary.EntitiesIn([.. words.Take(to)]).Prepend(line.Subject).OfType<EntityTerms>().Distinct().Take(3);

    private static Reading? Of(RuleLine line, EntityTerms rows, Seq<Token> words, Apart apart)
    {
        if (apart.After && words[apart.End].IsAny("today", "now") && apart.End + 1 >= Rewording.End(words) && First(line, rows, words, SubjectPhrase.At(line.Vocabulary, words, 0, apart.Start) is { Which: null } named && named.Terms == rows ? named.End : 0, apart.Start) is { Path.Count: 1 } ahead)
        {
            var clock = ahead.Column.IsDate ? new Clock(ClockKind.Today) : new Clock(ClockKind.Now);
            return Reading.Of(line.Must(rows.Name, $"{ahead.Column.Name} {Word(apart.Op)} {apart.Period} ahead", new Compare(apart.Op, ahead.Ref, new Arithmetic(ArithmeticOp.Add, clock, new Interval(apart.Period)))));
        }

        if (MomentPhrases.Read(line.Vocabulary, rows, words, apart.End, Rewording.End(words), early: !apart.After) is not { } anchor)
        {
            return null;
        }

        var bound = new Arithmetic(apart.After ? ArithmeticOp.Add : ArithmeticOp.Subtract, anchor.Ref, new Interval(apart.Period));
        var phrase = SubjectPhrase.At(line.Vocabulary, words, 0, apart.Start);
        var which = phrase is { Only: false } && phrase.Terms == rows ? phrase.Which : null;
        var from = phrase is not null && phrase.Terms == rows ? phrase.End : 0;
        var side = $"{(apart.After ? "after" : "before")} {anchor.Column.Name}";
        if (First(line, rows, words, from, apart.Start) is { } own && !own.Path.SequenceEqual(anchor.Path, StringComparer.Ordinal) && own.Path.Count == 1)
        {
            Expr must = WholeDays.Compare(own.Column, anchor.Column, apart.Op, apart.Period, own.Ref, bound);
            return Reading.Of(line.Must(rows.Name, $"{own.Column.Name} {Word(apart.Op)} {apart.Period} {side}", which is null ? must : new Implies(which, must)));
        }

        return Deed(rows, words, from, apart, which, new Compare(apart.Op, anchor.Column.IsDate ? new Clock(ClockKind.Today) : new Clock(ClockKind.Now), bound), side);
    }

    /// <summary>The first moment: a name, or the verb of a row.</summary>
    private static MomentPhrase? First(RuleLine line, EntityTerms rows, Seq<Token> words, int from, int to) =>
        (from > 0 || Does(line, rows, words, to) ? null : MomentPhrases.Read(line.Vocabulary, rows, words, 0, AtModal(words, 0, to), early: true)) ?? MomentPhrases.Read(line.Vocabulary, rows, words, from, to, early: true);

    /// <summary>"Paid orders can be cancelled": a deed done to other things is no moment of these rows.</summary>
    private static bool Does(RuleLine line, EntityTerms rows, Seq<Token> words, int to)
    {
        var modal = AtModal(words, 0, to);
        return words.Skip(modal).Take(to - modal).Any(word => !word.IsAny(Modals)) && line.Vocabulary.EntitiesIn([.. words.Take(modal)]).Any(named => named != rows);
    }

    private static int AtModal(Seq<Token> words, int from, int to) => Enumerable.Range(from, to - from).FirstOrDefault(at => words[at].IsAny(Modals), to);

    /// <summary>What has no moment of its own happens now: the state is entered, or the row is made.</summary>
    private static Reading? Deed(EntityTerms rows, Seq<Token> words, int from, Apart apart, Expr? which, Expr must, string side)
    {
        var verb = from;
        while (verb < apart.Start && words[verb].IsAny(Modals))
        {
            verb++;
        }

        var entered = verb < apart.Start && rows.State is { } state && new StateNames(state.Type.Values).StateAt(words, verb, asVerb: true) is var (value, end) && end == apart.Start ? value : null;
        if (from == 0 || verb != apart.Start - 1 && entered is null)
        {
            return null;
        }

        var whole = which is null ? must : new Implies(which, must);
        var states = entered is not null ? [entered] : Moments.StatesOf(rows, words[verb].Lower).Where(state => rows.Machine?.Initial.Contains(state, StringComparer.Ordinal) != true).ToArray();
        return states.Length > 0 && which is null ? Reading.Of(new RuleDraft(rows.Name, $"{states[0]} {Word(apart.Op)} {apart.Period} {side}", Triggers.Enter(rows, states), new Holds(whole)))
            : words[verb].IsAny(Making) ? Reading.Of(new RuleDraft(rows.Name, $"made {Word(apart.Op)} {apart.Period} {side}", RuleTrigger.OnInsert, new Holds(whole))) : null;
    }

    private static string Word(CompareOp op) => op switch { CompareOp.Less or CompareOp.LessOrEqual => "at most", CompareOp.Equal => "exactly", _ => "at least" };
}
