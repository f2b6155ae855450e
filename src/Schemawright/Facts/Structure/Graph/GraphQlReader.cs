using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Graph;

/// <summary>Reads object types and enums of a GraphQL schema. Queries, mutations and inputs are what programs ask and send.</summary>
internal sealed class GraphQlReader : IFactReader
{
    private static readonly string[] Roots = ["Query", "Mutation", "Subscription", "PageInfo"];

    private static readonly string[] MessageEndings = ["Input", "Payload", "Connection", "Edge", "Response", "Result", "Error", "Filter"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Interface);
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && IsGraphQl(fence)))
        {
            var types = GraphQlTypes.In(fence).ToList();
            var enums = types.Where(type => type.Kind == "enum").DistinctBy(type => type.Name, StringComparer.Ordinal).ToDictionary(type => type.Name, type => type.Fields.Select(field => field.Name).ToSeq(), StringComparer.Ordinal);
            var inDataModel = Subjects.IsDataModel(fence.Headings);
            foreach (var type in types.Where(type => type.Kind is "type" && !Roots.Contains(type.Name, StringComparer.Ordinal) && type.Fields.Count > 0 && EntityNames.IsName(type.Name)))
            {
                var isMessage = Array.Exists(MessageEndings, ending => type.Name.Length > ending.Length && type.Name.EndsWith(ending, StringComparison.Ordinal));
                Write(type, enums, writer, weak: isMessage || (!inDataModel && !type.Fields.Exists(field => field.Type.TrimEnd('!') is "ID")));
            }

            facts.Claim(fence);
        }
    }

    /// <summary>A type whose fields read <c>name: Type!</c>; the fence may name no language.</summary>
    private static bool IsGraphQl(CodeFence fence) =>
        fence.Language is "graphql" or "gql" or "sdl" or "" && fence.Lines.Any(line => line.Text.StartsWith("type ", StringComparison.Ordinal) && line.Text.Contains('{') && !line.Text.Contains('='))
        && fence.Lines.Any(line => line.Text.TrimEnd().EndsWith('!') || line.Text.Contains(": ID", StringComparison.Ordinal) || line.Text.Contains(": [", StringComparison.Ordinal));

    private static void Write(GraphQlType type, IReadOnlyDictionary<string, Seq<string>> enums, FactWriter writer, bool weak)
    {
        writer.Entity(type.Name, type.Remark, type.Opening.Span, type.Opening.Text.Trim(), weak);
        foreach (var field in type.Fields)
        {
            WriteField(type.Name, field, enums, writer);
        }
    }

    private static void WriteField(string entity, GraphQlField field, IReadOnlyDictionary<string, Seq<string>> enums, FactWriter writer)
    {
        var bare = field.Type.Trim('[', ']', '!', ' ');
        var many = field.Type.StartsWith('[');
        var scalar = Scalar(bare, field.Name, enums);
        if (scalar is null && many)
        {
            writer.Relationship(new RelationshipFact(entity, bare, null, Cardinality.ZeroOrMore, null, field.Name, null, writer.Form, writer.Document.Kind, field.Line.Span, field.Line.Text.Trim()));
            return;
        }

        var fact = writer.Blank(entity, field.Name, field.Line.Span, field.Line.Text.Trim()) with
        {
            TypeText = field.Type,
            Required = field.Type.EndsWith('!'),
            Type = scalar is null ? null : scalar with { IsArray = many },
            References = scalar is null ? bare : null,
            Unique = field.Directives.Contains("@unique", StringComparison.Ordinal) ? true : null,
        };
        writer.Attribute(field.Remark is null ? fact : AttributeNotes.Apply(fact, field.Remark));
    }

    /// <summary>Null for another type of the schema.</summary>
    private static DataType? Scalar(string type, string name, IReadOnlyDictionary<string, Seq<string>> enums) => type switch
    {
        _ when enums.TryGetValue(type, out var values) => new DataType(DataKind.Enumeration, Values: values),
        "ID" => DataType.Of(DataKind.Uuid),
        "String" => HeadNounTypes.Guess(name) is { IsArray: false, Kind: DataKind.Email or DataKind.Url or DataKind.Phone } guess ? guess : DataType.Of(DataKind.ShortText),
        "Float" => HeadNounTypes.Guess(name) is { IsArray: false, Kind: DataKind.Money or DataKind.Percentage } guess ? guess : DataType.Of(DataKind.Decimal),
        "Upload" => DataType.Of(DataKind.Url),
        "JSONObject" => DataType.Of(DataKind.Json),
        _ => TypeWords.Whole(string.Join(' ', Naming.Words(type)), name) ?? TypeWords.Whole(type, name),
    };
}
