using Schemawright.Collections;

namespace Schemawright.Documents;

/// <summary>Reads a table written in HTML as the same block a pipe table makes.</summary>
internal sealed class HtmlTables(SourceText source, int start, int end)
{
    private readonly List<TableRow> _rows = [];
    private readonly List<TableCell> _cells = [];
    private int _rowStart = -1;
    private int _cellStart = -1;
    private bool _isHeader;
    private TableRow? _header;

    /// <summary>The table between its tags; null when it has no rows.</summary>
    public TableBlock? Read(Seq<string> headings)
    {
        var text = source.Text;
        for (var at = text.IndexOf('<', start); at >= 0 && at < end; at = text.IndexOf('<', at + 1))
        {
            Take(Tag(text, at), at);
        }

        CloseRow(end);
        _header ??= _rows.Count > 0 ? _rows[0] : null;
        return _header is null ? null : new(_header.Cells, _rows.Where(row => row != _header).ToSeq(), source.Span(start, end), headings);
    }

    private void Take(string tag, int at)
    {
        switch (tag)
        {
            case "tr":
                CloseRow(at);
                _rowStart = at;
                break;
            case "td" or "th" when _rowStart >= 0:
                CloseCell(at);
                _cellStart = at;
                _isHeader |= tag is "th" && _cells.Count == 0;
                break;
            case "/td" or "/th":
                CloseCell(at);
                break;
            case "/tr":
                CloseRow(at);
                break;
            default:
                break;
        }
    }

    private void CloseCell(int at)
    {
        if (_cellStart < 0)
        {
            return;
        }

        var open = source.Text.IndexOf('>', _cellStart);
        var raw = open < 0 || open >= at ? "" : Plain(source.Text[(open + 1)..at]);
        _cells.Add(new(PlainText.Of(raw), raw, source.Span(_cellStart, at)));
        _cellStart = -1;
    }

    private void CloseRow(int at)
    {
        CloseCell(at);
        if (_rowStart >= 0 && _cells.Exists(cell => cell.Text.Length > 0))
        {
            var row = new TableRow(_cells.ToSeq(), source.Span(_rowStart, at));
            _header ??= _isHeader && _rows.Count == 0 ? row : null;
            _rows.Add(row);
        }

        _cells.Clear();
        _rowStart = -1;
        _isHeader = false;
    }

    private static string Tag(string text, int at)
    {
        var stop = at + 1;
        while (stop < text.Length && stop - at < 10 && (char.IsLetter(text[stop]) || text[stop] == '/'))
        {
            stop++;
        }

        return text[(at + 1)..stop].ToLowerInvariant();
    }

    /// <summary>The words without tags, entities decoded, on one line.</summary>
    private static string Plain(string html)
    {
        var words = new System.Text.StringBuilder();
        var inTag = false;
        foreach (var character in html)
        {
            inTag = character == '<' || (inTag && character != '>');
            words.Append(inTag || character == '>' ? ' ' : character);
        }

        return string.Join(' ', Decoded(words.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The signs that a cell cannot write as themselves.</summary>
    private static string Decoded(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&#39;", "'", StringComparison.Ordinal)
            .Replace("&nbsp;", " ", StringComparison.Ordinal).Replace("&ge;", "≥", StringComparison.Ordinal).Replace("&le;", "≤", StringComparison.Ordinal).Replace("&rarr;", "→", StringComparison.Ordinal)
            .Replace("&ndash;", "–", StringComparison.Ordinal).Replace("&mdash;", "—", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
}
