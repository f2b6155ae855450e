using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Cannot ship orders without an address", "an invoice must have a due date before it is sent": a field an action needs.</summary>
internal sealed class RequiresForAction : IRulePattern
{
    public Reading? Read(RuleLine line) => Without(line) ?? Before(line);

    private static Reading? Without(RuleLine line)
    {
        var words = line.Tokens;
        var without = Phrase.IndexOf(words, 1, "without");
        if (without < 2 || !Phrase.Has([.. words.Take(without)], "cannot", "can't", "not", "no", "never"))
        {
            return null;
        }

        if (SubjectPhrase.At(line.Vocabulary, words, 0, without) is { None: false, Only: false } phrase)
        {
            // "A failed run cannot be reviewed without …": what the noun says of itself narrows the demand and is no deed.
            return At(line, phrase.Terms, words, phrase.End, without, Speech.SkipDeterminers(words, without + 1)) is not { } whole ? null
                : phrase.Which is { } which ? Conditioned.By(line.Vocabulary, whole, new(phrase.Terms.Name, which, phrase.Name)) : whole;
        }

        for (var at = 0; at < without; at++)
        {
            if (line.Vocabulary.EntityAt(words, at, out _) is { } acted && At(line, acted, words, 0, without, Speech.SkipDeterminers(words, without + 1)) is { } rule)
            {
                return rule;
            }
        }

        return line.Subject is { } subject ? At(line, subject, words, 0, without, Speech.SkipDeterminers(words, without + 1)) : null;
    }

    private static Reading? Before(RuleLine line)
    {
        var words = line.Whole;
        var before = Phrase.IndexOf(words, 2, "before", "to");
        if (before < 2 || before >= words.Count - 1 || words[before - 1].IsAny("not", "never", "no") || line.Subject is not { } subject)
        {
            return null;
        }

        var given = PresenceClause.Read(line.Speech, words, 0, before);
        return given is null || given.Entity != subject.Name ? null
            : Action(subject, words, before + 1, words.Count) is { } moment ? Reading.Of(Rule(subject, moment, given.Condition, $"{given.Name} {moment.Name}")) : null;
    }

    private static Reading? At(RuleLine line, EntityTerms acted, IReadOnlyList<Token> words, int from, int to, int what)
    {
        if (what >= words.Count || Action(acted, words, from, to) is not { } moment || new Speech(line.Vocabulary, acted).At(words, what) is not { } operand || operand.Entity != acted.Name || words.Skip(operand.End).Take(2).Any(word => word.Kind == TokenKind.Word && !word.IsAny("and", "being", "set", "given", "first")) || words.Skip(what).Take(2).Any(word => word.IsAny("least", "most")))
        {
            return null;
        }

        return Reading.Of(Rule(acted, moment, new IsPresent(operand.Ref), $"{operand.Column.Name} given {moment.Name}"));
    }

    /// <summary>The states or the moment an action word among these means.</summary>
    private static (IReadOnlyList<string> States, Column? Done, string Name)? Action(EntityTerms terms, IReadOnlyList<Token> words, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (words[at].Kind != TokenKind.Word || words[at].IsAny("cannot", "not", "be", "is", "it"))
            {
                continue;
            }

            if (Moments.StatesOf(terms, words[at].Lower) is { Count: > 0 } states)
            {
                return (states, null, $"when {states[0]}");
            }

            if (Moments.DoneAt(terms, words[at].Lower) is { } done)
            {
                return ([], done, $"when {done.Words[0]}");
            }

            if (Moments.AfterWaiting(terms, words[at].Lower) is { Count: > 0 } after)
            {
                return (after, null, $"when {after[0]}");
            }
        }

        return null;
    }

    private static RuleDraft Rule(EntityTerms terms, (IReadOnlyList<string> States, Column? Done, string Name) moment, Expr condition, string name)
    {
        if (moment.Done is not { } done)
        {
            return Moments.InState(terms, moment.States, condition, name);
        }

        var whole = new Implies(new IsPresent(done.Ref), condition);
        return new(terms.Name, name, condition.IsSameRow() ? RuleTrigger.Always : new(TriggerKind.OnChange, [done.Name]), new Holds(whole));
    }
}
