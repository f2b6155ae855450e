using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Calls;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Builders;

/// <summary>Reads a field's value: a chain of calls, a bare type, an object with <c>type</c> among its options, or a list of one of them.</summary>
internal sealed class BuilderField(IReadOnlyDictionary<string, Seq<string>> enums)
{
    private const int Deepest = 6;

    private static readonly string[] Holders = ["z", "yup", "Yup", "joi", "Joi", "t", "v", "Type", "DataTypes", "Sequelize", "Schema", "mongoose", "Types", "s"];

    public AttributeFact Complete(AttributeFact blank, string value) => Complete(blank, value, 0);

    private AttributeFact Complete(AttributeFact fact, string value, int depth)
    {
        var text = value.Trim().TrimEnd(';').Trim();
        if (depth > Deepest || text.Length == 0)
        {
            return fact;
        }

        return text[0] switch
        {
            '[' => Many(Complete(fact, text.EndsWith(']') ? text[1..^1] : text[1..], depth + 1)),
            '{' => Options(fact, text.EndsWith('}') ? text[1..^1] : text[1..], depth),
            _ => Chain(fact, text, depth),
        };
    }

    private static AttributeFact Many(AttributeFact item) =>
        item with { Type = (item.Type ?? DataType.Of(item.References is null ? DataKind.Json : DataKind.Unknown)) with { IsArray = true } };

    /// <summary><c>{ type: String, required: true, enum: ['a', 'b'] }</c>; an object without a type is a document of its own.</summary>
    private AttributeFact Options(AttributeFact fact, string text, int depth)
    {
        var options = CallArgument.ListOf(text);
        var type = options.Find(option => option.Key is "type");
        if (type is null)
        {
            return fact with { Type = DataType.Of(DataKind.Json) };
        }

        var typed = Complete(fact, type.Value, depth + 1);
        return options.Where(option => option != type && option.Key is not null).Aggregate(typed, (known, option) => CallMarks.Option(known, option.Key!, First(option)));
    }

    /// <summary><c>required: [true, 'say it']</c> carries a message; <c>enum: [...]</c> and <c>references: { model: 'boats' }</c> do not.</summary>
    private static string First(CallArgument option)
    {
        var value = option.Value.Trim();
        return value switch
        {
            ['[', ..] when option.Key is not ("enum" or "values" or "validate") => CallArgument.ListOf(value.Trim('[', ']')).FirstOrDefault()?.Value ?? value,
            ['{', ..] when option.Key is "references" => CallArgument.ListOf(value.Trim('{', '}')).Find(entry => entry.Key is "model")?.Value ?? value,
            _ => value,
        };
    }

    private AttributeFact Chain(AttributeFact fact, string text, int depth)
    {
        var links = CodeCall.Chain(text).Where(link => !Holders.Contains(link.Name, StringComparer.Ordinal) || link.Arguments.Count > 0).ToList();
        if (links.Count == 0)
        {
            return fact;
        }

        var typed = Typed(fact, links[0], depth);
        return links.Skip(1).Aggregate(typed, (known, link) => link.Key is "array" ? Many(known) : link.Key is "defaultrandom" or "defaultnow" ? known : CallMarks.Apply(known, link));
    }

    private AttributeFact Typed(AttributeFact fact, CodeCall link, int depth)
    {
        if (enums.TryGetValue(link.Name, out var values) || (link.Key is "nativeenum" && enums.TryGetValue(link.First, out values)))
        {
            return fact with { Type = new DataType(DataKind.Enumeration, Values: values) };
        }

        var kind = Kind(link);
        return link.Key switch
        {
            "array" or "set" => Many(Complete(fact, link.First, depth + 1)),
            "enum" or "oneof" or "valid" or "union" or "picklist" => CallMarks.Apply(fact, link with { Name = "enum" }),
            "string" or "varchar" or "char" when link.First.Length > 0 && char.IsAsciiDigit(link.First[0]) => CallMarks.Apply(fact with { Type = DataType.Of(DataKind.ShortText) }, new("max_length", link.Arguments)),
            "decimal" or "numeric" when link.Arguments is [{ Key: null } precision, { Key: null } scale] && char.IsAsciiDigit(precision.Value[0]) =>
                CallMarks.Option(CallMarks.Option(fact with { Type = DataType.Of(DataKind.Decimal) }, "precision", precision.Value), "scale", scale.Value),
            "optional" or "nullable" or "lazy" => CallMarks.Apply(Complete(fact, link.First, depth + 1), link with { Arguments = [] }),
            _ when kind is { } found => Sized(fact with { Type = found == DataKind.Unknown ? HeadNounTypes.OfNumber(fact.Name) : DataType.Of(found) }, link),
            _ => fact,
        };
    }

    /// <summary>Drizzle's <c>varchar('name', { length: 80 })</c> carries its options in a literal.</summary>
    private static AttributeFact Sized(AttributeFact fact, CodeCall link)
    {
        var literal = link.Arguments.Find(argument => argument.Key is null && argument.Value.StartsWith('{'));
        return literal is null ? fact : CallArgument.ListOf(literal.Value.Trim('{', '}')).Where(option => option.Key is "length" or "precision" or "scale" or "enum").Aggregate(fact, (known, option) => CallMarks.Option(known, option.Key!, option.Value));
    }

    private static DataKind? Kind(CodeCall link) => link.Key switch
    {
        "objectid" => DataKind.Uuid,
        "date" when link.Arguments.Count == 0 => DataKind.Timestamp,
        "mixed" or "object" or "record" or "any" or "unknown" or "map" => DataKind.Json,
        "decimal128" => DataKind.Decimal,
        "doubleprecision" or "real" => DataKind.Decimal,
        var key => TypeVocabulary.KindOf(key) ?? TypeVocabulary.KindOf(link.Name),
    };
}
