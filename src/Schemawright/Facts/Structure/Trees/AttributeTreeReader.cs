using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Relations;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Trees;

/// <summary>Reads drawn trees of entities: a title, and on its branches attributes, references (<c>owner -> Member</c>) and "has many X". A tree of files is none.</summary>
internal sealed class AttributeTreeReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.EntityBlock);
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && TreeNode.IsTree(fence) && !Subjects.IsInterface(fence.Headings)))
        {
            var inDataModel = Subjects.IsDataModel(fence.Headings);
            var entities = All(TreeNode.Of(fence)).Select(node => EntityNode.Of(node, inDataModel)).OfType<EntityNode>().ToList();
            foreach (var entity in entities)
            {
                entity.Write(writer);
            }

            if (entities.Count > 0)
            {
                facts.Claim(fence);
                facts.Classify(fence.Span, StatementClass.Fact, "a tree of entities");
            }
        }
    }

    private static IEnumerable<TreeNode> All(List<TreeNode> roots)
    {
        var waiting = new Stack<TreeNode>(Enumerable.Reverse(roots));
        while (waiting.TryPop(out var node))
        {
            yield return node;
            for (var index = node.Children.Count - 1; index >= 0; index--)
            {
                waiting.Push(node.Children[index]);
            }
        }
    }
}

/// <summary>A node that stands for an entity, with what its branches say.</summary>
internal sealed record EntityNode(TreeNode Node, string Name, List<EntityBranch> Branches)
{
    /// <summary>Null when the title is no name or the branches are not those of an entity.</summary>
    public static EntityNode? Of(TreeNode node, bool inDataModel)
    {
        var cut = Remarks.Cut(node.Text);
        var title = cut < 0 ? node.Text : node.Text[..cut];
        var name = EntityNames.Undecorated(title);
        if (node.Children.Count == 0 || title.AsSpan().ContainsAny("/.\\>→=") || !EntityNames.IsTitle(name) || node.Children.Exists(child => LooksLikeFile(child.Text)))
        {
            return null;
        }

        var branches = node.Children.ConvertAll(EntityBranch.Of);
        var telling = branches.Count(branch => branch.Tells);
        var read = branches.Count(branch => branch.Relation is not null || branch.Attribute is not null);
        return telling > 0 && read == branches.Count && (inDataModel ? telling * 3 >= read : telling >= 2 && telling * 2 >= read) ? new(node, name, branches) : null;
    }

    public void Write(FactWriter writer)
    {
        writer.Entity(Name, Remarks.After(Node.Text, Remarks.Cut(Node.Text)), Node.Line.Span, Node.Text);
        foreach (var branch in Branches)
        {
            branch.Write(writer, Name);
        }
    }

    private static bool LooksLikeFile(string text)
    {
        var word = text.Split(' ', 2)[0];
        var dot = word.LastIndexOf('.');
        return word.EndsWith('/') || word.Contains('/', StringComparison.Ordinal) || (dot >= 0 && dot + 1 < word.Length && word.Length - dot <= 6 && char.IsLetter(word[dot + 1]) && !word.Contains(':', StringComparison.Ordinal));
    }
}

/// <summary>What one branch says: an attribute, a reference or a relationship in words.</summary>
internal sealed record EntityBranch(TreeNode Node, RelationPhrase? Relation, AttributeLine? Attribute, string? Target)
{
    /// <summary>True for what only data has: a type, a key, a reference, a relationship.</summary>
    public bool Tells => Relation is not null || Target is not null || Attribute is { IsTyped: true } || (Attribute is { } line && (Naming.Words(line.Name) is [.., "id" or "ids" or "uuid"] || line.Type.Trim('(', ')') is "PK" or "FK"));

    public static EntityBranch Of(TreeNode node)
    {
        if (RelationPhrase.Parse(node.Text) is { From: null } phrase)
        {
            return new(node, phrase, null, null);
        }

        foreach (var arrow in (string[])["──>", "──▶", "-->", "->", "→"])
        {
            var at = node.Text.IndexOf(arrow, StringComparison.Ordinal);
            if (at > 0 && AttributeLine.Parse(node.Text[..at]) is { } named && named.Name.Count(character => character == ' ') < 2)
            {
                var rest = node.Text[(at + arrow.Length)..].Trim();
                if (rest.IndexOf('(', StringComparison.Ordinal) is var open and > 0 && CardinalityWords.Pair(rest[open..]) is (var from, var to) && EntityNames.IsTitle(rest[..open].Trim()) && (from, to) != (Cardinality.ZeroOrMore, Cardinality.ExactlyOne))
                {
                    return new(node, new(null, rest[..open].Trim(), from, to, null, null), null, null);
                }

                return EntityNames.Undecorated(Leading(rest)) is var target && EntityNames.IsTitle(target) && !target.Contains(' ') ? new(node, null, named, target) : new(node, null, null, null);
            }
        }

        return new(node, null, AttributeLine.Parse(node.Text) is { } line && line.Name.Count(character => character == ' ') < 3 ? line : null, null);
    }

    public void Write(FactWriter writer, string entity)
    {
        if (Relation is not null)
        {
            RelationWriter.Write(writer, Relation, entity, Node.Line.Span, Node.Text);
            return;
        }

        var fact = Attribute!.Complete(writer.Blank(entity, Attribute.Name, Node.Line.Span, Node.Text));
        writer.Attribute(Noted(Target is null ? fact : fact with { References = Target }));
    }

    /// <summary>What hangs under an attribute are remarks on it, or the values of a status.</summary>
    private AttributeFact Noted(AttributeFact fact)
    {
        var values = Node.Children.ConvertAll(child => child.Text);
        return values.Count > 1 && fact.Type is null or { Kind: DataKind.Enumeration, Values.Count: 0 } && values.TrueForAll(value => EntityNames.IsPlain(value) && !value.Contains(' '))
            ? fact with { Type = new DataType(DataKind.Enumeration, Values: Collections.Seq.ToSeq(values)) }
            : values.Aggregate(fact, AttributeNotes.Apply);
    }

    private static string Leading(string text)
    {
        var end = text.AsSpan().IndexOfAny(" .([,;");
        return end < 0 ? text : text[..end];
    }
}
