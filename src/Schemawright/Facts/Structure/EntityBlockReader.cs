using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Reads blocks of a name and its attributes inside fences, whatever language the fence names.</summary>
internal sealed class EntityBlockReader : IFactReader
{
    private static readonly string[] CodeLanguages =
        ["sql", "mermaid", "typescript", "ts", "javascript", "js", "tsx", "jsx", "json", "bash", "sh", "python", "py", "java", "csharp", "cs", "go", "php", "ruby", "css", "html", "dockerfile", "nginx", "env", "http", "ini", "toml", "xml"];

    private static readonly DiagnosticKind IsNoName = new(
        "SW2001", Severity.Warning, "A title cannot name an entity",
        "“{0}” cannot name an entity, so the {1} attributes below it are not modelled",
        "The lines below it look like attributes, but without a usable name there is no table to put them in.",
        "give it a name of letters, digits and spaces that begins with a letter");

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.EntityBlock);
        foreach (var fence in document.Blocks.OfType<CodeFence>())
        {
            if (!facts.IsClaimed(fence) && !CodeLanguages.Contains(fence.Language, StringComparer.Ordinal) && !Subjects.IsInterface(fence.Headings))
            {
                ReadFence(fence, writer, findings);
            }
        }
    }

    private static void ReadFence(CodeFence fence, FactWriter writer, Findings findings)
    {
        var inDataModel = Subjects.IsDataModel(fence.Headings);
        var read = EntityBlocks.In(fence).ToLookup(block => block.IsNamed);
        ReportNameless(read[false], writer, findings);
        var found = read[true].ToList();
        var entities = found.Where(block => block.IsEntity(inDataModel)).ToList();
        foreach (var block in entities)
        {
            Write(block, writer, weak: !inDataModel && EntityNames.IsTransient(block.Name));
        }

        if (entities.Count > 0 && entities.Count == found.Count)
        {
            writer.Facts.Claim(fence);
        }
    }

    /// <summary>Attributes without an entity are asked about, never dropped.</summary>
    private static void ReportNameless(IEnumerable<EntityBlock> blocks, FactWriter writer, Findings findings)
    {
        foreach (var block in blocks.Where(block => block.IsEntity(inDataModel: false)))
        {
            var count = block.Attributes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            findings.Report(IsNoName, block.Title.Span, Shown(block.Title.Text.Trim()), count);
            writer.Facts.Classify(block.Title.Span, StatementClass.Fact, "heads attributes, but cannot be a name");
            foreach (var (line, _) in block.Attributes)
            {
                writer.Facts.Classify(line.Span, StatementClass.Fact, "an attribute of something without a usable name");
            }
        }
    }

    private static string Shown(string title) => title.Length <= 40 ? title : title[..40] + "…";

    private static void Write(EntityBlock block, FactWriter writer, bool weak)
    {
        writer.Entity(block.Name, block.Remark, block.Title.Span, block.Title.Text.Trim(), weak);
        foreach (var (line, attribute) in block.Attributes)
        {
            var fact = attribute.Complete(writer.Blank(block.Name, attribute.Name, line.Span, line.Text.Trim()));
            writer.Attribute(attribute.ItemsOf is { } items ? fact with { References = items, Type = new DataType(DataKind.Unknown, IsArray: true) } : fact);
        }

        foreach (var line in block.Keys)
        {
            writer.Key(KeyLineReader.Key(block.Name, line.Text.TrimStart(' ', '\t', '-', '*', '+', '•', '·'), line.Span)!);
        }
    }
}
