using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Due date is required", "must have a customer", "name must not be blank".</summary>
internal sealed class RequiresPresence : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var clause = PresenceClause.Read(line.Speech, line.Whole, 0, line.Whole.Count);
        return clause is null ? null : Reading.Of(line.Must(clause.Entity, clause.Name, clause.Condition));
    }
}
