using Schemawright.Collections;

namespace Schemawright.Reports;

/// <summary>How a piece of a report is meant; a terminal shows it as a colour, a file not at all.</summary>
public enum Tone { Plain, Faint, Strong, Error, Warning, Note }

public sealed record ReportPiece(string Text, Tone Tone = Tone.Plain);

/// <summary>One line of a report for people.</summary>
/// <param name="IsQuote">A line of the input, or what stands below it: never folded.</param>
public sealed record ReportLine(Seq<ReportPiece> Pieces, bool IsQuote = false)
{
    public static ReportLine Empty { get; } = new([]);

    public static ReportLine Of(string text, Tone tone = Tone.Plain) => new([new(text, tone)]);

    /// <summary>A faint word and what it introduces: <c>= why: …</c>.</summary>
    public static ReportLine Remark(string label, string text) => new([new($"   = {label}: ", Tone.Faint), new(text)]);

    public override string ToString() => string.Concat(Pieces.Select(piece => piece.Text));
}
