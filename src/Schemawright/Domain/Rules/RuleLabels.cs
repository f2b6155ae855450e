using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>Titles and labels of rule blocks: they belong to a rule and state nothing of their own.</summary>
internal static class RuleLabels
{
    public static IEnumerable<Disposition> Of(FactBase facts)
    {
        var stated = facts.Rules.SelectMany(fact => Lines(fact.Source)).Concat(Demands(facts).SelectMany(fact => Lines(fact.Source))).ToHashSet();
        foreach (var statement in facts.Statements)
        {
            var span = statement.Statement.Span;
            if (statement.Class == StatementClass.Rule && !stated.Contains((span.Document, span.Line)) && IsLabel(statement))
            {
                yield return new(span, Fate.Context, statement.Reason, statement.Statement.Text);
            }
        }
    }

    /// <summary>Only what a reader knew to be part of a rule is a label; what no reader could place is asked about.</summary>
    private static bool IsLabel(ClassifiedStatement statement) => statement.Elsewhere is null && !statement.Reason.EndsWith("is not known", StringComparison.Ordinal) && !statement.Reason.EndsWith("that no reader could place", StringComparison.Ordinal);

    /// <summary>Demands of other kinds answer for their statements themselves.</summary>
    private static IEnumerable<Fact> Demands(FactBase facts) =>
        [.. facts.Retention, .. facts.Holds, .. facts.Privacy, .. facts.Audit, .. facts.Tenancy];

    private static IEnumerable<(string Document, int Line)> Lines(Diagnostics.SourceSpan span) =>
        Enumerable.Range(span.Line, Math.Min(200, span.EndLine - span.Line + 1)).Select(line => (span.Document, line));
}
