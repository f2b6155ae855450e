using Schemawright.Collections;

namespace Schemawright.Documents;

/// <summary>Cuts blocks into statements: sentences, bullets, table rows and code lines.</summary>
internal static class StatementReader
{
    public static IEnumerable<Statement> Read(IReadOnlyList<Block> blocks, SourceText source) =>
        blocks.SelectMany((block, index) => block switch
        {
            ParagraphBlock paragraph => OfParagraph(paragraph, source),
            ListBlock list => list.Items.Select(item => OfItem(item, list)),
            TableBlock table => table.Rows.Select(row => OfRow(row, table)),
            CodeFence code => code.Lines.Where(line => SaysSomething(line.Text)).Select(line => OfLine(line, code, index > 0 ? LeadIn(blocks[index - 1]) : null)),
            _ => [],
        }).Where(statement => statement.Text.Length > 0);

    private static IEnumerable<Statement> OfParagraph(ParagraphBlock paragraph, SourceText source)
    {
        if (IsLabel(paragraph.Text))
        {
            yield break;
        }

        var offset = source.LineStart(paragraph.Span.Line - 1) + paragraph.Span.Column - 1;
        foreach (var (start, end) in Sentences.Split(paragraph.Raw))
        {
            yield return new(
                StatementForm.Sentence, NumberedLines.Unnumbered(PlainText.Of(paragraph.Raw[start..end])), source.Span(offset + start, offset + end), paragraph.Headings, null, null);
        }
    }

    /// <summary>"Acceptance criteria:" announces statements and makes none; they carry it as their lead-in.</summary>
    private static bool IsLabel(string text) =>
        text.EndsWith(':') && text.Length <= 80 && !text.AsSpan(0, text.Length - 1).ContainsAny(".:;!?");

    private static Statement OfItem(ListItem item, ListBlock list)
    {
        var leadIn = item.Parent >= 0 ? list.Items[item.Parent].Text : list.LeadIn;
        return new(StatementForm.ListItem, item.Text, item.Span, list.Headings, leadIn, null);
    }

    private static Statement OfRow(TableRow row, TableBlock table) =>
        new(StatementForm.TableRow, Joined(row.Cells), row.Span, table.Headings, Joined(table.Header), null);

    private static Statement OfLine(CodeLine line, CodeFence code, string? leadIn) =>
        new(StatementForm.CodeLine, line.Text.Trim(), line.Span, code.Headings, leadIn, code.Language);

    /// <summary>The label right above a fence: "Example:".</summary>
    private static string? LeadIn(Block above) => above is ParagraphBlock { Text: var text } && IsLabel(text) ? text : null;

    private static string Joined(Seq<TableCell> cells) => string.Join(" | ", cells.Select(cell => cell.Text));

    private static bool SaysSomething(string line) => line.Any(char.IsLetterOrDigit);
}
