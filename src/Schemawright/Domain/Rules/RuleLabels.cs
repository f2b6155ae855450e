using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>Titles and labels of rule blocks: they belong to a rule and state nothing of their own.</summary>
internal static class RuleLabels
{
    public static IEnumerable<Disposition> Of(FactBase facts)
    {
        var stated = facts.Rules.SelectMany(fact => Enumerable.Range(fact.Source.Line, Math.Min(200, fact.Source.EndLine - fact.Source.Line + 1)).Select(line => (fact.Source.Document, line))).ToHashSet();
        foreach (var statement in facts.Statements)
        {
            var span = statement.Statement.Span;
            if (statement.Class == StatementClass.Rule && !stated.Contains((span.Document, span.Line)))
            {
                yield return new(span, Fate.Context, statement.Reason, statement.Statement.Text);
            }
        }
    }
}
