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

        if (Kind(line, tokens, start + width, reference) is { } kind)
        {
            return kind;
        }

        var exists = Phrase.IndexOf(tokens, start + width, "exist", "exists");
        return exists > 0 && exists == tokens.Count - 1 && !Phrase.Has(tokens, "not", "cannot")
            ? Reading.Enforced($"{line.Subject!.Name}.{reference.Name} is a foreign key to {reference.Parent}")
            : null;
    }

    /// <summary>"The cleaner must be an employee with the role cleaner", "the pilot must be an active member": of which kind the other is.</summary>
    private static Reading? Kind(RuleLine line, IReadOnlyList<Token> tokens, int at, Column reference)
    {
        var modal = at;
        while (modal < tokens.Count && tokens[modal].IsAny("must", "be", "is", "are", "shall", "always"))
        {
            modal++;
        }

        return modal > at && SubjectPhrase.At(line.Vocabulary, tokens, modal, tokens.Count) is { Which: { } which, None: false } phrase && phrase.Terms.Name == reference.Parent && phrase.End >= Rewording.End(tokens)
            ? Reading.Of(line.Must(line.Subject!.Name, $"{reference.Role} {phrase.Name}", which.From(reference.Role!))) : null;
    }
}
