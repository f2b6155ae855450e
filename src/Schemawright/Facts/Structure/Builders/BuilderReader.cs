using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Calls;
using Schemawright.Facts.Structure.Code;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Builders;

/// <summary>Reads schemas that JavaScript builds by calls: Zod, Yup, Joi, Mongoose, Sequelize, Drizzle. What checks a request stays weak.</summary>
internal sealed class BuilderReader : IFactReader
{
    private static readonly string[] Languages = ["javascript", "js", "typescript", "ts", "tsx", "jsx", "mjs", ""];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Interface);
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && Languages.Contains(fence.Language, StringComparer.Ordinal) && fence.Lines.Any(line => line.Text.Contains('('))))
        {
            var code = new CodeText(fence);
            var schemas = BuilderSchema.In(code.Text).ToList();
            var inDataModel = Subjects.IsDataModel(fence.Headings);
            var enums = CodeTypes.Unions(code.Text);
            foreach (var schema in schemas.Where(schema => schema.Stored || inDataModel || !EntityNames.IsTransient(schema.Name)))
            {
                new BuilderWriter(writer, code, new BuilderField(enums)).Write(schema, weak: !schema.Stored && !inDataModel);
            }

            if (schemas.Count > 0 && (inDataModel || schemas.TrueForAll(schema => schema.Stored)))
            {
                facts.Claim(fence);
            }
        }
    }
}

/// <summary>Puts down one schema of a fence.</summary>
internal sealed class BuilderWriter(FactWriter writer, CodeText code, BuilderField fields)
{
    public void Write(BuilderSchema schema, bool weak)
    {
        var entries = Entries(schema).ToList();
        var typed = entries.Count(entry => fields.Complete(writer.Blank(schema.Name, entry.Key, code.Place(entry.Start, entry.End), ""), entry.Value) is { Type: not null } or { References: not null });
        if (typed == 0 || typed * 2 < entries.Count)
        {
            return;
        }

        writer.Entity(schema.Name, code.RemarkAbove(schema.Start), code.Place(schema.Start, schema.BodyStart), code.Text[schema.Start..schema.BodyStart].Trim(), weak);
        foreach (var (key, value, start, end) in entries)
        {
            var place = code.Place(start, end);
            var words = code.Text[start..end].Trim();
            var blank = writer.Blank(schema.Name, key, place, words) with { Required = schema.RequiredByDefault ? true : null };
            var fact = fields.Complete(blank, value);
            var noted = code.RemarkAfter(Math.Min(end, code.Text.Length - 1)) is { } remark ? AttributeNotes.Apply(fact, remark) : fact;
            writer.Attribute(noted);
            if (noted is { References: { } other, Type.IsArray: true })
            {
                writer.Relationship(new RelationshipFact(schema.Name, other, null, Cardinality.ZeroOrMore, null, key, null, writer.Form, writer.Document.Kind, place, words));
            }
        }

        WriteTimestamps(schema);
    }

    /// <summary>Mongoose's and Sequelize's <c>timestamps: true</c>.</summary>
    private void WriteTimestamps(BuilderSchema schema)
    {
        if (!schema.Options.Contains("timestamps: true", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var name in (string[])["createdAt", "updatedAt"])
        {
            writer.Attribute(writer.Blank(schema.Name, name, code.Place(schema.BodyEnd, schema.BodyEnd + 1), "timestamps: true") with { Type = DataType.Of(DataKind.Timestamp) });
        }
    }

    private IEnumerable<(string Key, string Value, int Start, int End)> Entries(BuilderSchema schema)
    {
        var start = schema.BodyStart;
        for (var next = TextScan.IndexOf(code.Text, ',', start); start < schema.BodyEnd; next = TextScan.IndexOf(code.Text, ',', start))
        {
            var end = next < 0 || next > schema.BodyEnd ? schema.BodyEnd : next;
            var part = code.Text[start..end];
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var key = colon < 0 ? "" : part[..colon].Trim().Trim('"', '\'');
            if (EntityNames.IsPlain(key) && !key.Contains(' '))
            {
                yield return (key, part[(colon + 1)..].Trim(), start, end);
            }

            start = end + 1;
        }
    }
}
