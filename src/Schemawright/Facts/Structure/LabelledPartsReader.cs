using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Relations;
using Schemawright.Facts.Structure.States;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>
/// Reads the labelled lines under a described thing that tell something else than its fields: "Relations: skipper (Member), berth (Berth)",
/// "Status: moored → sailing → moored", "Types: sail, motor", "Unique: club + sail number".
/// </summary>
internal sealed class LabelledPartsReader : IFactReader
{
    private const int LongestLine = 400;
    private const int LongestLabel = 40;

    private static readonly string[] References =
        ["relations", "relationships", "relation", "references", "associations", "links to", "linked to", "refers to", "foreign keys", "related entities", "related to", "belongs to", "connections"];

    private static readonly string[] Values = ["status", "state", "type", "kind", "category", "role", "priority", "level", "stage", "phase", "severity", "visibility", "method", "condition", "tier"];

    private static readonly string[] Closings = [" values", " flow", " transitions", " options", " lifecycle", " list"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        var read = facts.Facts.Where(fact => fact is AttributeFact or StateMachineFact or KeyFact).Select(fact => fact.Source).ToHashSet();
        var things = new ReferenceList(Things(document, facts));
        string? leadIn = null;
        foreach (var block in document.Blocks)
        {
            if (block is ListBlock or ParagraphBlock && !facts.IsClaimed(block) && !Subjects.IsInterface(block.Headings))
            {
                var lines = PlacedLines.Of(block, leadIn).ToList();
                var described = lines.Where(line => ListsFields(line.Text)).Select(line => line.Subject).ToHashSet(StringComparer.Ordinal);
                foreach (var line in lines.Where(line => line.Subject is not null && !read.Contains(line.Span) && line.Text.Length < LongestLine))
                {
                    if (ReadLine(line, Subjects.IsDataModel(block.Headings) || described.Contains(line.Subject), things, writer))
                    {
                        facts.Claim(line.Span);
                    }
                }
            }

            leadIn = block is ParagraphBlock paragraph ? paragraph.Raw : null;
        }
    }

    /// <summary>The keys of what other readers know and of what has lines of fields.</summary>
    private static HashSet<string> Things(ProductDocument document, FactCollector facts) =>
        [
            .. facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => Naming.EntityKey(fact.Name)),
            .. document.Blocks.Where(block => block is ListBlock or ParagraphBlock).SelectMany(block => PlacedLines.Of(block, null)).Where(line => line.Subject is not null && ListsFields(line.Text)).Select(line => Naming.EntityKey(line.Subject!)),
        ];

    private static bool ListsFields(string text) => Labelled(text) is var (label, _) && AttributeLabels.IsInline(label);

    private static (string Label, string List)? Labelled(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= LongestLabel && text[(colon + 1)..].Trim() is { Length: > 0 } rest ? (EntityNames.Undecorated(text[..colon]).ToLowerInvariant(), rest) : null;
    }

    private static bool ReadLine(PlacedLine line, bool isData, ReferenceList things, FactWriter writer)
    {
        if (Labelled(line.Text) is not var (label, rest))
        {
            return false;
        }

        return References.Contains(label, StringComparer.Ordinal) ? things.Write(rest, line.Subject!, writer, line.Span, line.Text) : isData && (Key(line, writer) || (Named(label) is { } attribute && Tell(line, attribute, rest, writer)));
    }

    private static bool Key(PlacedLine line, FactWriter writer)
    {
        if (KeyLineReader.Key(line.Subject!, line.Text, line.Span) is not { } key)
        {
            return false;
        }

        writer.Key(key);
        return true;
    }

    /// <summary>"Roles", "status values", "Status flow": the attribute whose values follow; null when the label tells something else.</summary>
    private static string? Named(string label)
    {
        var closing = Array.Find(Closings, closing => label.EndsWith(closing, StringComparison.Ordinal));
        var words = Naming.Words(closing is null ? label : label[..^closing.Length]);
        return words.Count is 1 or 2 && Values.Contains(Nouns.Singular(words[^1]), StringComparer.Ordinal) ? string.Join('_', words.Take(words.Count - 1).Append(Nouns.Singular(words[^1]))) : null;
    }

    private static bool Tell(PlacedLine line, string attribute, string rest, FactWriter writer)
    {
        if (StateListReader.Flow(rest, line.Span) is { States: > 1 } flow)
        {
            writer.Attribute(writer.Blank(line.Subject!, attribute, line.Span, line.Text));
            writer.StateMachine(flow.Fact(line.Subject, writer.Form, writer.Document.Kind, line.Span, line.Text, complete: true) with { Attribute = attribute });
            return true;
        }

        if (ValueLists.Parse(rest) is not { } values || values.Any<string>(value => !char.IsLetter(value[0]) || Naming.Words(value).Count > 3 || TypeWords.Read(value, value) is not null))
        {
            return false;
        }

        writer.Attribute(writer.Blank(line.Subject!, attribute, line.Span, line.Text) with { Type = new DataType(DataKind.Enumeration, Values: values) });
        return true;
    }
}
