using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Described;

namespace Schemawright.Facts.Structure;

/// <summary>
/// Reads value objects: under such a heading "Address: street, city, country" is no table but the parts of every attribute whose type is Address, which
/// become columns of their own.
/// </summary>
internal sealed class ValueObjectReader : IFactReader
{
    /// <summary>Marks an attribute whose parts stand for it.</summary>
    public const string Mark = "parts-of-a-value-object";

    private const int FewestParts = 2;

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "value objects", "value object", "value types", "embedded objects", "embedded types", "embeddables", "composite types", "compound types", "complex types", "shared types", "structured types",
    };

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var (name, parts, place, words) in document.Blocks.Where(block => block.Headings.Count > 0 && Titles.Contains(HeadingNames.Of(block.Headings[^1]).ToLowerInvariant())).SelectMany(Listed).ToList())
        {
            foreach (var whole in facts.Facts.OfType<AttributeFact>().Where(fact => IsOf(fact, name)).ToList())
            {
                Split(whole, parts, place, words, writer);
            }
        }
    }

    private static IEnumerable<(string Name, Seq<AttributeLine> Parts, SourceSpan Place, string Words)> Listed(Block block) =>
        block is ListBlock or ParagraphBlock ? PlacedLines.Of(block, null).Select(line => Of(line)).OfType<(string, Seq<AttributeLine>, SourceSpan, string)>() : [];

    private static (string Name, Seq<AttributeLine> Parts, SourceSpan Place, string Words)? Of(PlacedLine line)
    {
        if (InlineListReader.Parts(line.Text, inDataModel: true) is not var (title, list) || EntityNames.Undecorated(title) is not { } name || !EntityNames.IsTitle(name) || !char.IsUpper(name[0]))
        {
            return null;
        }

        var parts = SpokenPieces.Cut(list, _ => false).Select(SpokenNames.Read).ToList();
        return parts.Count >= FewestParts && parts.TrueForAll(part => part is not null) ? (name, parts.Select(part => part!).ToSeq(), line.Span, line.Text) : null;
    }

    /// <summary>The type of the attribute is the value object, be it with a remark behind it.</summary>
    private static bool IsOf(AttributeFact fact, string name) =>
        fact.References is null && !fact.Marks.Contains(Mark, StringComparer.Ordinal) && (fact.TypeText ?? fact.Note ?? "").Split([';', ',', '(', '–', '—'], 2)[0].Trim().Equals(name, StringComparison.Ordinal);

    private static void Split(AttributeFact whole, Seq<AttributeLine> parts, SourceSpan place, string words, FactWriter writer)
    {
        writer.Facts.Add(whole with { Marks = [.. whole.Marks, Mark] });
        foreach (var part in parts)
        {
            var blank = new AttributeFact(whole.Entity, $"{Naming.Snake(whole.Name)}_{Naming.Snake(part.Name)}", whole.Form, whole.Document, whole.Source, whole.Words);
            var fact = part.Complete(blank with { Required = whole.Required });
            writer.Attribute(part.Optional || fact.Required == false ? fact with { Required = false } : fact);
            writer.Attribute(part.Complete(writer.Blank(whole.Entity, blank.Name, place, words)));
        }
    }
}
