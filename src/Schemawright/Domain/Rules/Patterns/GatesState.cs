using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Order must be in 'packed' status" in a rule about an action: the state the action's transition starts from.</summary>
internal sealed class GatesState : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var start = Speech.SkipDeterminers(words, 0);
        if (start >= words.Count || !Phrase.Has(words, "must", "be", "is", "requires", "only") || Phrase.Has(words, "may", "can") && !Phrase.Has(words, "only") || Phrase.Has(words, "cannot", "can't", "not", "never", "change", "once", "after", "before", "if", "when", "least", "most", "by", "above", "over", "below", "under") || words.Any(word => word.Kind == TokenKind.Number) || Gate(line, words, start) is not var (terms, values) || terms.Machine is not { } machine)
        {
            return null;
        }

        if (line.Vocabulary.EntitiesIn(words).Any(named => named != terms && named.State is not null))
        {
            return null;
        }

        var targets = Targets(line, terms, machine, values);
        if (targets.Count == 0)
        {
            return null;
        }

        var steps = machine.Transitions.Where(step => targets.Contains(step.To, StringComparer.Ordinal)).ToArray();
        if (steps.Length > 0 && steps.All(step => values.Contains(step.From, StringComparer.Ordinal)) && !targets.Any(machine.Initial.Contains))
        {
            return Reading.Enforced($"the state machine of {terms.Name} lets {machine.Attribute} become {string.Join(" or ", targets)} only from {string.Join(" or ", values)}");
        }

        Expr before = new OneOf(new Ref([machine.Attribute], true), values.Select(Literal.String).ToSeq());
        return Reading.Of(new RuleDraft(terms.Name, $"{targets[0]} only from {string.Join(" or ", values)}", Triggers.Enter(terms, [.. targets]), new Holds(before)));
    }

    /// <summary>The entity and the states it must be in.</summary>
    private static (EntityTerms Terms, IReadOnlyList<string> Values)? Gate(RuleLine line, IReadOnlyList<Token> words, int start)
    {
        var terms = line.Vocabulary.EntityAt(words, start, out _) ?? (words[start].IsAny("status", "state") ? line.Subject : null);
        if (terms?.State is not { } state)
        {
            return null;
        }

        var values = words.Skip(start + 1).Where(word => word.Kind is TokenKind.Quoted or TokenKind.Word)
            .Select(word => Values.Enumerated(word.Text, state)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return values.Length == 0 ? null : (terms, values);
    }

    /// <summary>Where the rule's action leads: by its title, else the one way forward from the gate.</summary>
    private static IReadOnlyList<string> Targets(RuleLine line, EntityTerms terms, StateMachine machine, IReadOnlyList<string> gate)
    {
        foreach (var word in line.Title.Where(word => word.Kind == TokenKind.Word).SelectMany(word => Facts.Language.Naming.Words(word.Lower)))
        {
            var states = Moments.StatesOf(terms, word).Where(state => !gate.Contains(state, StringComparer.Ordinal)).ToArray();
            states = states.Length > 0 ? states : [.. Moments.AfterWaiting(terms, word)];
            if (states.Length > 0)
            {
                return states;
            }
        }

        var ahead = machine.Transitions.Where(step => gate.Contains(step.From, StringComparer.Ordinal) && !Moments.Failure(step.To)).Select(step => step.To).Distinct(StringComparer.Ordinal).ToArray();
        return ahead.Length == 1 ? ahead : [];
    }
}
