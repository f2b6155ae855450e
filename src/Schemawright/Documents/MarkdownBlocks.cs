using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using SourceSpan = Schemawright.Diagnostics.SourceSpan;
using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Documents;

/// <summary>Turns Markdown into the compiler's blocks; Markdig is known to this file, <see cref="MarkdownLists"/> and <see cref="DefinitionLists"/> alone.</summary>
internal sealed class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseDefinitionLists().UseYamlFrontMatter().Build();

    private static readonly DiagnosticKind NotMarkdown = new(
        "SW1003", Severity.Warning, "A document is nested too deeply to be Markdown",
        "{0} is nested too deeply to be Markdown; it is read line by line",
        "Its structure cannot be trusted, so each line is read by itself and lists lose their parents.",
        "flatten its lists and quotes");

    private readonly SourceText _source;
    private readonly List<Block> _blocks = [];
    private readonly List<(int Level, string Text)> _headings = [];

    /// <summary>Where a table of HTML ends: what stands before is read.</summary>
    private int _readTo;

    /// <summary>The text numbers its sections itself.</summary>
    private readonly bool _numbered;

    private MarkdownBlocks(SourceText source) =>
        (_source, _numbered) = (source, source.Lines.Count(line => NumberedLines.Levels(line) > 1) > 1);

    private Seq<string> Path => _headings.Select(heading => heading.Text).ToSeq();

    public static IReadOnlyList<Block> Read(SourceText source, Findings findings)
    {
        var reader = new MarkdownBlocks(source);
        try
        {
            reader.Add(Markdown.Parse(source.Text, Pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig refuses input nested over its depth limit, a guard against stack overflow.
            findings.Report(NotMarkdown, null, source.Name);
            return reader.LineByLine();
        }

        return reader._blocks;
    }

    private List<Block> LineByLine() =>
        [.. Enumerable.Range(0, _source.Lines.Length)
            .Where(line => !string.IsNullOrWhiteSpace(_source.Lines[line]))
            .Select(line => new ParagraphBlock(PlainText.Of(_source.Lines[line]), _source.Lines[line].Trim(), _source.LineSpan(line), []))];

    private void Add(ContainerBlock container)
    {
        foreach (var block in container)
        {
            Add(block);
        }
    }

    private void Add(Markdig.Syntax.Block block)
    {
        if (block.Span.Start < _readTo)
        {
            return;
        }

        switch (block)
        {
            case Markdig.Syntax.HeadingBlock heading:
                AddHeading(heading);
                break;
            case Markdig.Syntax.ParagraphBlock paragraph:
                AddParagraph(paragraph);
                break;
            case Markdig.Syntax.ListBlock list:
                AddList(list);
                break;
            case Table table:
                AddTable(table);
                break;
            case Markdig.Extensions.Yaml.YamlFrontMatterBlock:
                break;
            case CodeBlock code:
                AddCode(code);
                break;
            case HtmlBlock html:
                AddHtml(html);
                break;
            case Markdig.Extensions.DefinitionLists.DefinitionList definitions:
                _blocks.Add(DefinitionLists.Read(definitions, _source, LeadIn(), Path));
                break;
            case ContainerBlock container:
                Add(container);
                break;
            default:
                break;
        }
    }

    private void AddList(Markdig.Syntax.ListBlock list)
    {
        foreach (var block in MarkdownLists.Read(list, _source, LeadIn(), Path, Add))
        {
            _blocks.Add(block);
        }
    }

    private void AddHeading(Markdig.Syntax.HeadingBlock heading)
    {
        AddHeading(heading.Level, PlainText.Of(Slice(heading).TrimStart('#').TrimEnd('#', '=', '-', '\n', ' ')), _source.Span(heading.Span.Start, heading.Span.End + 1));
    }

    private void AddHeading(int level, string text, SourceSpan span)
    {
        _headings.RemoveAll(above => above.Level >= level);
        _blocks.Add(new HeadingBlock(level, text, span, Path));
        _headings.Add((level, text));
    }

    private void AddParagraph(LeafBlock paragraph)
    {
        var raw = Slice(paragraph);
        if (raw.StartsWith("<!--", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var (start, end) in _numbered ? NumberedLines.Pieces(raw) : [(0, raw.Length)])
        {
            AddPiece(raw[start..end].Trim(), _source.Span(paragraph.Span.Start + start, paragraph.Span.Start + end));
        }
    }

    private void AddPiece(string raw, SourceSpan span)
    {
        var levels = _numbered && !raw.Contains('\n', StringComparison.Ordinal) ? NumberedLines.Levels(raw) : 0;
        if (levels > 0 && NumberedLines.IsTitle(raw))
        {
            AddHeading(levels + 1, PlainText.Of(raw), span); // below the title of the document
        }
        else if (IndentedLines.Of(raw, span.Column - 1) is { } lines)
        {
            AddIndented(raw, lines, span);
        }
        else if (raw.Length > 0)
        {
            _blocks.Add(new ParagraphBlock(NumberedLines.Unnumbered(PlainText.Of(raw)), raw, span, Path));
        }
    }

    /// <summary>A title with indented lines under it, as a paragraph and the list it leads in.</summary>
    private void AddIndented(string raw, IReadOnlyList<(int Start, int End)> lines, SourceSpan span)
    {
        var start = _source.LineStart(span.Line - 1) + span.Column - 1;
        var title = raw[..lines[0].End];
        var items = lines.Skip(1).Select(line => new ListItem(0, -1, false, PlainText.Of(raw[line.Start..line.End]), raw[line.Start..line.End], null, _source.Span(start + line.Start, start + line.End)));
        _blocks.Add(new ParagraphBlock(PlainText.Of(title), title, _source.Span(start, start + lines[0].End), Path));
        _blocks.Add(new ListBlock(false, PlainText.Of(title), items.ToSeq(), _source.Span(start + lines[1].Start, start + lines[^1].End), Path));
    }

    /// <summary>A table may hold blank lines, at which Markdown would end the block: it is read to its closing tag.</summary>
    private void AddHtml(HtmlBlock html)
    {
        var start = html.Span.IsEmpty ? -1 : _source.Text.IndexOf("<table", html.Span.Start, html.Span.Length, StringComparison.OrdinalIgnoreCase);
        var close = start < 0 ? -1 : _source.Text.IndexOf("</table", start, StringComparison.OrdinalIgnoreCase);
        if (close < 0 || new HtmlTables(_source, start, close).Read(Path) is not { } table)
        {
            AddParagraph(html);
            return;
        }

        _blocks.Add(table);
        _readTo = close;
    }

    private void AddTable(Table table)
    {
        var rows = table.OfType<Markdig.Extensions.Tables.TableRow>().ToList();
        var header = rows.Where(row => row.IsHeader).Select(Row).FirstOrDefault();
        var body = rows.Where(row => !row.IsHeader).Select(Row).Where(row => row.Cells.Any(cell => cell.Text.Length > 0));
        _blocks.Add(new TableBlock(header?.Cells ?? [], body.ToSeq(), _source.Span(table.Span.Start, table.Span.End + 1), Path));
    }

    /// <summary>A row is one line; its cells are cut here, since an empty cell has no span in Markdig.</summary>
    private TableRow Row(Markdig.Extensions.Tables.TableRow row)
    {
        var line = row.Line;
        return new(MarkdownTables.Cells(_source, line).ToSeq(), _source.Span(_source.LineStart(line), _source.LineStart(line) + _source.Lines[line].Length));
    }

    private void AddCode(CodeBlock code)
    {
        var fenced = code as FencedCodeBlock;
        var first = fenced is null ? code.Line : code.Line + 1;
        var last = Math.Min(first + code.Lines.Count, _source.Lines.Length);
        var lines = Enumerable.Range(first, Math.Max(0, last - first)).Select(line => new CodeLine(_source.Lines[line], line + 1, _source.LineSpan(line)));
        var language = fenced?.Info?.Trim().ToLowerInvariant() ?? "";
        _blocks.Add(new CodeFence(language, lines.ToSeq(), _source.Span(code.Span.Start, code.Span.End + 1), Path));
    }

    /// <summary>The paragraph right before: it announces the list.</summary>
    private string? LeadIn() => _blocks.Count > 0 && _blocks[^1] is ParagraphBlock paragraph ? paragraph.Text : null;

    private string Slice(LeafBlock block) => block.Span.IsEmpty ? "" : _source.Text.Substring(block.Span.Start, Math.Min(block.Span.Length, _source.Text.Length - block.Span.Start));
}
