using System.Globalization;
using Schemawright.Collections;
using Schemawright.Facts.Structure.Calls;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Nodes;

/// <summary>Reads a property of JSON Schema: type and format, enum, bounds, references, what may be null.</summary>
/// <param name="values">The values of schemas that are enumerations, by name.</param>
internal sealed class SchemaProperty(IReadOnlyDictionary<string, Seq<string>> values)
{
    private const int Deepest = 8;

    private static readonly string[] Bounds = ["minLength", "maxLength", "minimum", "maximum", "pattern", "default", "unique"];

    public AttributeFact Complete(AttributeFact blank, DataNode node) => Complete(blank, node, 0);

    private AttributeFact Complete(AttributeFact fact, DataNode node, int depth)
    {
        if (node is not MapNode map || depth > Deepest)
        {
            return fact;
        }

        if (Reference(map) is { } target)
        {
            return values.TryGetValue(target, out var known) ? fact with { Type = new DataType(DataKind.Enumeration, Values: known) } : fact with { References = target };
        }

        if (map.At("oneOf", "anyOf", "allOf") is ListNode choices)
        {
            return Choice(fact, choices, depth);
        }

        return Noted(Bounded(Typed(fact, map, depth), map), map);
    }

    /// <summary>The last name of <c>#/components/schemas/Member</c>.</summary>
    public static string? Reference(MapNode map) =>
        map.Text("$ref") is { Length: > 0 } path && path[(path.LastIndexOf('/') + 1)..] is var name && EntityNames.IsPlain(name) ? name : null;

    private AttributeFact Choice(AttributeFact fact, ListNode choices, int depth)
    {
        var maps = choices.Items.OfType<MapNode>().ToList();
        var kept = maps.FindAll(map => map.Text("type") is not "null");
        var read = kept.Count == 1 ? Complete(fact, kept[0], depth + 1) : kept.Count == 0 ? fact : fact with { Type = DataType.Of(DataKind.Json) };
        return kept.Count < maps.Count ? read with { Required = false } : read;
    }

    private AttributeFact Typed(AttributeFact fact, MapNode map, int depth)
    {
        var (type, nullable) = TypeOf(map);
        var known = nullable || map.At("nullable") is ScalarNode { IsTrue: true } ? fact with { Required = false } : fact;
        if (map.At("enum") is ListNode list && list.Items.OfType<ScalarNode>().Where(item => !item.IsNull).Select(item => item.Text).ToSeq() is { Count: > 0 } texts)
        {
            return type is "integer" or "number" ? known with { Type = HeadNounTypes.OfNumber(fact.Name), Check = new OneOf(Ref.To(Naming.Snake(fact.Name)), texts.Select(text => new Literal(LiteralKind.Number, text)).ToSeq()) }
                : texts.Count > 1 ? known with { Type = new DataType(DataKind.Enumeration, Values: texts) } : known with { Type = DataType.Of(DataKind.ShortText) };
        }

        return type switch
        {
            "array" => Many(map.At("items") is { } items ? Complete(known, items, depth + 1) : known),
            "object" => known with { Type = DataType.Of(DataKind.Json) },
            "boolean" => known with { Type = DataType.Of(DataKind.Boolean) },
            "integer" => known with { Type = map.Text("format") is "int64" ? DataType.Of(DataKind.BigInteger) : HeadNounTypes.Guess(fact.Name) is { IsArray: false, Kind: DataKind.Money } money ? money : DataType.Of(DataKind.Integer) },
            "number" => known with { Type = HeadNounTypes.Guess(fact.Name) is { IsArray: false, Kind: DataKind.Money or DataKind.Percentage } named ? named : DataType.Of(DataKind.Decimal) },
            "string" => known with { Type = OfFormat(map.Text("format"), fact.Name) },
            { } other when TypeWords.Whole(other, fact.Name) is { } spoken => known with { Type = spoken },
            _ => known,
        };
    }

    private static AttributeFact Many(AttributeFact item) => item with { Type = (item.Type ?? DataType.Of(DataKind.Unknown)) with { IsArray = true } };

    /// <summary><c>type: [string, "null"]</c> may be absent.</summary>
    private static (string? Type, bool Nullable) TypeOf(MapNode map)
    {
        if (map.At("type") is ListNode list)
        {
            var types = list.Items.OfType<ScalarNode>().Select(item => item.Text).ToList();
            return (types.Find(type => type is not "null"), types.Contains("null", StringComparer.Ordinal));
        }

        var text = map.Text("type")?.ToLowerInvariant();
        return (text ?? (map.Map("properties") is not null ? "object" : map.At("items") is not null ? "array" : null), false);
    }

    private static DataType OfFormat(string? format, string name) => format?.ToLowerInvariant() switch
    {
        null => HeadNounTypes.Guess(name) is { IsArray: false, Kind: DataKind.Email or DataKind.Url or DataKind.Phone or DataKind.IpAddress } guess ? guess : DataType.Of(DataKind.ShortText),
        "uuid" or "guid" => DataType.Of(DataKind.Uuid),
        "date" => DataType.Of(DataKind.Date),
        "date-time" or "datetime" => DataType.Of(DataKind.Timestamp),
        "time" => DataType.Of(DataKind.Time),
        "duration" => DataType.Of(DataKind.Duration),
        "email" or "idn-email" => DataType.Of(DataKind.Email),
        "uri" or "url" or "uri-reference" => DataType.Of(DataKind.Url),
        "ipv4" or "ipv6" or "ip" => DataType.Of(DataKind.IpAddress),
        "binary" or "byte" => DataType.Of(DataKind.Binary),
        "decimal" or "money" => DataType.Of(HeadNounTypes.Guess(name)?.Kind is DataKind.Money ? DataKind.Money : DataKind.Decimal),
        "phone" => DataType.Of(DataKind.Phone),
        _ => DataType.Of(DataKind.ShortText),
    };

    private static AttributeFact Bounded(AttributeFact fact, MapNode map)
    {
        var read = Bounds.Where(key => map.Text(key) is not null).Aggregate(fact, (known, key) => CallMarks.Option(known, key, map.Text(key)!));
        read = Exclusive(read, map, "exclusiveMinimum", CompareOp.Greater);
        return Exclusive(read, map, "exclusiveMaximum", CompareOp.Less);
    }

    private static AttributeFact Exclusive(AttributeFact fact, MapNode map, string key, CompareOp op) =>
        decimal.TryParse(map.Text(key), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? fact with { Check = fact.Check is null ? Bound(fact, op, number) : new And([fact.Check, Bound(fact, op, number)]) }
            : fact;

    private static Compare Bound(AttributeFact fact, CompareOp op, decimal number) => new(op, Ref.To(Naming.Snake(fact.Name)), Literal.Number(number));

    private static AttributeFact Noted(AttributeFact fact, MapNode map) => map.Text("description") is { Length: > 0 } text ? AttributeNotes.Apply(fact, text) : fact;
}
