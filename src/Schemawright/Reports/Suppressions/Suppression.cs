using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Reports.Suppressions;

/// <summary>A comment by which an author accepts findings of certain kinds at one place.</summary>
/// <param name="Reason">Empty when none is given; then it accepts nothing.</param>
/// <param name="Place">The comment.</param>
/// <param name="FirstLine">The first line whose findings it accepts.</param>
internal sealed record Suppression(Seq<string> Codes, string Reason, SourceSpan Place, int FirstLine, int LastLine)
{
    public bool Covers(Finding finding) =>
        Reason.Length > 0 && finding.Place is { } place && string.Equals(place.Document, Place.Document, StringComparison.Ordinal)
        && place.Line >= FirstLine && place.Line <= LastLine && Codes.Contains(finding.Kind.Code, StringComparer.OrdinalIgnoreCase);
}
