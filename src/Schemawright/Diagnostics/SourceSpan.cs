namespace Schemawright.Diagnostics;

/// <summary>A stretch of an input document. Lines and columns count from 1; the end is inclusive.</summary>
/// <param name="Document">The document's name as the user knows it, with forward slashes.</param>
public sealed record SourceSpan(string Document, int Line, int Column, int EndLine, int EndColumn) : IComparable<SourceSpan>
{
    /// <summary>A whole line.</summary>
    public static SourceSpan OfLine(string document, int line, int length) =>
        new(document, line, 1, line, Math.Max(1, length));

    /// <summary>True when the two share at least one character.</summary>
    public bool Overlaps(SourceSpan other) =>
        string.Equals(Document, other.Document, StringComparison.Ordinal)
        && Before(Line, Column, other.EndLine, other.EndColumn)
        && Before(other.Line, other.Column, EndLine, EndColumn);

    public int CompareTo(SourceSpan? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byDocument = string.CompareOrdinal(Document, other.Document);
        return byDocument != 0 ? byDocument : (Line, Column, EndLine, EndColumn).CompareTo((other.Line, other.Column, other.EndLine, other.EndColumn));
    }

    public override string ToString() => $"{Document}:{Line}:{Column}";

    public static bool operator <(SourceSpan left, SourceSpan right) => left.CompareTo(right) < 0;

    public static bool operator >(SourceSpan left, SourceSpan right) => left.CompareTo(right) > 0;

    public static bool operator <=(SourceSpan left, SourceSpan right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SourceSpan left, SourceSpan right) => left.CompareTo(right) >= 0;

    private static bool Before(int line, int column, int otherLine, int otherColumn) =>
        line < otherLine || (line == otherLine && column <= otherColumn);
}
