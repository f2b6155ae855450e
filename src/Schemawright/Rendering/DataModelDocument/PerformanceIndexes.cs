using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>Every index beyond the keys: its type, its columns and the access it serves; and what needs none of its own.</summary>
internal sealed class PerformanceIndexes : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Performance Indexes";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var rows = source.Schema.Tables.SelectMany(table => table.Indexes.Select(index => Row(table, index))).ToArray();
        if (rows.Length == 0)
        {
            text.Paragraph("There is none: the documents state no way of finding rows that the keys do not serve already.");
            return;
        }

        text.Table(["Table", "Index", "Type", "Purpose"], rows);
        var served = source.Schema.Tables.SelectMany(table => table.Served.Select(path => Served(table, path))).ToArray();
        if (served.Length > 0)
        {
            text.Paragraph("No index was made for what a key or one of these finds as well:");
            text.Table(["Table", "Ways of finding rows", "Looked up by", "Served by"], served);
        }
    }

    private static string[] Served(PgTable table, PgIndex path) =>
    [
        MarkdownEscape.Code(table.Name.Name.Text),
        MarkdownEscape.Text(English.Capital(path.Purpose)),
        $"{MarkdownEscape.Code(string.Join(", ", path.Columns.Select(column => column.Text)))}{Rest(path)}",
        MarkdownEscape.Code(path.Name.Text),
    ];

    private static string[] Row(PgTable table, PgIndex index) =>
    [
        MarkdownEscape.Code(table.Name.Name.Text),
        MarkdownEscape.Code(index.Name.Text),
        $"{(index.Unique ? "unique " : "")}{Method(index.Method)} on {MarkdownEscape.Code(string.Join(", ", index.Columns.Select(column => column.Text)))}{Rest(index)}",
        MarkdownEscape.Text(English.Capital(index.Purpose)),
    ];

    private static string Method(string method) => method.ToUpperInvariant() switch
    {
        "BTREE" => "B-tree",
        "GIST" => "GiST",
        var other => other,
    };

    private static string Rest(PgIndex index)
    {
        var include = index.Include.Count > 0 ? $" including {MarkdownEscape.Code(Phrases.Columns(index.Include))}" : "";
        return index.Where is null ? include : $"{include} where {MarkdownEscape.Code(index.Where.Sql.Text)}";
    }
}
