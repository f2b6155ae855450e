using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Ddl;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The functions and triggers that carry the rules a declaration cannot, table by table, as they run.</summary>
internal sealed class DataValidationFunctions : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Data Validation Functions";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var statements = source.Placement.At(Place.Validation).ToArray();
        text.Paragraph(Introduction(source, statements));
        text.Bullets(DecisionList.Of(source.Decisions(13)));
        foreach (var group in statements.GroupBy(statement => statement.Table ?? "", StringComparer.Ordinal))
        {
            text.Paragraph(group.Key.Length == 0 ? "For the whole schema:" : $"On {MarkdownEscape.Code(group.Key)}:");
            text.Sql(group.Select(statement => statement.Sql));
        }
    }

    private static string Introduction(DocumentSource source, IReadOnlyCollection<PgStatement> statements)
    {
        var functions = statements.Count(statement => string.Equals(statement.Kind, "function", StringComparison.Ordinal));
        var byTrigger = source.Design.RuleOutcomes.Count(outcome => outcome.Fate == Fate.Enforced && outcome.Mechanism.StartsWith("trigger", StringComparison.OrdinalIgnoreCase));
        return statements.Count == 0
            ? "No rule of the documents needs a function: checks, keys and exclusions hold them all."
            : $"{English.Capital(English.Count(functions, "function"))} hold what no declaration can: the clock, other rows, the moment of a change"
                + $"{(byTrigger > 0 ? $"; {English.Count(byTrigger, "business rule")} rest on them" : "")}. Each refusal is SQLSTATE 23514 with the name of the rule as the constraint.";
    }
}
