using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Mermaid;

/// <summary>Reads class diagrams of Mermaid and PlantUML: classes with data members, and the lines between them. A class of methods alone is no entity.</summary>
internal sealed class ClassDiagram : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Diagram);
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && (MermaidText.Opens(fence, "classdiagram") || MermaidText.Opens(fence, "@startuml"))))
        {
            var classes = ClassBlock.In(fence).Where(block => block.Members.Count > 0).ToList();
            foreach (var block in classes)
            {
                Write(block, writer);
            }

            var names = classes.ToDictionary(block => block.Alias, block => block.Name, StringComparer.Ordinal);
            foreach (var line in classes.Count > 0 ? fence.Lines : [])
            {
                if (ClassLine.Parse(line.Text) is { } link && names.TryGetValue(link.From, out var from) && names.TryGetValue(link.To, out var to))
                {
                    writer.Relationship(new RelationshipFact(from, to, link.FromMany, link.ToMany, link.Label, null, null, FactForm.Diagram, document.Kind, line.Span, line.Text.Trim()));
                }
            }

            if (classes.Count > 0)
            {
                facts.Claim(fence);
            }
        }
    }

    private static void Write(ClassBlock block, FactWriter writer)
    {
        writer.Entity(block.Name, null, block.Opening.Span, block.Opening.Text.Trim(), weak: EntityNames.IsTransient(block.Name));
        foreach (var (line, member) in block.Members)
        {
            writer.Attribute(member.Complete(writer.Blank(block.Name, member.Name, line.Span, line.Text.Trim())));
        }
    }
}

/// <summary>One class of a diagram with its data members.</summary>
internal sealed record ClassBlock(string Name, string Alias, CodeLine Opening, List<(CodeLine Line, AttributeLine Member)> Members)
{
    public static List<ClassBlock> In(CodeFence fence)
    {
        var blocks = new Dictionary<string, ClassBlock>(StringComparer.Ordinal);
        ClassBlock? open = null;
        foreach (var line in fence.Lines)
        {
            var text = line.Text.Trim();
            if (Opens(text) is var (name, alias))
            {
                var block = new ClassBlock(name, alias, line, []);
                blocks.TryAdd(alias, block);
                open = text.EndsWith('{') ? blocks[alias] : null;
            }
            else if (text == "}")
            {
                open = null;
            }
            else if (open is not null)
            {
                open.Add(line, text);
            }
            else if (text.Split(" : ", 2) is [var owner, var member] && blocks.TryGetValue(owner.Trim(), out var known))
            {
                known.Add(line, member.Trim());
            }
        }

        return [.. blocks.Values];
    }

    /// <summary>"class Order {", "class Order", "entity \"Order line\" as line {".</summary>
    private static (string Name, string Alias)? Opens(string text)
    {
        foreach (var keyword in (string[])["class ", "entity ", "abstract class ", "struct "])
        {
            if (text.StartsWith(keyword, StringComparison.Ordinal))
            {
                var rest = text[keyword.Length..].TrimEnd('{', ' ');
                var at = rest.IndexOf(" as ", StringComparison.Ordinal);
                var name = (at < 0 ? rest : rest[..at]).Split("<<")[0].Split(" extends ")[0].Split('~')[0].Trim().Trim('"');
                return EntityNames.IsName(name) ? (name, at < 0 ? name : rest[(at + 4)..].Split("<<")[0].Trim()) : null;
            }
        }

        return null;
    }

    /// <summary>Methods, separators and stereotypes are no members.</summary>
    private void Add(CodeLine line, string text)
    {
        var plain = text.TrimStart('+', '-', '#', '~', '*', ' ').Replace("{field}", "", StringComparison.Ordinal).Trim();
        if (plain.Length == 0 || plain.Contains("()", StringComparison.Ordinal) || plain.StartsWith("<<", StringComparison.Ordinal) || plain.All(character => character is '-' or '=' or '.' or '_'))
        {
            return;
        }

        var words = plain.Replace("<<", "(", StringComparison.Ordinal).Replace(">>", ")", StringComparison.Ordinal);
        var parts = words.Split([' '], 2, StringSplitOptions.RemoveEmptyEntries);
        var typeFirst = !words.Contains(':') && parts.Length == 2 && EntityNames.IsPlain(parts[1]) && !parts[1].Contains(' ') && TypeWords.Whole(parts[0], parts[1]) is not null;
        if ((typeFirst ? new AttributeLine(parts[1], parts[0], false) : AttributeLine.Parse(words)) is { } member && !member.Type.StartsWith("()", StringComparison.Ordinal))
        {
            Members.Add((line, member));
        }
    }
}

/// <summary>A line between classes: <c>Order "1" --> "*" Item : holds</c>. Inheritance is none.</summary>
internal sealed record ClassLine(string From, string To, Cardinality? FromMany, Cardinality? ToMany, string? Label)
{
    private static readonly string[] Lines = ["*--", "--*", "o--", "--o", "-->", "<--", "..>", "--"];

    public static ClassLine? Parse(string line)
    {
        var text = MermaidText.WithoutComment(line).Trim();
        if (text.Contains("|>", StringComparison.Ordinal) || text.Contains("<|", StringComparison.Ordinal))
        {
            return null;
        }

        if (CrowsFoot.Find(text) is { } crows)
        {
            return new(crows.Left.Trim('"'), crows.Right.Trim('"'), crows.LeftMany, crows.RightMany, crows.Label);
        }

        foreach (var mark in Lines)
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0)
            {
                return Ends(text[..at], text[(at + mark.Length)..]);
            }
        }

        return null;
    }

    private static ClassLine? Ends(string left, string right)
    {
        var colon = right.IndexOf(':', StringComparison.Ordinal);
        var label = colon < 0 ? null : right[(colon + 1)..].Trim().Trim('"');
        var (from, fromMany) = End(left, nameFirst: true);
        var (to, toMany) = End(colon < 0 ? right : right[..colon], nameFirst: false);
        return from.Length > 0 && to.Length > 0 ? new(from, to, fromMany, toMany, string.IsNullOrEmpty(label) ? null : label) : null;
    }

    private static (string Name, Cardinality? Many) End(string text, bool nameFirst)
    {
        var open = text.IndexOf('"', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('"', open + 1);
        if (close < 0)
        {
            return (text.Trim(), null);
        }

        var name = nameFirst ? text[..open] : text[(close + 1)..];
        return (name.Trim(), Boxes.BoxMarks.Parse(text[(open + 1)..close]));
    }
}
