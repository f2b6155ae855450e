using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;
using Schemawright.Collections;

namespace Schemawright.Documents;

/// <summary>Reads a definition list (a term, then <c>: what it is</c>) as the list "term: what it is".</summary>
internal static class DefinitionLists
{
    public static ListBlock Read(DefinitionList list, SourceText source, string? leadIn, Seq<string> headings)
    {
        var items = list.OfType<DefinitionItem>().Select(item => Item(item, source)).Where(item => item.Text.Length > 1).ToSeq();
        return new(false, leadIn, items, source.Span(list.Span.Start, list.Span.End + 1), headings);
    }

    private static ListItem Item(DefinitionItem item, SourceText source)
    {
        var term = string.Join(", ", item.OfType<DefinitionTerm>().Select(part => Slice(part, source)));
        var words = string.Join("; ", item.Where(part => part is not DefinitionTerm).Select(part => Slice(part, source).TrimStart(':', '~', ' ')));
        var raw = $"{term}: {string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
        return new(0, -1, false, PlainText.Of(raw), raw, PlainText.Of(term), source.Span(item.Span.Start, item.Span.End + 1));
    }

    private static string Slice(Markdig.Syntax.Block block, SourceText source) =>
        block.Span.IsEmpty ? "" : source.Text[block.Span.Start..Math.Min(block.Span.End + 1, source.Text.Length)].Trim();
}
