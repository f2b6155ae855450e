using Schemawright.Design;
using Schemawright.Terms;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The business types this model uses, how each is stored, what constrains it and an example.</summary>
internal sealed class StandardDataTypes : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Standard Data Types";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var used = source.Tables
            .SelectMany(table => table.Columns.Where(column => column.Design is not null).Select(column => (Table: table, Column: column)))
            .GroupBy(pair => (pair.Column.Design!.Type.Kind, pair.Column.Column.Type))
            .OrderBy(group => group.Key.Kind).ThenBy(group => group.Key.Type, StringComparer.Ordinal)
            .ToArray();
        if (used.Length == 0)
        {
            text.Paragraph("There is no column, so no type is used.");
            return;
        }

        text.Table(
            ["Business Type", "Database Type", "Constraints", "Example"],
            used.Select(group => (string[])
            [
                $"{(group.Key.Type.EndsWith("[]", StringComparison.Ordinal) ? "List of " + BusinessTypes.Name(group.Key.Kind).ToLowerInvariant() : BusinessTypes.Name(group.Key.Kind))} ({English.Count(group.Count(), "column")})",
                MarkdownEscape.Code(group.Key.Type),
                Constraints(source, [.. group]),
                MarkdownEscape.Code(Example(group.Key.Kind, [.. group.Select(pair => pair.Column.Design!)])),
            ]));
        text.Bullets(DecisionList.Of(source.Decisions(7)));
    }

    private static string Constraints(DocumentSource source, IReadOnlyList<(TablePair Table, ColumnPair Column)> uses)
    {
        var type = uses[0].Column.Column.Type;
        var domain = source.Schema.Domains.FirstOrDefault(known => string.Equals(known.Name.ToString(), type, StringComparison.Ordinal));
        var required = uses.Count(use => use.Column.Column.NotNull);
        var words = new List<string>();
        if (domain is not null)
        {
            words.Add($"domain over {MarkdownEscape.Code(domain.BaseType)}: {Phrases.Names(domain.Checks.Select(check => check.Name.Text))}");
        }

        var limits = uses.SelectMany(use => Limits(use.Table, use.Column)).Distinct(StringComparer.Ordinal).ToArray();
        if (limits.Length > 0)
        {
            words.Add(English.Count(limits.Length, "check"));
        }

        words.Add(required == uses.Count ? "NOT NULL" : required == 0 ? "may be null" : $"NOT NULL in {required} of {uses.Count}");
        return string.Join("; ", words);
    }

    private static IEnumerable<string> Limits(TablePair table, ColumnPair column) => table.Design is null
        ? []
        : table.Design.Checks.Where(check => check.Condition.Refs().Any(reference => reference.IsOwn && string.Equals(reference.Attribute, column.Name, StringComparison.Ordinal))).Select(check => check.Name);

    private static string Example(DataKind kind, IReadOnlyList<ColumnDesign> columns) =>
        columns.FirstOrDefault(column => column.Type.Values.Count > 0) is { } listed ? listed.Type.Values[0] : BusinessTypes.Example(kind);
}
