using System.Globalization;
using Schemawright.Collections;

namespace Schemawright.Diagnostics;

public enum Severity { Info, Warning, Error }

/// <summary>
/// One kind of message. Kinds are declared beside the code that reports them, as static readonly fields.
/// Codes: SW1 documents, SW2 facts, SW3 domain, SW4 + checklist item design, SW5 PostgreSQL, SW6 rendering, SW7 proof.
/// </summary>
/// <param name="Title">What is the matter, in general: the heading of the kind's page in docs/diagnostics.</param>
/// <param name="Message">A composite format string: names the thing and what is wrong with it.</param>
/// <param name="Why">Why it matters, one sentence; the page says the same.</param>
/// <param name="WayOut">What to write or do instead, as a composite format string over the same arguments.</param>
public sealed record DiagnosticKind(string Code, Severity Severity, string Title, string Message, string Why, string WayOut)
{
    public Diagnostic At(SourceSpan? span, params ReadOnlySpan<string> arguments) => new(this, span, Seq.Create(arguments));
}

/// <summary>A message about an input document, with its place when it has one.</summary>
public sealed record Diagnostic(DiagnosticKind Kind, SourceSpan? Span, Seq<string> Arguments)
{
    public string Message => string.Format(CultureInfo.InvariantCulture, Kind.Message, [.. Arguments]);

    public string WayOut => string.Format(CultureInfo.InvariantCulture, Kind.WayOut, [.. Arguments]);
}
