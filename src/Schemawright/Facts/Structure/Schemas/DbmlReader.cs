using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Schemas;

/// <summary>Reads DBML: tables with column settings, enums, references, indexes.</summary>
internal sealed class DbmlReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Interface);
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && IsDbml(fence)))
        {
            var (blocks, others) = SchemaBlocks.In(fence);
            var schema = new DbmlSchema(
                blocks.Where(block => block.Kind == "enum").DistinctBy(block => block.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(block => block.Name, Values, StringComparer.OrdinalIgnoreCase), writer);
            foreach (var table in blocks.Where(block => block.Kind == "table"))
            {
                schema.Write(table);
            }

            others.ForEach(schema.WriteReference);
            facts.Claim(fence);
            facts.Classify(fence.Span, StatementClass.Fact, "a schema");
        }
    }

    private static bool IsDbml(CodeFence fence) =>
        fence.Language == "dbml" || fence.Lines.Any(line => line.Text.StartsWith("Table ", StringComparison.Ordinal) && line.Text.TrimEnd().EndsWith('{'));

    private static Seq<string> Values(SchemaBlock block) => block.Body.Select(line => line.Text.Trim().Split(' ', '[')[0].Trim('"')).Where(value => value.Length > 0 && value[0] != '/').ToSeq();
}

/// <summary>The tables of one DBML text.</summary>
internal sealed class DbmlSchema(IReadOnlyDictionary<string, Seq<string>> enums, FactWriter writer)
{
    public void Write(SchemaBlock table)
    {
        writer.Entity(table.Name, Note(table.Opening.Text), table.Opening.Span, table.Opening.Text.Trim());
        var inIndexes = false;
        foreach (var line in table.Body)
        {
            var text = line.Text.Trim();
            if (text.StartsWith("indexes", StringComparison.OrdinalIgnoreCase) || text == "}")
            {
                inIndexes = text != "}";
            }
            else if (inIndexes)
            {
                WriteIndex(table, text, line);
            }
            else if (!text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("note", StringComparison.OrdinalIgnoreCase))
            {
                WriteColumn(table, text, line);
            }
        }
    }

    /// <summary><c>Ref: orders.customer_id > customers.id [delete: cascade]</c>.</summary>
    public void WriteReference(CodeLine line)
    {
        var text = line.Text.Trim();
        var colon = text.StartsWith("Ref", StringComparison.OrdinalIgnoreCase) ? text.IndexOf(':', StringComparison.Ordinal) : -1;
        if (colon < 0 || Ends(text[(colon + 1)..]) is not var (left, sign, right))
        {
            return;
        }

        var (from, to) = sign switch
        {
            ">" => (Cardinality.ZeroOrMore, Cardinality.ExactlyOne),
            "<" => (Cardinality.ExactlyOne, Cardinality.ZeroOrMore),
            "-" => (Cardinality.ZeroOrOne, Cardinality.ExactlyOne),
            _ => (Cardinality.ZeroOrMore, Cardinality.ZeroOrMore),
        };
        writer.Relationship(new RelationshipFact(
            Table(left), Table(right), from, to, null, sign is ">" or "-" ? Column(left) : sign is "<" ? Column(right) : null, ReferenceWords.OnDelete(text),
            FactForm.Interface, writer.Document.Kind, line.Span, text));
    }

    private void WriteColumn(SchemaBlock table, string text, CodeLine line)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.LastIndexOf(']');
        var words = (open < 0 ? text : text[..open]).Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2 || !EntityNames.IsPlain(words[0].Trim('"')))
        {
            return;
        }

        var name = words[0].Trim('"');
        var fact = writer.Blank(table.Name, name, line.Span, text) with
        {
            TypeText = words[1],
            Type = enums.TryGetValue(words[1], out var values) ? new DataType(DataKind.Enumeration, Values: values) : TypeWords.Read(words[1], name)?.Type,
        };
        var settings = close > open && open >= 0 ? TextScan.Split(text[(open + 1)..close], ',') : [];
        writer.Attribute(settings.Aggregate(fact, (read, setting) => Setting(read, setting.Trim())));
    }

    private static AttributeFact Setting(AttributeFact fact, string setting)
    {
        if (setting.StartsWith("ref:", StringComparison.OrdinalIgnoreCase))
        {
            return fact with { References = Table(setting[4..].Trim(' ', '>', '<', '-')) };
        }

        if (setting.StartsWith("note:", StringComparison.OrdinalIgnoreCase))
        {
            return fact with { Note = setting[5..].Trim(' ', '\'', '"') };
        }

        return setting.ToLowerInvariant() is "increment" ? fact with { Type = DataType.Of(DataKind.Identity) } : AttributeNotes.Apply(fact, setting) with { Note = fact.Note };
    }

    private void WriteIndex(SchemaBlock table, string text, CodeLine line)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        var names = close < 0 ? [text.Split([' ', '['], 2)[0]] : text[(open + 1)..close].Split(',', StringSplitOptions.TrimEntries).ToSeq();
        if (TextScan.HasWord(text, "unique") || TextScan.HasWord(text, "pk"))
        {
            writer.Key(new KeyFact(table.Name, names, TextScan.HasWord(text, "pk"), IgnoreCase: false, null, line.Span, text));
        }
        else
        {
            writer.Facts.Add(new QueryFact(table.Name, QueryKind.Filter, names, Descending: false, null, line.Span, text));
        }
    }

    private static string? Note(string text)
    {
        var at = text.Seek("note:");
        return at < 0 ? null : text[(at + 5)..].Trim(' ', '{').TrimEnd(']').Trim(' ', '\'', '"');
    }

    private static (string Left, string Sign, string Right)? Ends(string text)
    {
        var body = text.Split('[')[0];
        foreach (var sign in (string[])[" <> ", " > ", " < ", " - "])
        {
            var at = body.IndexOf(sign, StringComparison.Ordinal);
            if (at > 0)
            {
                return (body[..at].Trim(), sign.Trim(), body[(at + sign.Length)..].Trim());
            }
        }

        return null;
    }

    /// <summary><c>schema.orders.id</c> and <c>orders.id</c> give orders.</summary>
    private static string Table(string path) => path.Split('.') is { Length: > 1 } parts ? parts[^2].Trim('"', ' ') : path;

    private static string Column(string path) => path.Split('.')[^1].Trim('"', ' ');
}
