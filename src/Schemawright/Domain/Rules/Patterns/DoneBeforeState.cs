using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Bills over 10,000 must be approved before they are sent", "a parcel has to be weighed before it is shipped": who did it, or when, is known by the time the state is reached.</summary>
internal sealed class DoneBeforeState : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var before = end is < 6 or > 28 ? -1 : Phrase.IndexOf(words, 4, "before");
        var modal = before < 0 ? -1 : Phrase.IndexOf(words, 1, "must", "has", "have", "needs", "need", "are", "is");
        if (modal < 1 || modal > before || before + 3 >= end + 1 || words.Take(before).Any(word => word.IsAny("not", "never", "cannot", "no", "may", "can")) || RowsPhrase.Read(line, [.. words.Take(modal)]) is not { Only: false, None: false } rows || rows.Terms.State is not { } state || rows.Which?.IsSameRow() == false)
        {
            return null;
        }

        var at = modal;
        while (at < before && words[at].IsAny("must", "has", "have", "to", "be", "been", "needs", "need", "always", "first", "are", "is"))
        {
            at++;
        }

        if (at != before - 1 || Reached(rows.Terms, words, before + 1, end) is not { Count: > 0 } states || Moments.StatesOf(rows.Terms, words[at].Lower).Count > 0 || (Moments.DoneBy(rows.Terms, words[at].Lower) ?? Moments.DoneAt(rows.Terms, words[at].Lower)) is not { } done)
        {
            return null;
        }

        Expr when = Logic.In(state, states);
        return Reading.Of(line.Must(rows.Terms.Name, $"{done.Name} given when {rows.Name} {states[0]}", new Implies(rows.Which is { } which ? new And([which, when]) : when, new IsPresent(done.Ref))));
    }

    /// <summary>"they are sent", "it goes out": the state.</summary>
    private static IReadOnlyList<string> Reached(EntityTerms terms, Seq<Token> words, int from, int end)
    {
        var at = from;
        while (at < end && words[at].IsAny("it", "they", "is", "are", "can", "may", "be", "being", "becomes", "become", "the"))
        {
            at++;
        }

        return StateEntry.Entered(terms, words, at, end);
    }
}
