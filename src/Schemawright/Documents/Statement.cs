using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Documents;

public enum StatementForm { Sentence, ListItem, TableRow, CodeLine }

/// <summary>The unit of the coverage ledger: something the input says, with its place and context.</summary>
/// <param name="Text">Plain text of the statement; cells of a table row joined by <c> | </c>.</param>
/// <param name="Headings">The headings above, outermost first.</param>
/// <param name="LeadIn">The list's lead-in paragraph, the parent item, the table's header joined by <c> | </c>, or the label above a fence; null when none.</param>
/// <param name="Language">The fence's language for a code line, else null.</param>
public sealed record Statement(
    StatementForm Form, string Text, SourceSpan Span, Seq<string> Headings, string? LeadIn, string? Language);
