using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Product must exist and be active": what a row refers to must be in a state when the reference is made.</summary>
internal sealed class RequiresReferenceState : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var tokens = line.Tokens;
        var start = Speech.SkipDeterminers(tokens, 0);
        if (start >= tokens.Count || line.Speech.ReferenceAt(tokens, start, out var width) is not { } reference)
        {
            return null;
        }

        if (StateClause.Read(line.Speech, tokens, start, tokens.Count) is { } clause && clause.Condition.Refs().Any(step => !step.IsOwn))
        {
            return Reading.Of(line.Must(clause.Entity, clause.Name, clause.Condition));
        }

        var exists = Phrase.IndexOf(tokens, start + width, "exist", "exists");
        return exists > 0 && exists == tokens.Count - 1 && !Phrase.Has(tokens, "not", "cannot")
            ? Reading.Enforced($"{line.Subject!.Name}.{reference.Name} is a foreign key to {reference.Parent}")
            : null;
    }
}
