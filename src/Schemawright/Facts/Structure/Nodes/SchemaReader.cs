using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Nodes;

/// <summary>Reads OpenAPI's schemas and JSON Schema. A schema without an id outside of a data model stays weak: it may be a request or an answer.</summary>
internal sealed class SchemaReader : IFactReader
{
    private static readonly string[] Messages = ["request", "response", "input", "output", "error", "list", "page", "create", "update", "patch", "payload", "body", "params", "query", "result", "problem", "envelope", "meta", "pagination", "dto", "links"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Interface);
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && Mentions(fence)))
        {
            if (NodeFences.Parse(fence) is MapNode root && Schemas(root, fence) is { Count: > 0 } schemas)
            {
                Write(schemas, writer, Subjects.IsDataModel(fence.Headings));
                facts.Claim(fence);
            }
        }
    }

    private static bool Mentions(CodeFence fence) => fence.Lines.Any(line => line.Text.Contains("properties", StringComparison.Ordinal)) && fence.Lines.Any(line => line.Text.Contains("type", StringComparison.Ordinal) || line.Text.Contains("$ref", StringComparison.Ordinal));

    /// <summary>The named schemas of the root: those of OpenAPI, of definitions, the root itself, or a map of nothing else.</summary>
    private static List<MapEntry> Schemas(MapNode root, CodeFence fence)
    {
        var found = new List<MapEntry>();
        foreach (var holder in (MapNode?[])[root.Map("components")?.Map("schemas"), root.Map("definitions"), root.Map("$defs"), root.Map("schemas")])
        {
            found.AddRange(holder?.Entries ?? []);
        }

        if (root.Map("properties") is not null && root.At("name") is not ScalarNode)
        {
            var name = root.Text("title") is { } title && EntityNames.IsName(title) ? title : Subjects.OfData(fence.Headings);
            found.AddRange(name is null ? [] : [new(name, root, root.Place, fence.Lines[0].Text.Trim())]);
        }
        else if (found.Count == 0)
        {
            found.AddRange(root.Entries.Where(entry => entry.Value is MapNode map && map.Map("properties") is not null && (map.Text("type") is "object" || map.At("required") is ListNode)));
        }

        return found.FindAll(entry => entry.Value is MapNode && EntityNames.IsName(entry.Key));
    }

    private static void Write(List<MapEntry> schemas, FactWriter writer, bool inDataModel)
    {
        var values = schemas.Where(entry => entry.Value is MapNode map && map.Map("properties") is null && map.At("enum") is ListNode)
            .DistinctBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(entry => entry.Key, entry => ((ListNode)((MapNode)entry.Value).At("enum")!).Items.OfType<ScalarNode>().Select(item => item.Text).ToSeq(), StringComparer.Ordinal);
        var named = schemas.DistinctBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(entry => entry.Key, entry => (MapNode)entry.Value, StringComparer.Ordinal);
        var properties = new SchemaProperty(values);
        foreach (var schema in schemas.Where(entry => !values.ContainsKey(entry.Key)))
        {
            var members = Members((MapNode)schema.Value, named).ToList();
            if (members.Count > 0)
            {
                WriteOne(schema, members, properties, writer, inDataModel);
            }
        }
    }

    private static void WriteOne(MapEntry schema, List<(MapEntry Entry, bool? Required)> members, SchemaProperty properties, FactWriter writer, bool inDataModel)
    {
        var isMessage = Naming.Words(schema.Key) is { Count: > 1 } words && (Messages.Contains(words[^1], StringComparer.Ordinal) || Messages.Contains(words[0], StringComparer.Ordinal));
        var hasKey = members.Exists(member => Naming.Words(member.Entry.Key) is ["id"] or ["uuid"]);
        writer.Entity(schema.Key, ((MapNode)schema.Value).Text("description"), schema.Line, schema.Words, weak: isMessage || (!inDataModel && !hasKey));
        foreach (var (entry, required) in members)
        {
            var fact = properties.Complete(writer.Blank(schema.Key, entry.Key, entry.Place, entry.Words) with { Required = required }, entry.Value);
            writer.Attribute(fact);
            if (fact is { References: { } other, Type.IsArray: true })
            {
                writer.Relationship(new RelationshipFact(schema.Key, other, null, Cardinality.ZeroOrMore, null, entry.Key, null, writer.Form, writer.Document.Kind, entry.Place, entry.Words));
            }
        }
    }

    /// <summary>The schema's own properties and those of what it is put together from.</summary>
    private static IEnumerable<(MapEntry Entry, bool? Required)> Members(MapNode schema, Dictionary<string, MapNode> named, int depth = 0)
    {
        var parts = depth < 4 && schema.At("allOf") is ListNode all ? all.Items.OfType<MapNode>() : [];
        foreach (var part in parts)
        {
            var target = SchemaProperty.Reference(part) is { } name ? named.GetValueOrDefault(name) : part;
            foreach (var member in target is null ? [] : Members(target, named, depth + 1))
            {
                yield return member;
            }
        }

        var required = (schema.At("required") as ListNode)?.Items.OfType<ScalarNode>().Select(item => item.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in schema.Map("properties")?.Entries ?? [])
        {
            var own = entry.Value is MapNode map && map.At("required") is ScalarNode scalar ? scalar : null;
            yield return (entry, own is { IsTrue: true } ? true : own is { IsFalse: true } ? false : required?.Contains(entry.Key));
        }
    }
}
