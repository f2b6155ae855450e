using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Amount must be > 0", "end date must be after start date", "due date cannot be in the past".</summary>
internal sealed class ComparesValues : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var tokens = line.Demand;
        var clause = ComparisonClause.Read(line.Speech, tokens, 0, tokens.Count);
        clause ??= tokens.Any(token => token.Kind == TokenKind.Operator && !token.IsAny("-", "->", "!", "=>")) ? Conditions.Read(line.Speech, tokens, 0, tokens.Count) : null;
        return clause is null ? null : Reading.Of(line.Must(clause.Entity, clause.Name, clause.Condition));
    }
}
