using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The kinds of check this model uses, each with all its constraints, and a query that lists them on the server.</summary>
internal sealed class ConstraintPatterns : IDocumentSection
{
    private static readonly (string Name, Func<Expr, bool> Fits)[] Patterns =
    [
        ("Value list", condition => condition is OneOf),
        ("Format", condition => condition.Nodes().Any(node => node is Matches)),
        ("Length", condition => condition.Nodes().Any(node => node is LengthOf or Trimmed)),
        ("Required in a situation", condition => condition.Nodes().Any(node => node is IsPresent)),
        ("Between columns", condition => condition.Refs().Select(reference => reference.Attribute).Distinct(StringComparer.Ordinal).Count() > 1),
        ("Range", condition => condition.Nodes().Any(node => node is Compare)),
        ("Other", _ => true),
    ];

    public int Level => 3;

    public string Heading(DocumentSource source) => "Constraint Patterns";

    public void Write(DocumentSource source, MarkdownText text)
    {
        WriteDomains(source, text);
        WriteChecks(source, text);
        text.Paragraph("On the server, the checks are listed by:");
        text.Sql([Listing(source)]);
    }

    private static void WriteDomains(DocumentSource source, MarkdownText text)
    {
        var checks = source.Schema.Domains.SelectMany(domain => domain.Checks.Select(check => (string[])
            [MarkdownEscape.Code(domain.Name.ToString()), MarkdownEscape.Code(check.Name.Text), MarkdownEscape.Code(check.Condition.Sql.Text)])).ToArray();
        if (checks.Length > 0)
        {
            text.Paragraph("Formats shared by several columns are domains:");
            text.Table(["Domain", "Constraint", "Condition on the value"], checks);
        }
    }

    private static void WriteChecks(DocumentSource source, MarkdownText text)
    {
        var patterns = source.Design.Tables.SelectMany(table => table.Checks.Select(check => (Table: table, Check: check)))
            .ToLookup(pair => Patterns.First(pattern => pattern.Fits(pair.Check.Condition)).Name, StringComparer.Ordinal);
        if (patterns.Count == 0)
        {
            text.Paragraph("No table carries a check of its own, because the documents state no condition on a single row.");
            return;
        }

        text.Paragraph("Checks by pattern, with the condition exactly as the tables above declare it:");
        text.Table(
            ["Pattern", "Constraint", "Condition"],
            Patterns.SelectMany(pattern => patterns[pattern.Name].Select(pair => (string[])
                [pattern.Name, MarkdownEscape.Code($"{pair.Table.Name}.{pair.Check.Name}"), Condition(source, pair.Table, pair.Check)])));
    }

    private static string Condition(DocumentSource source, TableDesign table, CheckDesign check)
    {
        var written = source.Find(table.Name)?.Table.Checks.FirstOrDefault(known => string.Equals(known.Name.Text, check.Name, StringComparison.Ordinal));
        return written is null ? MarkdownEscape.Text(check.Description) : MarkdownEscape.Code(written.Condition.Sql.Text);
    }

    private static SqlText Listing(DocumentSource source) => SqlText.Of(
        $"""
        SELECT conrelid::regclass AS table_name, conname AS constraint_name, pg_get_constraintdef(oid) AS definition
        FROM pg_constraint
        WHERE contype = 'c' AND connamespace = {source.AnySchema}
        ORDER BY 1, 2;
        """);
}
