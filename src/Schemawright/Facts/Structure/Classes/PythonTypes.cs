using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Calls;

namespace Schemawright.Facts.Structure.Classes;

/// <summary>Respells Python's types: <c>Optional[list[Trip]]</c> is <c>Trip[]?</c>, <c>Literal["a", "b"]</c> is <c>'a' | 'b'</c>.</summary>
internal static class PythonTypes
{
    private const int Deepest = 8;

    public static string Spelled(string type) => Spelled(type, 0);

    private static string Spelled(string type, int depth)
    {
        var text = type.Trim().Trim('"', '\'');
        var parts = depth > Deepest ? [text] : TextScan.Split(text, '|').Select(part => part.Trim()).ToList();
        if (parts.Count > 1)
        {
            var kept = parts.FindAll(part => part != "None");
            return kept.Count == 1 ? Spelled(kept[0], depth + 1) + (kept.Count < parts.Count ? "?" : "") : "any";
        }

        var open = text.IndexOf('[', StringComparison.Ordinal);
        if (open <= 0 || !text.EndsWith(']') || depth > Deepest)
        {
            return Plain(text);
        }

        var inner = text[(open + 1)..^1];
        var items = TextScan.Split(inner, ',');
        return text[..open].Split('.')[^1] switch
        {
            "Optional" => Spelled(inner, depth + 1) + "?",
            "Union" => items.Exists(item => item.Trim() == "None") && items.Count == 2 ? Spelled(items.First(item => item.Trim() != "None"), depth + 1) + "?" : "any",
            "List" or "list" or "Set" or "set" or "Sequence" or "tuple" or "Tuple" or "Iterable" or "frozenset" or "WriteOnlyMapped" => Spelled(items[0], depth + 1) + "[]",
            "Mapped" or "Annotated" or "Required" or "Final" or "Link" or "PydanticObjectId" => Spelled(items[0], depth + 1),
            "NotRequired" => Spelled(items[0], depth + 1) + "?",
            "Literal" => string.Join(" | ", CallArgument.Entries($"[{inner}]").Select(value => $"'{value}'")),
            "ClassVar" => "ClassVar",
            _ => "json",
        };
    }

    private static string Plain(string text) => text.Split('.')[^1] switch
    {
        "datetime" or "AwareDatetime" or "NaiveDatetime" => "timestamp",
        "timedelta" => "duration",
        "EmailStr" => "email",
        "HttpUrl" or "AnyUrl" => "url",
        "PositiveInt" or "NonNegativeInt" or "conint" => "int",
        "UUID4" or "UUID1" => "UUID",
        "ObjectId" or "PydanticObjectId" => "ObjectId",
        "Any" or "dict" or "Dict" => "json",
        "constr" => "string",
        "condecimal" => "decimal",
        var last => last,
    };

    /// <summary>A column's type as SQLAlchemy names it: <c>String(80)</c>, <c>Numeric(10, 2)</c>, <c>Enum("a", "b")</c>, <c>DateTime(timezone=True)</c>.</summary>
    public static string OfColumn(string type)
    {
        var call = CodeCall.Chain(type).LastOrDefault();
        return call is null ? type : call.Key switch
        {
            "string" or "unicode" or "varchar" => call.First.Length > 0 ? $"varchar({call.First})" : "string",
            "numeric" or "decimal" => call.Arguments.Count > 1 ? $"decimal({call.Arguments[0].Value}, {call.Arguments[1].Value})" : "decimal",
            "enum" => call.Arguments is [{ Value: ['"', ..] or ['\'', ..] }, ..] ? $"enum({string.Join(", ", call.Arguments.Where(argument => argument.Key is null).Select(argument => CallArgument.Unquoted(argument.Value)))})" : call.First,
            "datetime" => "timestamp",
            "largebinary" => "bytes",
            "array" => Spelled(call.First) + "[]",
            "unicodetext" => "text",
            _ => call.Name,
        };
    }
}
