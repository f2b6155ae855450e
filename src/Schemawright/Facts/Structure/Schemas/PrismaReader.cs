using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Schemas;

/// <summary>Reads Prisma schemas: models, enums, relations, keys.</summary>
internal sealed class PrismaReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Interface);
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && IsPrisma(fence)))
        {
            var (blocks, _) = SchemaBlocks.In(fence);
            var schema = new PrismaSchema(
                blocks.Where(block => block.Kind == "enum").DistinctBy(block => block.Name, StringComparer.Ordinal).ToDictionary(block => block.Name, Values, StringComparer.Ordinal),
                blocks.Where(block => block.Kind == "model").Select(block => block.Name).ToHashSet(StringComparer.Ordinal), writer);
            foreach (var model in blocks.Where(block => block.Kind == "model"))
            {
                schema.Write(model);
            }

            facts.Claim(fence);
            facts.Classify(fence.Span, StatementClass.Fact, "a schema");
        }
    }

    private static bool IsPrisma(CodeFence fence) =>
        fence.Language == "prisma" || (fence.Lines.Any(line => line.Text.StartsWith("model ", StringComparison.Ordinal) && line.Text.TrimEnd().EndsWith('{')) && fence.Lines.Any(line => line.Text.Contains("@id", StringComparison.Ordinal)));

    private static Seq<string> Values(SchemaBlock block) =>
        block.Body.Select(line => line.Text.Trim().Split(' ', '/')[0]).Where(value => value.Length > 0 && char.IsLetter(value[0])).ToSeq();
}

/// <summary>The models of one Prisma schema.</summary>
internal sealed class PrismaSchema(IReadOnlyDictionary<string, Seq<string>> enums, HashSet<string> models, FactWriter writer)
{
    public void Write(SchemaBlock model)
    {
        var remark = string.Join(' ', model.Above.Select(line => line.Text.Trim(' ', '/'))).Trim();
        writer.Entity(model.Name, remark.Length > 0 ? remark : null, model.Opening.Span, model.Opening.Text.Trim());
        var targets = ForeignKeys(model);
        foreach (var line in model.Body.Where(line => !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal)))
        {
            var text = line.Text.Trim();
            if (text.StartsWith("@@", StringComparison.Ordinal))
            {
                WriteKey(model, text, line);
            }
            else
            {
                WriteField(model, text, line, targets);
            }
        }
    }

    /// <summary>The columns named in @relation(fields: …) with the model they refer to and the rule on delete.</summary>
    private static Dictionary<string, (string Target, string? OnDelete)> ForeignKeys(SchemaBlock model)
    {
        var targets = new Dictionary<string, (string, string?)>(StringComparer.Ordinal);
        foreach (var words in model.Body.Select(line => line.Text).Where(text => text.Contains("fields:", StringComparison.Ordinal)))
        {
            var type = words.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].TrimEnd('?');
            foreach (var field in Names(words[words.IndexOf("fields:", StringComparison.Ordinal)..]))
            {
                targets[field] = (type, OnDelete(words));
            }
        }

        return targets;
    }

    private static string? OnDelete(string text)
    {
        var at = text.IndexOf("onDelete:", StringComparison.Ordinal);
        return at < 0 ? null : text[(at + 9)..].TrimStart() switch
        {
            var rule when rule.StartsWith("Cascade", StringComparison.Ordinal) => "cascade",
            var rule when rule.StartsWith("SetNull", StringComparison.Ordinal) => "set null",
            _ => "restrict",
        };
    }

    private void WriteKey(SchemaBlock model, string text, CodeLine line)
    {
        var names = Names(text);
        if (names.Count > 0 && (text.StartsWith("@@unique", StringComparison.Ordinal) || text.StartsWith("@@id", StringComparison.Ordinal)))
        {
            writer.Key(new KeyFact(model.Name, names, text.StartsWith("@@id", StringComparison.Ordinal), IgnoreCase: false, null, line.Span, text));
        }
        else if (names.Count > 0 && text.StartsWith("@@index", StringComparison.Ordinal))
        {
            writer.Facts.Add(new QueryFact(model.Name, QueryKind.Filter, names, text.Contains("Desc", StringComparison.Ordinal), null, line.Span, text));
        }
    }

    private void WriteField(SchemaBlock model, string text, CodeLine line, Dictionary<string, (string Target, string? OnDelete)> targets)
    {
        var words = text.Split([' ', '\t'], 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !EntityNames.IsPlain(words[0]))
        {
            return;
        }

        var bare = words[1].TrimEnd('?', ']', '[');
        if (models.Contains(bare) || (!enums.ContainsKey(bare) && TypeWords.Read(bare, words[0]) is null))
        {
            WriteRelation(model, words, bare, line);
            return;
        }

        var marks = words.Length > 2 ? words[2] : "";
        var fact = writer.Blank(model.Name, words[0], line.Span, text) with
        {
            TypeText = words[1],
            Type = Type(bare, words[0], marks) is { } type ? type with { IsArray = words[1].EndsWith("[]", StringComparison.Ordinal) } : null,
            Required = !words[1].EndsWith('?'),
            PrimaryKey = Has(marks, "@id") ? true : null,
            Unique = Has(marks, "@unique") ? true : null,
            Default = Argument(marks, "@default("),
        };
        writer.Attribute(targets.TryGetValue(words[0], out var target) ? fact with { References = target.Target, OnDelete = target.OnDelete } : fact);
    }

    /// <summary>A list on this side is the many side; where the other side is a list too, it is many to many.</summary>
    private void WriteRelation(SchemaBlock model, string[] words, string other, CodeLine line)
    {
        writer.Facts.Classify(line.Span, StatementClass.Fact, $"relationship of {model.Name} and {other}");
        if (words[1].EndsWith("[]", StringComparison.Ordinal))
        {
            writer.Relationship(new RelationshipFact(model.Name, other, null, Cardinality.ZeroOrMore, null, words[0], null, FactForm.Interface, writer.Document.Kind, line.Span, line.Text.Trim()));
        }
    }

    private DataType? Type(string word, string name, string marks)
    {
        if (enums.TryGetValue(word, out var values))
        {
            return new DataType(DataKind.Enumeration, Values: values);
        }

        if (marks.Contains("autoincrement", StringComparison.Ordinal))
        {
            return DataType.Of(DataKind.Identity);
        }

        if (marks.Contains("uuid()", StringComparison.Ordinal))
        {
            return DataType.Of(DataKind.Uuid);
        }

        var native = marks.IndexOf("@db.", StringComparison.Ordinal);
        return (native < 0 ? null : TypeWords.Read(marks[(native + 4)..], name)?.Type) ?? TypeWords.Read(word, name)?.Type;
    }

    private static Seq<string> Names(string text)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(']', open);
        return close < 0 ? [] : text[(open + 1)..close].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.Split('(')[0]).ToSeq();
    }

    private static bool Has(string marks, string mark) => TextScan.HasWord(marks, mark);

    private static string? Argument(string marks, string opening)
    {
        var at = marks.IndexOf(opening, StringComparison.Ordinal);
        var close = at < 0 ? -1 : TextScan.Closing(marks, at + opening.Length - 1);
        return close < 0 ? null : marks[(at + opening.Length)..close].Trim('"');
    }
}
