using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Mermaid;

/// <summary>Reads Mermaid's erDiagram: attribute blocks and crow's-foot lines.</summary>
internal sealed class MermaidEr : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Diagram);
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => MermaidText.Opens(fence, "erdiagram")))
        {
            new MermaidErDiagram(writer).Read(fence);
            facts.Claim(fence);
        }
    }
}

/// <summary>One diagram while it is read.</summary>
internal sealed class MermaidErDiagram(FactWriter writer)
{
    private readonly HashSet<string> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);

    public void Read(CodeFence fence)
    {
        string? open = null;
        foreach (var line in fence.Lines)
        {
            var text = MermaidText.WithoutComment(line.Text).Trim();
            if (text.Length == 0 || text.StartsWith("erDiagram", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (open is not null)
            {
                open = ReadAttribute(open, text, line);
            }
            else if (CrowsFoot.Find(text) is { } link)
            {
                ReadRelationship(link, line);
            }
            else
            {
                open = ReadOpening(text, line);
            }
        }
    }

    /// <summary>The block that stays open after the line: <c>Order {</c>; <c>Order { int id }</c> closes at once.</summary>
    private string? ReadOpening(string text, CodeLine line)
    {
        var brace = text.IndexOf('{', StringComparison.Ordinal);
        var name = Name(brace < 0 ? text : text[..brace]);
        if (name.Length == 0 || name.Contains(' ') && brace < 0 && !text.StartsWith('"'))
        {
            return null;
        }

        Entity(name, line);
        if (brace < 0)
        {
            return null;
        }

        var inner = text[(brace + 1)..];
        return inner.Contains('}') || inner.Trim().Length > 0 ? ReadAttribute(name, inner, line) : name;
    }

    private string? ReadAttribute(string entity, string text, CodeLine line)
    {
        var close = text.IndexOf('}', StringComparison.Ordinal);
        var body = close < 0 ? text : text[..close];
        if (MermaidAttribute.Parse(body) is { } attribute)
        {
            writer.Attribute(attribute.Complete(writer.Blank(entity, attribute.Name, line.Span, line.Text.Trim())));
        }

        return close < 0 ? entity : null;
    }

    private void ReadRelationship(CrowsFoot link, CodeLine line)
    {
        var (from, to) = (Name(link.Left), Name(link.Right));
        if (from.Length == 0 || to.Length == 0)
        {
            return;
        }

        Entity(from, line);
        Entity(to, line);
        writer.Relationship(new RelationshipFact(
            from, to, link.LeftMany, link.RightMany, link.Label, null, null, FactForm.Diagram, writer.Document.Kind, line.Span, line.Text.Trim()));
    }

    private void Entity(string name, CodeLine line)
    {
        if (_entities.Add(name))
        {
            writer.Entity(name, null, line.Span, line.Text.Trim());
        }
    }

    /// <summary><c>p[Person]</c> declares a title, used wherever <c>p</c> stands later.</summary>
    private string Name(string text)
    {
        var name = text.Trim();
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        if (bracket > 0 && name.EndsWith(']'))
        {
            var title = name[(bracket + 1)..^1].Trim('"', ' ');
            _titles[name[..bracket].Trim()] = title;
            return title;
        }

        return _titles.TryGetValue(name, out var known) ? known : name.Trim('"').Trim();
    }
}
