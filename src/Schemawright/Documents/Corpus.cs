using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Documents;

/// <summary>All documents of one product, in ordinal order of kind and name.</summary>
public sealed record Corpus(string AppName, Origin AppNameOrigin, Seq<ProductDocument> Documents)
{
    public IEnumerable<Statement> Statements => Documents.SelectMany(document => document.Statements);
}

/// <param name="Title">The first heading, or the file's name.</param>
/// <param name="Lines">The text's lines without line ends; <c>Lines[0]</c> is line 1.</param>
/// <param name="Blocks">The document in order, headings included.</param>
/// <param name="Statements">Every sentence, bullet, table row and code line, in order; the units of the coverage ledger.</param>
public sealed record ProductDocument(
    string Name, DocumentKind Kind, string Title, Seq<string> Lines, Seq<Block> Blocks, Seq<Statement> Statements);

/// <summary>A piece of Markdown with the headings above it, outermost first.</summary>
public abstract record Block(SourceSpan Span, Seq<string> Headings);

public sealed record HeadingBlock(int Level, string Text, SourceSpan Span, Seq<string> Headings) : Block(Span, Headings);

/// <param name="Text">Plain text: emphasis, code and link marks removed, line ends folded to one space.</param>
/// <param name="Raw">The Markdown as written, lines joined by <c>\n</c>.</param>
public sealed record ParagraphBlock(string Text, string Raw, SourceSpan Span, Seq<string> Headings) : Block(Span, Headings);

/// <summary>A bulleted or numbered list with its items in order, nested lists flattened.</summary>
/// <param name="LeadIn">The paragraph right before the list (often ends in a colon), plain; null when there is none.</param>
public sealed record ListBlock(bool Ordered, string? LeadIn, Seq<ListItem> Items, SourceSpan Span, Seq<string> Headings) : Block(Span, Headings);

/// <param name="Depth">0 for the outermost items.</param>
/// <param name="Parent">The index of the parent item in the same list; -1 at the top.</param>
/// <param name="Text">The item's own plain text, without its sub-lists and without a task box.</param>
/// <param name="Raw">The item's own Markdown (keeps ** and `), without marker and task box.</param>
/// <param name="Label">The bold or code term that leads the item (<c>**Invoice**: …</c>, <c>`rate`: …</c>), without marks; else null.</param>
public sealed record ListItem(int Depth, int Parent, bool Ordered, string Text, string Raw, string? Label, SourceSpan Span);

public sealed record TableBlock(Seq<TableCell> Header, Seq<TableRow> Rows, SourceSpan Span, Seq<string> Headings) : Block(Span, Headings);

public sealed record TableRow(Seq<TableCell> Cells, SourceSpan Span);

public sealed record TableCell(string Text, string Raw, SourceSpan Span);

/// <param name="Language">The fence's word in lower case, or empty.</param>
/// <param name="Lines">The code's lines as written, fences excluded.</param>
public sealed record CodeFence(string Language, Seq<CodeLine> Lines, SourceSpan Span, Seq<string> Headings) : Block(Span, Headings)
{
    public string Text => string.Join('\n', Lines.Select(line => line.Text));
}

/// <param name="Text">The line as written, tabs kept, without line end.</param>
/// <param name="Number">Line number in the document.</param>
public sealed record CodeLine(string Text, int Number, SourceSpan Span);
