using Markdig.Syntax;
using Schemawright.Collections;

namespace Schemawright.Documents;

/// <summary>Flattens nested lists into items that know their depth and parent.</summary>
internal static class MarkdownLists
{
    /// <returns>The list; where labels stand between its items, the lists and the labels as paragraphs, in their order.</returns>
    /// <param name="others">Takes what an item holds besides its text and sub-lists: code, tables, further paragraphs.</param>
    public static IEnumerable<Block> Read(Markdig.Syntax.ListBlock list, SourceText source, string? leadIn, Seq<string> headings, Action<Markdig.Syntax.Block> others)
    {
        var flat = new Flattened(source, [], [], []);
        Flatten(list, flat, 0, -1);
        foreach (var block in Blocks(list, flat, leadIn, headings))
        {
            yield return block;
        }

        flat.Rest.ForEach(others);
    }

    /// <param name="Labels">Lines that head the items from an index on.</param>
    private sealed record Flattened(SourceText Source, List<ListItem> Items, List<Markdig.Syntax.Block> Rest, List<(int Before, int Start, int End)> Labels);

    private static IEnumerable<Block> Blocks(Markdig.Syntax.ListBlock list, Flattened flat, string? leadIn, Seq<string> headings)
    {
        var (first, start) = (0, list.Span.Start);
        foreach (var label in flat.Labels.Where(label => label.Before == flat.Items.Count || flat.Items[label.Before].Depth == 0))
        {
            yield return new ListBlock(list.IsOrdered, leadIn, Part(flat.Items, first, label.Before), flat.Source.Span(start, label.Start), headings);
            var raw = flat.Source.Text[label.Start..label.End];
            var paragraph = new ParagraphBlock(PlainText.Of(raw), raw, flat.Source.Span(label.Start, label.End), headings);
            yield return paragraph;
            (first, start, leadIn) = (label.Before, label.End, paragraph.Text);
        }

        if (first < flat.Items.Count || first == 0)
        {
            yield return new ListBlock(list.IsOrdered, leadIn, Part(flat.Items, first, flat.Items.Count), flat.Source.Span(start, list.Span.End + 1), headings);
        }
    }

    private static Seq<ListItem> Part(List<ListItem> items, int first, int end) =>
        items.Skip(first).Take(end - first).Select(item => item.Parent < 0 ? item : item with { Parent = item.Parent - first }).ToSeq();

    private static void Flatten(Markdig.Syntax.ListBlock list, Flattened flat, int depth, int parent)
    {
        foreach (var entry in list.OfType<ListItemBlock>())
        {
            var paragraph = entry.FirstOrDefault() as Markdig.Syntax.ParagraphBlock;
            var self = flat.Items.Count;
            var label = AddItem(entry, paragraph, flat, depth, parent, list.IsOrdered);
            foreach (var child in entry.Where(child => child != paragraph))
            {
                if (child is Markdig.Syntax.ListBlock nested)
                {
                    Flatten(nested, flat, depth + 1, self);
                }
                else
                {
                    flat.Rest.Add(child);
                }
            }

            if (label is var (start, end))
            {
                flat.Labels.Add((flat.Items.Count, start, end));
            }
        }
    }

    private static (int Start, int End)? AddItem(ListItemBlock entry, Markdig.Syntax.ParagraphBlock? paragraph, Flattened flat, int depth, int parent, bool ordered)
    {
        var start = paragraph?.Span.Start ?? entry.Span.Start;
        var lines = ItemLines.Of(flat.Source, start, paragraph is null ? start : Math.Min(paragraph.Span.End + 1, flat.Source.Text.Length));
        var self = flat.Items.Count;
        flat.Items.Add(Item(flat.Source, start, lines.End, depth, parent, ordered));
        flat.Items.AddRange(lines.Under.Select(line => Item(flat.Source, line.Start, line.End, depth + 1, self, false)));
        return lines.Label;
    }

    private static ListItem Item(SourceText source, int start, int end, int depth, int parent, bool ordered)
    {
        var raw = WithoutTaskBox(source.Text[start..end].Trim());
        return new(depth, parent, ordered, NumberedLines.Unnumbered(PlainText.Of(raw)), raw, Label(raw), source.Span(start, end));
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
