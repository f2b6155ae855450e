using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "If shipped, a tracking number is required", "due date is required when status is 'sent'", "X cannot be empty unless draft".
/// </summary>
internal sealed class DependsOnCondition : IRulePattern
{
    private static readonly string[] Openers = ["if", "when", "whenever", "once", "for", "where", "unless", "while"];

    public Reading? Read(RuleLine line) => Leading(line, line.Demand) ?? Trailing(line, line.Demand) ?? Requiring(line, line.Demand);

    private static Reading? Leading(RuleLine line, IReadOnlyList<Token> words)
    {
        if (words.Count < 4 || !words[0].IsAny(Openers))
        {
            return null;
        }

        var comma = Phrase.IndexOf(words, 1, ",", "then");
        return comma < 2 || comma >= words.Count - 1 ? null
            : Implied(line, words, (1, comma), (words[comma + 1].Is("then") ? comma + 2 : comma + 1, words.Count), words[0].Is("unless"));
    }

    private static Reading? Trailing(RuleLine line, IReadOnlyList<Token> words)
    {
        var opener = Phrase.IndexOf(words, 2, "if", "when", "whenever", "once", "unless", "where", "while");
        return opener < 2 || opener >= words.Count - 1 ? null : Implied(line, words, (opener + 1, words.Count), (0, opener), words[opener].Is("unless"));
    }

    /// <summary>"Cancelled orders require a reason", "rejection requires a comment".</summary>
    private static Reading? Requiring(RuleLine line, IReadOnlyList<Token> words)
    {
        var verb = Phrase.IndexOf(words, 1, "requires", "require", "need", "needs");
        if (verb < 1 || verb > 4 || verb >= words.Count - 1)
        {
            return null;
        }

        var what = Speech.SkipDeterminers(words, verb + 1);
        return what < words.Count && Quality(line, words, 0, verb) is { } when && Needed(line, words, what, words.Count) is { } then && when.Entity == then.Entity
            ? Reading.Of(line.Must(then.Entity, $"{then.Name} when {when.Name}", new Implies(when.Condition, then.Condition)))
            : null;
    }

    private static Reading? Implied(RuleLine line, IReadOnlyList<Token> words, (int From, int To) condition, (int From, int To) consequence, bool unless)
    {
        var when = Conditions.Read(line.Speech, words, condition.From, condition.To) ?? Quality(line, words, condition.From, condition.To);
        if (when is null)
        {
            return null;
        }

        var then = Conditions.Read(line.Speech, words, consequence.From, consequence.To) ?? Needed(line, words, Speech.SkipDeterminers(words, consequence.From), consequence.To);
        if (then is null || then.Entity != when.Entity)
        {
            return null;
        }

        var premise = unless ? Logic.Opposite(when.Condition) : when.Condition;
        return Reading.Of(line.Must(then.Entity, $"{then.Name} {(unless ? "unless" : "when")} {when.Name}", new Implies(premise, then.Condition)));
    }

    /// <summary>"shipped", "express orders", "the order is cancelled": a quality of the subject.</summary>
    private static Clause? Quality(RuleLine line, IReadOnlyList<Token> words, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            var next = at + 1 < to ? line.Vocabulary.EntityAt(words, at + 1, out _) : null;
            var owner = next ?? line.Subject;
            if (owner is null || words[at].IsAny(Openers))
            {
                continue;
            }

            if (Adjectives.Of(owner, words[at].Lower) is { } quality)
            {
                return new(owner.Name, quality.Condition, words[at].Lower);
            }

            if (Moments.StatesOf(owner, words[at].Lower) is { Count: > 0 } states && owner.State is { } state)
            {
                return new(owner.Name, Logic.In(state, states), words[at].Lower);
            }
        }

        return null;
    }

    /// <summary>"a tracking number (is required)": the thing alone.</summary>
    private static Clause? Needed(RuleLine line, IReadOnlyList<Token> words, int from, int to)
    {
        if (from >= to || line.Speech.At(words, from)?.AtHome is not { } operand)
        {
            return null;
        }

        var at = operand.End;
        while (at < to && words[at].IsAny("is", "are", "must", "be", "required", "mandatory", "given", "provided", "present", "set", "."))
        {
            at++;
        }

        return at < to ? null : new(operand.Entity, new IsPresent(operand.Ref), $"{operand.Column.Name} given");
    }
}
