using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Reports.Explanations;

/// <summary>The whole way of one thing: from the sentences to the objects of the database, or back.</summary>
/// <param name="Kind">entity, column, rule, constraint, index, policy, decision, question, line, ….</param>
public sealed record Explanation(string Kind, string Name, string Summary, Seq<ExplainedPart> Parts);

/// <summary>One station of the way.</summary>
public sealed record ExplainedPart(string Title, Seq<ExplainedItem> Items);

/// <param name="Place">Where the documents say it; null when no one place does.</param>
/// <param name="Sql">The statement itself; null when the item is words.</param>
public sealed record ExplainedItem(string Words, SourceSpan? Place = null, string? Sql = null);
