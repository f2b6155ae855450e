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
        var tables = TablesOfFunctions(source);
        foreach (var group in statements.GroupBy(statement => statement.Table ?? tables.GetValueOrDefault(statement.Name, ""), StringComparer.Ordinal).OrderBy(group => group.Key.Length > 0))
        {
            text.Paragraph(group.Key.Length == 0 ? "For several tables:" : $"On {MarkdownEscape.Code(group.Key)}:");
            text.Sql(group.Select(statement => statement.Sql));
        }
    }

    /// <summary>A function stands with the table whose triggers alone call it.</summary>
    private static Dictionary<string, string> TablesOfFunctions(DocumentSource source) => source.Schema.Triggers
        .GroupBy(trigger => trigger.Function.Name.Text, StringComparer.Ordinal)
        .Select(group => (Function: group.Key, Tables: group.Select(trigger => trigger.Table.Name.Text).Distinct(StringComparer.Ordinal).ToArray()))
        .Where(pair => pair.Tables.Length == 1)
        .ToDictionary(pair => pair.Function, pair => pair.Tables[0], StringComparer.Ordinal);

    private static string Introduction(DocumentSource source, IReadOnlyCollection<PgStatement> statements)
    {
        var functions = statements.Count(statement => string.Equals(statement.Kind, "function", StringComparison.Ordinal));
        var rules = source.Design.RuleOutcomes.Count(outcome => outcome.Fate == Fate.Enforced && outcome.Mechanism.StartsWith("trigger", StringComparison.OrdinalIgnoreCase));
        var resting = rules > 0 ? $"; {English.Count(rules, "business rule")} {English.Verb(rules, "rests", "rest")} on them" : "";
        return statements.Count == 0
            ? "No rule of the documents needs a function: checks, keys and exclusions hold them all."
            : $"{English.Capital(English.Count(functions, "function"))} {English.Verb(functions, "holds", "hold")} what no declaration can: the clock, other rows, the moment of a change{resting}. Each refusal is SQLSTATE 23514 with the name of the rule as the constraint.";
    }
}
