using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Facts.Structure;

/// <summary>Reads blocks of a name and its attributes inside fences, whatever language the fence names.</summary>
internal sealed class EntityBlockReader : IFactReader
{
    private static readonly string[] CodeLanguages =
        ["sql", "mermaid", "typescript", "ts", "javascript", "js", "tsx", "jsx", "json", "bash", "sh", "python", "py", "java", "csharp", "cs", "go", "php", "ruby", "css", "html", "dockerfile", "nginx", "env", "http", "ini", "toml", "xml"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.EntityBlock);
        foreach (var fence in document.Blocks.OfType<CodeFence>())
        {
            if (!facts.IsClaimed(fence) && !CodeLanguages.Contains(fence.Language, StringComparer.Ordinal) && !Subjects.IsInterface(fence.Headings))
            {
                ReadFence(fence, writer);
            }
        }
    }

    private static void ReadFence(CodeFence fence, FactWriter writer)
    {
        var inDataModel = Subjects.IsDataModel(fence.Headings);
        var found = EntityBlocks.In(fence);
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

    private static void Write(EntityBlock block, FactWriter writer, bool weak)
    {
        writer.Entity(block.Name, block.Remark, block.Title.Span, block.Title.Text.Trim(), weak);
        foreach (var (line, attribute) in block.Attributes)
        {
            writer.Attribute(attribute.Complete(writer.Blank(block.Name, attribute.Name, line.Span, line.Text.Trim())));
        }
    }
}
