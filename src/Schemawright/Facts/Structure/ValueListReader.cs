using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.States;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Reads the values of an attribute where a section about an entity lists them: "status (open, closed)", or a block "Categories:".</summary>
internal sealed class ValueListReader : IFactReader
{
    private static readonly string[] ValueNouns = ["status", "state", "type", "category", "priority", "role", "level", "method", "stage", "severity", "kind"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var block in document.Blocks.Where(block => !facts.IsClaimed(block)))
        {
            if (block is ListBlock list && Subjects.OfFeature(list.Headings) is { } entity)
            {
                ReadItems(list, entity, writer);
            }
            else if (block is CodeFence fence && fence.Lines.Any(line => IsCategoryLabel(line.Text)))
            {
                ReadFence(fence, writer);
            }
        }
    }

    private static bool IsCategoryLabel(string text) => text.Trim().TrimEnd(':').ToLowerInvariant() is "categories" or "category" or "priorities" or "types" && text.TrimEnd().EndsWith(':');

    private static void ReadItems(ListBlock list, string entity, FactWriter writer)
    {
        foreach (var item in list.Items)
        {
            if (Listed(item.Text) is var (attribute, values))
            {
                Write(writer, entity, attribute, values, item.Span, item.Text);
            }
        }
    }

    private static void Write(FactWriter writer, string entity, string attribute, Seq<string> values, SourceSpan place, string words) =>
        writer.Attribute(writer.Blank(entity, attribute, place, words) with { Type = new DataType(DataKind.Enumeration, Values: values) });

    /// <summary>The noun right before a bracketed list, or one word before it ("status tracking (…)").</summary>
    private static (string Attribute, Seq<string> Values)? Listed(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open <= 0 ? -1 : TextScan.Closing(text, open);
        if (close < 0 || !text[open..close].Contains(',') || TextScan.HasWord(text[open..close], "e.g") || TextScan.HasWord(text[open..close], "etc"))
        {
            return null;
        }

        var words = Naming.Words(text[..open]);
        var noun = words.Reverse().Take(2).FirstOrDefault(word => ValueNouns.Contains(word, StringComparer.Ordinal));
        return noun is not null && !text[..open].Holds("based") && ValueLists.Parse(text[open..(close + 1)]) is { } values && values.All(value => char.IsLetter(value[0])) ? (noun, values) : null;
    }

    /// <summary>Items under "Categories:" in a block whose title or heading names the entity.</summary>
    private static void ReadFence(CodeFence fence, FactWriter writer)
    {
        var roots = FenceTree.Of(fence);
        var title = roots.Find(node => node.Is("rule", "title", "entity", "workflow") && node.Value.Length > 0);
        var entity = (title is null ? null : Titled(title.Value)) ?? Subjects.OfFeature(fence.Headings);
        var list = roots.Find(node => node.Is("categories", "category", "priorities") && node.Children.Count > 1);
        if (entity is null || list is null)
        {
            return;
        }

        var values = list.Children.Select(child => child.Key.Trim().Trim('"')).Where(StateArrow.IsState).ToSeq();
        if (values.Count == list.Children.Count)
        {
            var first = list.Line.Source.Span;
            Write(writer, entity, Nouns.Singular(list.Key.ToLowerInvariant()), values, first, $"{list.Key}: {string.Join(", ", values)}");
            foreach (var child in list.Children)
            {
                writer.Facts.Classify(child.Line.Source.Span, StatementClass.Fact, $"a value of {entity}");
            }
        }
    }

    /// <summary>"Order Categorization" gives Order; a title that ends otherwise names no entity.</summary>
    private static string? Titled(string title) => Subjects.OfTitle(title) is { } name && name.Length < title.Trim().Length ? name : null;
}
