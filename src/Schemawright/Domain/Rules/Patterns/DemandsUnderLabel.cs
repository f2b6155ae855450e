using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>A condition, a colon, and what it demands: "amount above 25: approved_by must be a clerk", "status = sent: tracking code is given".</summary>
internal sealed class DemandsUnderLabel : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        if (line.Subject is not { } subject || line.Label.Count is < 3 or > 14 || line.Tokens.Count < 3 || line.Depth > 0 || !line.Label.Any(word => word.Kind is TokenKind.Number or TokenKind.Operator or TokenKind.Quoted || word.IsAny("is", "are")))
        {
            return null;
        }

        return Premises.Read(line, line.Label, line.Label[0].IsAny("if", "when", "for") ? 1 : 0, line.Label.Count) is { } clause && clause.Entity == subject.Name
            && RulePatterns.Read(line.With(line.Tokens)) is { Fate: null } reading ? Conditioned.By(line.Vocabulary, reading, clause) : null;
    }
}
