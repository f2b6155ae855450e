using Schemawright.Postgres.Ddl;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>Every foreign key as it runs, grouped by what happens when the parent goes.</summary>
internal sealed class ReferentialIntegrity : IDocumentSection
{
    private static readonly (string Action, string Meaning)[] Actions =
    [
        ("RESTRICT", "a parent with children stays"),
        ("NO ACTION", "a parent with children stays, checked at the end of the statement"),
        ("CASCADE", "children go with their parent, because they are part of it"),
        ("SET NULL", "children stay and forget their parent"),
    ];

    public int Level => 3;

    public string Heading(DocumentSource source) => "Referential Integrity";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var actions = source.Schema.Tables.SelectMany(table => table.ForeignKeys.Select(key => (Key: $"{table.Name.Name.Text}.{key.Name.Text}", key.OnDelete)))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().OnDelete, StringComparer.Ordinal);
        var statements = source.Placement.At(Place.References).ToArray();
        if (actions.Count == 0)
        {
            text.Paragraph("There is no foreign key, because the documents relate no entity to another.");
            return;
        }

        foreach (var (action, meaning) in Actions)
        {
            var group = statements.Where(statement => string.Equals(ActionOf(statement, actions), action, StringComparison.Ordinal)).ToArray();
            if (group.Length > 0)
            {
                text.Paragraph($"**{action}**: {meaning} ({English.Count(group.Length, "foreign key")}).");
                text.Sql(group.Select(statement => statement.Sql));
            }
        }

        if (statements.Length == 0)
        {
            text.Paragraph($"{English.Capital(English.Count(actions.Count, "foreign key"))} {(actions.Count == 1 ? "is" : "are")} declared inside the tables above.");
        }
    }

    private static string ActionOf(PgStatement statement, Dictionary<string, string> actions) =>
        actions.GetValueOrDefault($"{statement.Table}.{statement.Name}", "NO ACTION");
}
