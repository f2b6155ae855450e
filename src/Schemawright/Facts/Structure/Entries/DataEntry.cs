using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Entries;

/// <summary>A paragraph or bullet of a data model that opens with a thing in bold and goes on with what is kept of it: "4.2 **Boat**: name; length", "**Boat** – lies at a berth; `name`, `length`".</summary>
/// <param name="Title">The thing, without marks and numbering.</param>
/// <param name="Rest">The Markdown after the title and its separator; empty when the title stands alone.</param>
internal sealed record DataEntry(string Title, string Rest, SourceSpan Span, string Words)
{
    private static readonly System.Buffers.SearchValues<char> Numbering = System.Buffers.SearchValues.Create("0123456789.)( ");

    /// <summary>The entries of a document's data model, block by block; a list of which some bullets open otherwise gives none.</summary>
    public static IReadOnlyList<(Block Block, Seq<DataEntry> Entries)> In(ProductDocument document, FactCollector facts) =>
    [
        .. document.Blocks.Where(block => block is ParagraphBlock or ListBlock && Subjects.IsDataModel(block.Headings) && !facts.IsClaimed(block))
            .Select(block => (block, Of(block))).Where(found => found.Item2.Count > 0),
    ];

    private static Seq<DataEntry> Of(Block block)
    {
        if (block is ParagraphBlock paragraph)
        {
            return Read(paragraph.Raw, paragraph.Text, paragraph.Span) is { } entry ? [entry] : [];
        }

        var items = ((ListBlock)block).Items;
        var entries = items.Select(item => item.Depth == 0 ? Read(item.Raw, item.Text, item.Span) : null).OfType<DataEntry>().ToSeq();
        return entries.Count == items.Count ? entries : [];
    }

    /// <summary>"**Club** (the tenant): …".</summary>
    private static string WithoutAside(string after) =>
        after.StartsWith('(') && TextScan.Closing(after, 0) is > 0 and var closing && !EntryParts.Demands(after[1..closing]) ? after[(closing + 1)..].TrimStart() : after;

    private static DataEntry? Read(string raw, string words, SourceSpan span)
    {
        var line = raw.Replace('\n', ' ').TrimStart();
        var open = line.AsSpan().IndexOfAnyExcept(Numbering);
        if (open < 0 || !line.AsSpan(open).StartsWith("**") || line.IndexOf("**", open + 2, StringComparison.Ordinal) is not (> 0 and var close))
        {
            return null;
        }

        var bold = line[(open + 2)..close];
        var after = WithoutAside(line[(close + 2)..].TrimStart());
        var title = EntityNames.Undecorated(bold);
        var parted = bold.EndsWith(':') || after.Length == 0 || after[0] is ':' or '–' or '—' || after.StartsWith("- ", StringComparison.Ordinal);
        return parted && EntityNames.IsTitle(title) && char.IsUpper(title[0]) ? new(title, after.TrimStart(':', '–', '—', '-', ' '), span, words) : null;
    }
}
