using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>A line of a list, paragraph or plain fence with its place and the entity it hangs under.</summary>
/// <param name="Subject">The outer bullet, the lead-in or the heading that names an entity; null when none does.</param>
/// <param name="Above">The outer bullet or the lead-in; null when there is none.</param>
internal sealed record PlacedLine(string Text, SourceSpan Span, string? Subject, string? Above = null);

/// <summary>Cuts blocks into their lines: a paragraph may hold a list that nobody marked as one.</summary>
internal static class PlacedLines
{
    private static readonly string[] PlainLanguages = ["", "text", "txt", "plaintext", "plain", "ascii", "diagram", "erd"];

    public static bool IsPlain(CodeFence fence) => PlainLanguages.Contains(fence.Language, StringComparer.Ordinal);

    public static IEnumerable<PlacedLine> Of(Block block, string? leadIn) => block switch
    {
        ListBlock list => OfList(list, leadIn),
        ParagraphBlock paragraph => OfParagraph(paragraph, leadIn),
        CodeFence fence when IsPlain(fence) => fence.Lines.Select(line => new PlacedLine(line.Text.Trim(), line.Span, Subjects.OfData(fence.Headings))),
        _ => [],
    };

    private static IEnumerable<PlacedLine> OfList(ListBlock list, string? leadIn)
    {
        var outer = LeadIns.Entity(leadIn) ?? Heading(list.Headings);
        foreach (var item in list.Items)
        {
            yield return new(item.Text, item.Span, Named(list, item) ?? outer, item.Parent >= 0 ? list.Items[item.Parent].Text : list.LeadIn);
        }
    }

    private static string? Heading(Seq<string> headings) => Subjects.OfData(headings) ?? Subjects.OfRelationships(headings) ?? Subjects.OfBareTitle(headings);

    /// <summary>The nearest outer bullet that is a name.</summary>
    private static string? Named(ListBlock list, ListItem item)
    {
        for (var (at, steps) = (item.Parent, 0); at >= 0 && steps < 8; at = list.Items[at].Parent, steps++)
        {
            var title = list.Items[at].Label ?? list.Items[at].Text;
            var cut = Remarks.Cut(title);
            if (EntityNames.Undecorated(cut < 0 ? title : title[..cut]) is var name && EntityNames.IsTitle(name))
            {
                return name;
            }
        }

        return null;
    }

    private static IEnumerable<PlacedLine> OfParagraph(ParagraphBlock paragraph, string? leadIn)
    {
        var subject = LeadIns.Entity(leadIn) ?? Heading(paragraph.Headings);
        if (!paragraph.Raw.Contains('\n', StringComparison.Ordinal))
        {
            return [new(paragraph.Text, paragraph.Span, subject)];
        }

        return OfLines(paragraph, subject);
    }

    /// <summary>A line that is nothing but a bold name is the subject of the lines after it.</summary>
    private static IEnumerable<PlacedLine> OfLines(ParagraphBlock paragraph, string? subject)
    {
        var lines = paragraph.Raw.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var bold = lines[index].Trim().TrimEnd('\\', ':').Trim();
            subject = bold.StartsWith("**", StringComparison.Ordinal) ? LeadIns.Entity(bold) ?? subject : subject;
            yield return new(Plain(lines[index]), Place(paragraph.Span, index, lines[index]), subject);
        }
    }

    private static string Plain(string line) => line.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Trim().TrimEnd('\\').Trim();

    private static SourceSpan Place(SourceSpan paragraph, int index, string line)
    {
        var number = paragraph.Line + index;
        var column = index == 0 ? paragraph.Column : 1 + (line.Length - line.TrimStart().Length);
        return new(paragraph.Document, number, column, number, Math.Max(column, column + line.Trim().Length - 1));
    }
}
