using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A requested booking may be cancelled", "open → paid → closed": ways that the state machine has, or lacks.</summary>
internal sealed class TellsTransitions : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        if (line.Depth > 0)
        {
            return null;
        }

        if (line.Vocabulary.MachineAt(line.Fact.Source) is { } machine)
        {
            var ways = Reading.Enforced($"the state machine lets {machine.Attribute} of {machine.Entity} change in these ways alone");
            var told = new SpokenSteps([.. machine.States.Select(state => state.Name)]);
            return told.Read(line.Whole).Count > 0 && told.Conditions.Count > 0 ? ways with { Questions = [Questions.NotUnderstood(line, $"the ways are kept; what else must hold for one of them is not read: {string.Join(' ', told.Conditions[0].Select(word => word.Text))}")] } : ways;
        }

        var terms = line.Vocabulary.EntitiesIn(line.Whole).FirstOrDefault(named => named.Machine is not null) ?? line.Subject;
        if (terms?.Machine is not { } known || line.Whole.Count > 60 || !line.Whole.Any(word => word.IsAny("->", "may", "can", "from", "order", "through")))
        {
            return null;
        }

        var steps = new SpokenSteps([.. known.States.Select(state => state.Name)]).Read(line.Whole);
        if (steps.Count == 0 || steps.Any(step => known.Transitions.Any(way => way.To == step.To && way.From == step.From)) && steps.Count == 1)
        {
            return steps.Count == 0 ? null : Reading.Enforced($"the state machine lets {terms.Name}.{known.Attribute} go from {steps[0].From} to {steps[0].To}");
        }

        var missing = steps.FirstOrDefault(step => !known.Transitions.Any(way => way.From == step.From && way.To == step.To));
        return missing is null ? Reading.Enforced($"the state machine of {terms.Name} has these ways")
            : Reading.Unclear($"the state machine of {terms.Name} has no way from {missing.From} to {missing.To}") with { Questions = [Questions.MissingStep(line, terms, missing.From, missing.To)] };
    }
}
