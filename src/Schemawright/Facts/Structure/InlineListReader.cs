using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Facts.Structure;

/// <summary>Reads attributes in one line: "Events: id (PK), group_id (FK), title", or "Key attributes: id, name" under an entity's heading.</summary>
internal sealed class InlineListReader : IFactReader
{
    private static readonly string[] Labels =
        ["attributes", "key attributes", "fields", "key fields", "properties", "columns", "main attributes", "main fields", "required attributes", "data fields", "stored fields", "required fields"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var block in document.Blocks.Where(block => !facts.IsClaimed(block) && !Subjects.IsInterface(block.Headings)))
        {
            foreach (var (text, span) in Lines(block))
            {
                ReadLine(text, span, block.Headings, writer);
            }
        }
    }

    private static IEnumerable<(string Text, SourceSpan Span)> Lines(Block block) => block switch
    {
        ListBlock list => list.Items.Select(item => (item.Text, item.Span)),
        ParagraphBlock paragraph => [(paragraph.Text, paragraph.Span)],
        CodeFence { Language: "" or "text" } fence => fence.Lines.Select(line => (line.Text.Trim(), line.Span)),
        _ => [],
    };

    private static void ReadLine(string text, SourceSpan span, Seq<string> headings, FactWriter writer)
    {
        var colon = text.Length > 600 ? -1 : text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon > 60 || !text.AsSpan(colon).Contains(','))
        {
            return;
        }

        var label = EntityNames.Undecorated(text[..colon]);
        var announced = Labels.Contains(label.ToLowerInvariant(), StringComparer.Ordinal);
        var entity = announced ? Subjects.OfData(headings) : EntityNames.IsTitle(label) ? label : null;
        if (entity is null || InlineAttributes.Of(text[(colon + 1)..]) is not { Count: > 1 } lines)
        {
            return;
        }

        if (announced || (lines.Count > 2 && InlineAttributes.HoldKey(lines) && lines.TrueForAll(line => line.IsIdentifier || line.Type.StartsWith('('))))
        {
            writer.Entity(entity, null, span, text);
            InlineAttributes.Write(entity, lines, span, text, writer);
        }
    }
}
