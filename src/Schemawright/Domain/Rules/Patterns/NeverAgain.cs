using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Closed claims cannot be reopened", "a cancelled booking cannot become active again", "retired tools never return to stock", "a rejected refund stays
/// rejected": what is in a state does not leave it, or does not come back to another.
/// </summary>
internal sealed class NeverAgain : IRulePattern
{
    private static readonly string[] Back = ["reopened", "reactivated", "restored", "reinstated", "revived", "resumed", "undone", "reversed", "reverted", "un-cancelled", "uncancelled", "resurrected", "reopen", "reactivate", "restart", "restarted", "unlocked"];
    private static readonly string[] Moves = ["become", "becomes", "return", "returns", "go", "goes", "change", "changes", "move", "moves", "be", "revert", "reverts", "set", "moved", "changed", "come", "comes", "put", "transition", "switch"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 4 or > 20 || Held(line, words) is not var (terms, from, rest) || terms.State is not { } state)
        {
            return null;
        }

        var stays = rest < words.Count && words[rest].IsAny("stay", "stays", "remain", "remains") && rest + 2 >= Rewording.End(words) && Values.Enumerated(words[Math.Min(rest + 1, words.Count - 1)].Text, state) is { } value && from.SequenceEqual([value], StringComparer.Ordinal);
        return stays ? Ends(line, terms, state, from)
            : !words.Skip(rest).Take(4).Any(word => word.IsAny("cannot", "not", "never", "no")) ? null
            : words.Skip(rest).Any(word => word.IsAny(Back)) && Plain(words, rest) ? Ends(line, terms, state, from) : Toward(line, terms, state, from, words, rest);
    }

    /// <summary>The rows the sentence begins with, told by their state alone.</summary>
    private static (EntityTerms Terms, Seq<string> From, int End)? Held(RuleLine line, Seq<Token> words)
    {
        if (SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Which: { } which, Only: false, None: false } phrase || phrase.Terms.State is not { } state)
        {
            return null;
        }

        Seq<string> from = which switch
        {
            Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } left, Right: Literal one } when left.Attribute == state.Name => [one.Text],
            OneOf { Term: Ref { IsOwn: true } term } many when term.Attribute == state.Name => many.Values.Select(one => one.Text).ToSeq(),
            Or either => either.Terms.Select(part => part is Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } left, Right: Literal one } && left.Attribute == state.Name ? one.Text : "").ToSeq(),
            _ => [],
        };
        return from.Count == 0 || from.Any(value => value.Length == 0) ? null : (phrase.Terms, from, phrase.End);
    }

    /// <summary>Nothing but the verb and small words: "or edited" demands more than that the state stays.</summary>
    private static bool Plain(Seq<Token> words, int rest) =>
        words.Skip(rest).Take(Rewording.End(words) - rest).All(word => word.IsAny(Back) || word.IsAny("cannot", "not", "never", "no", "be", "can", "may", "must", "ever", "again", "or", "and", "longer", ",", "once", "it", "is"));

    /// <summary>"become active again", "return to stock": the state named is not reached from there; an unknown one means any.</summary>
    private static Reading? Toward(RuleLine line, EntityTerms terms, Column state, Seq<string> from, Seq<Token> words, int rest)
    {
        var move = Enumerable.Range(rest, words.Count - rest).FirstOrDefault(at => words[at].IsAny(Moves) && !(words[at].Is("be") && at + 1 < words.Count && words[at + 1].IsAny(Moves)), -1);
        if (move < 0)
        {
            return null;
        }

        var start = move + 1;
        while (start < words.Count && words[start].IsAny("to", "back", "into", "the", "a", "an", "status", "state", "in"))
        {
            start++;
        }

        var end = Rewording.End(words);
        var again = end > start && words[end - 1].Is("again");
        end -= again ? 1 : 0;
        if (start >= end || end - start > 3)
        {
            return null;
        }

        var said = string.Join(' ', words.Skip(start).Take(end - start).Select(word => word.Text));
        var value = Values.Enumerated(said, state) ?? (end == start + 1 && words[move].IsAny("return", "returns", "go", "goes", "come", "comes") ? state.Type.Values.Where(one => Naming.Words(one)[^1] == words[start].Lower).ToArray() is [var only] ? only : null : null);
        return value is not null ? Barred(line, terms, state, from, value) : again && words[start].IsAny("active", "valid", "open", "used", "changed") ? Ends(line, terms, state, from) : null;
    }

    private static Reading Barred(RuleLine line, EntityTerms terms, Column state, Seq<string> from, string to)
    {
        if (terms.Machine is { } machine && !machine.Transitions.Any(step => step.To == to && from.Contains(step.From, StringComparer.Ordinal)))
        {
            return Reading.Enforced($"the state machine of {terms.Name} has no way from {string.Join(" or ", from)} to {to}");
        }

        if (terms.Machine is { } known)
        {
            return Contradicting(line, terms, known.Transitions.First(step => step.To == to && from.Contains(step.From, StringComparer.Ordinal)));
        }

        Expr before = new Not(new OneOf(new Ref([state.Name], true), from.Select(Literal.String).ToSeq()));
        return Reading.Of(new RuleDraft(terms.Name, $"{to} not after {string.Join(" or ", from)}", Triggers.Enter(terms, to), new Holds(before)));
    }

    private static Reading Ends(RuleLine line, EntityTerms terms, Column state, Seq<string> from)
    {
        if (terms.Machine is not { } machine)
        {
            return Reading.Of(new RuleDraft(terms.Name, $"{state.Name} stays {string.Join(" or ", from)}", new(TriggerKind.OnChange, [state.Name]), new Unchangeable([state.Name], Logic.In(state, [.. from]))));
        }

        return machine.Transitions.FirstOrDefault(step => from.Contains(step.From, StringComparer.Ordinal) && step.From != step.To && !from.Contains(step.To, StringComparer.Ordinal)) is { } way
            ? Contradicting(line, terms, way) : Reading.Enforced($"the state machine of {terms.Name} has no way out of {string.Join(" or ", from)}");
    }

    private static Reading Contradicting(RuleLine line, EntityTerms terms, Transition way) =>
        Reading.Unclear($"the state machine of {terms.Name} lets {way.From} become {way.To}") with { Questions = [Questions.ForbiddenStep(line, terms, way)] };
}
