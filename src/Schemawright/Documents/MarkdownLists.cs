using Markdig.Syntax;
using Schemawright.Collections;

namespace Schemawright.Documents;

/// <summary>Flattens nested lists into items that know their depth and parent.</summary>
internal static class MarkdownLists
{
    /// <param name="others">Takes what an item holds besides its text and sub-lists: code, tables, further paragraphs.</param>
    public static ListBlock Read(Markdig.Syntax.ListBlock list, SourceText source, string? leadIn, Seq<string> headings, Action<Markdig.Syntax.Block> others)
    {
        var items = new List<ListItem>();
        var rest = new List<Markdig.Syntax.Block>();
        Flatten(list, source, 0, -1, items, rest);
        var block = new ListBlock(list.IsOrdered, leadIn, items.ToSeq(), source.Span(list.Span.Start, list.Span.End + 1), headings);
        rest.ForEach(others);
        return block;
    }

    private static void Flatten(Markdig.Syntax.ListBlock list, SourceText source, int depth, int parent, List<ListItem> items, List<Markdig.Syntax.Block> rest)
    {
        foreach (var entry in list.OfType<ListItemBlock>())
        {
            var paragraph = entry.FirstOrDefault() as Markdig.Syntax.ParagraphBlock;
            items.Add(Item(entry, paragraph, source, depth, parent, list.IsOrdered));
            var self = items.Count - 1;
            foreach (var child in entry.Where(child => child != paragraph))
            {
                if (child is Markdig.Syntax.ListBlock nested)
                {
                    Flatten(nested, source, depth + 1, self, items, rest);
                }
                else
                {
                    rest.Add(child);
                }
            }
        }
    }

    private static ListItem Item(ListItemBlock entry, Markdig.Syntax.ParagraphBlock? paragraph, SourceText source, int depth, int parent, bool ordered)
    {
        var start = paragraph?.Span.Start ?? entry.Span.Start;
        var end = paragraph is null ? start : paragraph.Span.End + 1;
        var raw = WithoutTaskBox(source.Text[start..Math.Min(end, source.Text.Length)].Trim());
        return new(depth, parent, ordered, PlainText.Of(raw), raw, Label(raw), source.Span(start, end));
    }

    private static string WithoutTaskBox(string raw) =>
        raw.Length >= 3 && raw[0] == '[' && raw[1] is ' ' or 'x' or 'X' && raw[2] == ']' ? raw[3..].TrimStart() : raw;

    /// <summary>The term in bold or code that opens the item.</summary>
    private static string? Label(string raw)
    {
        foreach (var mark in (string[])["**", "__", "`"])
        {
            if (raw.StartsWith(mark, StringComparison.Ordinal))
            {
                var close = raw.IndexOf(mark, mark.Length, StringComparison.Ordinal);
                return close < 0 ? null : PlainText.Of(raw[mark.Length..close]).TrimEnd(':', ' ');
            }
        }

        return null;
    }
}
