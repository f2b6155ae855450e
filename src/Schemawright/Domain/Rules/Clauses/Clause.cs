using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>A condition a clause states, over the rows of one entity.</summary>
/// <param name="Name">What is demanded, in words: <c>end_date after start_date</c>.</param>
internal sealed record Clause(string Entity, Expr Condition, string Name);
