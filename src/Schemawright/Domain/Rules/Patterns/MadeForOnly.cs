using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Tickets can be booked for planned or open trips only", "parcels are only taken from active senders", "crates are packed by employed packers only": what rows refer to has a
/// quality when they are made, or when the reference is given.
/// </summary>
internal sealed class MadeForOnly : IRulePattern
{
    private const int Longest = 22;

    private static readonly string[] Joints = ["for", "from", "in", "on", "at", "to", "of", "with", "by", "against"];
    private static readonly string[] Before = ["can", "may", "must", "be", "is", "are", "shall", "only", "always", "to", "new", "have", "has"];

    public Reading? Read(RuleLine line) => Possible(line) ?? For(line);

    /// <summary>"Bids are only possible while the lot is open": rows are made under the condition alone.</summary>
    private static Reading? Possible(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var opener = end is < 7 or > Longest ? -1 : Phrase.IndexOf(words, 3, "while", "when", "if", "as");
        if (opener < 0 || !words.Take(opener).Any(word => word.Is("only")) || SubjectPhrase.At(line.Vocabulary, words, 0, opener) is not { Which: null, Only: false, None: false } rows || !words.Skip(rows.End).Take(opener - rows.End).All(word => word.IsAny("is", "are", "only", "possible", "allowed", "permitted", "accepted", "made", "can", "may", "be", "taken", "created")) || !words.Skip(rows.End).Take(opener - rows.End).Any(word => word.IsAny("possible", "allowed", "permitted", "accepted", "made", "taken", "created")))
        {
            return null;
        }

        return Circumstance.Of(line, rows.Terms, [.. words.Skip(opener + 1).Take(end - opener - 1)]) is { } told && !told.Condition.UsesAggregate() && !told.Condition.IsSameRow()
            ? Reading.Of(new RuleDraft(rows.Terms.Name, $"made only when {told.Name}", RuleTrigger.OnInsert, new Holds(told.Condition))) : null;
    }

    private static Reading? For(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (end is < 6 or > Longest || !words.Any(word => word.Is("only")) || words.Any(word => word.IsAny("not", "never", "cannot", "no", "if", "when", "unless", "until", "while", "after", "before", "once", ";", "one", "also", "too")) || SubjectPhrase.At(line.Vocabulary, words, 0, end) is not { Only: false, None: false } rows || rows.Which?.IsSameRow() == false)
        {
            return null;
        }

        var at = rows.End;
        while (at < end && words[at].IsAny(Before))
        {
            at++;
        }

        var joint = at > rows.End && at + 2 < end && words[at].Kind == TokenKind.Word ? words[at + 1].Is("only") ? at + 2 : at + 1 : -1;
        if (joint < 0 || joint + 1 >= end || !words[joint].IsAny(Joints))
        {
            return null;
        }

        var last = words[end - 1].Is("only") ? end - 1 : end;
        var start = joint + 1 + (words[joint + 1].Is("only") ? 1 : 0);
        if (words.Skip(start).Take(last - start).Any(word => word.Is("only")) || RowsPhrase.Read(line, [.. words.Skip(start).Take(last - start)]) is not { Which: { } which, None: false } wanted || !which.IsSameRow() || Link(line.Vocabulary, rows.Terms, wanted.Terms, words[at].Lower, words[joint].Is("by")) is not { } link)
        {
            return null;
        }

        var must = which.From(link.Role!);
        var whole = rows.Which is { } narrowed ? new Implies(narrowed, must) : must;
        return Reading.Of(new RuleDraft(rows.Terms.Name, $"{link.Role} {wanted.Name}{(rows.Which is null ? "" : $" when {rows.Name}")}", new(TriggerKind.OnChange, [link.Name]), new Holds(whole)));
    }

    /// <summary>Who does it, by the verb; else the one way in which the rows refer to such a thing.</summary>
    private static Column? Link(Vocabulary vocabulary, EntityTerms rows, EntityTerms wanted, string verb, bool by) =>
        by && Moments.DoneBy(rows, verb) is { } doer ? doer.Parent == wanted.Name ? doer : null
        : rows == wanted ? null : rows.References.Where(link => link.Parent == wanted.Name).Take(2).ToArray() is [var only] ? only : by ? null : new Speech(vocabulary, rows).ReferenceTo(wanted);
}
