using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Reports;

/// <summary>Quotes lines of the input, as they stand in the file, with the words meant underlined.</summary>
public sealed class SourceQuotes
{
    private const int Widest = 140;
    private const int Narrowest = 40;

    /// <summary>What stands before the quoted words of a line.</summary>
    private const int Margin = 11;

    private readonly Dictionary<string, string[]> _lines = new(StringComparer.Ordinal);

    /// <param name="width">How many characters a line of output may hold.</param>
    public SourceQuotes(IEnumerable<InputDocument> documents, int width = int.MaxValue)
    {
        Width = Math.Clamp(width - Margin, Narrowest, Widest);
        foreach (var document in documents)
        {
            var text = document.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimStart('\uFEFF');
            _lines[document.Name] = text.Split('\n');
        }
    }

    /// <summary>The first line of the place as written; null when the document has no such line.</summary>
    public string? Line(SourceSpan place) => Line(place.Document, place.Line);

    public string? Line(string document, int line) =>
        _lines.TryGetValue(document, out var lines) && line >= 1 && line <= lines.Length ? lines[line - 1] : null;

    private int Width { get; }

    private int Before => Width * 5 / 14;

    public IEnumerable<string> Documents => _lines.Keys.Order(StringComparer.Ordinal);

    public int LineCount(string document) => _lines.TryGetValue(document, out var lines) ? lines.Length : 0;

    /// <summary>The line and a second one that underlines the place; nothing when there is no such line.</summary>
    public IEnumerable<ReportLine> Quote(SourceSpan place, Tone tone)
    {
        if (Line(place) is not { } line)
        {
            yield break;
        }

        var end = place.EndLine > place.Line ? line.TrimEnd().Length : Math.Min(place.EndColumn, line.Length);
        var from = line.Length <= Width ? 0 : Math.Clamp(place.Column - 1 - Before, 0, line.Length - Width);
        var shown = line[from..Math.Min(line.Length, from + Width)];
        yield return new([new($"{place.Line,6} | ", Tone.Faint), new($"{(from > 0 ? "…" : "")}{Printable.Of(shown)}{(from + Width < line.Length ? "…" : "")}")], IsQuote: true);
        var indent = Math.Clamp(place.Column - 1 - from, 0, Width) + (from > 0 ? 1 : 0);
        var length = Math.Clamp(Math.Min(end, from + Width) - place.Column + 1, 1, Width);
        yield return new([new("       | ", Tone.Faint), new($"{new string(' ', indent)}^{new string('~', length - 1)}", tone)], IsQuote: true);
    }
}
