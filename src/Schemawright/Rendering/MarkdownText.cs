using System.Text;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering;

/// <summary>A Markdown document as it is written, block by block, one blank line between blocks.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    /// <param name="markdown">Already escaped where it holds words of the input.</param>
    public void Heading(int level, string markdown) => Block($"{new string('#', level)} {markdown}");

    public void Paragraph(string markdown) => Block(markdown);

    public void Bullets(IEnumerable<string> items) => Items(items, _ => "- ");

    public void Numbered(IEnumerable<string> items) => Items(items, index => $"{index + 1}. ");

    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = new List<string> { Row(header), Row([.. header.Select(_ => "---")]) };
        lines.AddRange(rows.Select(Row));
        Block(string.Join('\n', lines));
    }

    public void Code(string language, string code)
    {
        var fence = MarkdownEscape.Fence(code);
        Block($"{fence}{language}\n{code.TrimEnd('\n')}\n{fence}");
    }

    /// <summary>Whole statements, a blank line between them; nothing when there is none.</summary>
    public void Sql(IEnumerable<SqlText> statements)
    {
        var code = new StringBuilder();
        var before = "";
        foreach (var statement in statements.Select(statement => statement.Text.Trim('\n')))
        {
            code.Append(before.Length == 0 ? "" : IsLine(before) && IsLine(statement) ? "\n" : "\n\n").Append(statement);
            before = statement;
        }

        if (code.Length > 0)
        {
            Code("sql", code.ToString());
        }
    }

    public override string ToString() => _text.ToString();

    private static bool IsLine(string statement) => !statement.Contains('\n', StringComparison.Ordinal);

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Length == 0 ? "-" : MarkdownEscape.Cell(cell)))} |";

    private void Items(IEnumerable<string> items, Func<int, string> mark)
    {
        var lines = items.Select((item, index) => mark(index) + item).ToArray();
        if (lines.Length > 0)
        {
            Block(string.Join('\n', lines));
        }
    }

    private void Block(string block)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(block).Append('\n');
    }
}
