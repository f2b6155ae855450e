using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure;

/// <summary>Reads attributes in one line: "Events: id (PK), group_id (FK), title", or "Key attributes: id, name" under an entity's heading or bullet.</summary>
internal sealed class InlineListReader : IFactReader
{
    private const int LongestLine = 600;
    private const int LongestLabel = 60;

    private static readonly string[] Labels =
    [
        "attributes", "key attributes", "fields", "key fields", "properties", "columns", "main attributes", "main fields", "required attributes", "data fields", "stored fields", "required fields", "optional fields",
        "optional attributes", "core attributes", "core fields", "key properties", "main properties", "important fields", "data", "key data", "stores", "stored data", "has fields", "contains fields",
    ];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        string? leadIn = null;
        foreach (var block in document.Blocks)
        {
            if (!facts.IsClaimed(block) && !Subjects.IsInterface(block.Headings))
            {
                var inDataModel = Subjects.IsDataModel(block.Headings);
                foreach (var line in PlacedLines.Of(block, leadIn))
                {
                    ReadLine(line, inDataModel && block is not CodeFence, writer);
                }
            }

            leadIn = block is ParagraphBlock paragraph ? paragraph.Raw : null;
        }
    }

    private static void ReadLine(PlacedLine line, bool inDataModel, FactWriter writer)
    {
        var text = line.Text;
        var colon = text.Length > LongestLine ? -1 : text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon > LongestLabel || !text.AsSpan(colon).Contains(','))
        {
            return;
        }

        var label = EntityNames.Undecorated(text[..colon]);
        var announced = Labels.Contains(label.ToLowerInvariant(), StringComparer.Ordinal);
        var entity = announced ? line.Subject : EntityNames.IsTitle(label) ? label : null;
        var list = DeltaWords.Without(text[(colon + 1)..].Trim());
        if (entity is null || InlineAttributes.Of(list) is not { Count: > 1 } lines || (!announced && !Tells(list, lines, inDataModel)))
        {
            return;
        }

        var optional = label.StartsWith("optional", StringComparison.OrdinalIgnoreCase);
        var required = label.StartsWith("required", StringComparison.OrdinalIgnoreCase);
        writer.Entity(entity, null, line.Span, text);
        InlineAttributes.Write(entity, optional || required ? lines.ConvertAll(member => member with { Type = $"{member.Type} ({(optional ? "optional" : "required")})".Trim() }) : lines, line.Span, text, writer);
    }

    /// <summary>A key shows that the parts are stored; in a data model, names alone do, for a sentence has words that no name holds.</summary>
    private static bool Tells(string list, List<AttributeLine> lines, bool inDataModel) =>
        (lines.Count > 2 && InlineAttributes.HoldKey(lines) && lines.TrueForAll(line => line.IsIdentifier || line.Type.StartsWith('(')))
        || (inDataModel && lines.Count > 2 && NounLists.Count(list) == lines.Count);
}
