using System.Globalization;
using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Calls;

/// <summary>What annotations, field options and links of a builder's chain say of an attribute, in whatever language they stand.</summary>
internal static class CallMarks
{
    public static AttributeFact Apply(AttributeFact fact, CodeCall call)
    {
        var read = Word(fact, call.Key, call.First, call);
        return call.Arguments.Where(argument => argument.Key is not null).Aggregate(read, (known, argument) => Option(known, argument.Key!, argument.Value));
    }

    /// <summary>An option such as <c>max_length=80</c> or <c>nullable: false</c>.</summary>
    public static AttributeFact Option(AttributeFact fact, string key, string value)
    {
        var name = key.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        return Truth(value) is { } truth ? Switch(fact, name, truth) : Word(fact, name, value, null);
    }

    private static AttributeFact Switch(AttributeFact fact, string name, bool truth) => name switch
    {
        "nullable" or "null" or "allownull" or "optional" => fact with { Required = !truth },
        "required" or "notnull" => fact with { Required = truth },
        "unique" => truth ? fact with { Unique = true } : fact,
        "primarykey" or "primary" => truth ? fact with { PrimaryKey = true } : fact,
        "default" or "defaultvalue" => fact with { Default = truth ? "true" : "false" },
        "lowercase" => truth && fact.Unique == true ? fact with { Marks = [.. fact.Marks, "unique-lower"] } : fact,
        _ => fact,
    };

    private static AttributeFact Word(AttributeFact fact, string name, string value, CodeCall? call) => name switch
    {
        "key" or "id" or "primarykey" or "primary" or "emphemeralid" when call is { Arguments.Count: 0 } => fact with { PrimaryKey = true },
        "required" or "notnull" or "notblank" or "notempty" or "nonnull" or "nonempty" or "isnotempty" => fact with { Required = true },
        "nullable" or "optional" or "nullish" or "isoptional" or "allownull" => fact with { Required = false },
        "unique" or "uniqueindex" => fact with { Unique = true },
        "maxlength" or "stringlength" or "limit" or "colsize" => Longest(fact, value),
        "length" or "size" => Sized(fact, value, call),
        "minlength" => Bound(fact, CompareOp.GreaterOrEqual, value, counts: true),
        "min" or "gte" or "ge" or "minimum" or "decimalmin" => Bound(fact, CompareOp.GreaterOrEqual, value, IsText(fact)),
        "max" or "lte" or "le" or "maximum" or "decimalmax" => IsText(fact) ? Longest(fact, value) : Bound(fact, CompareOp.LessOrEqual, value, counts: false),
        "gt" or "morethan" or "greater" => Bound(fact, CompareOp.Greater, value, counts: false),
        "lt" or "lessthan" or "less" => Bound(fact, CompareOp.Less, value, counts: false),
        "positive" or "ispositive" => Bound(fact, CompareOp.Greater, "0", counts: false),
        "nonnegative" or "positiveorzero" => Bound(fact, CompareOp.GreaterOrEqual, "0", counts: false),
        "range" or "between" when call is { Arguments: [var low, var high, ..] } => Bound(Bound(fact, CompareOp.GreaterOrEqual, low.Value, counts: false), CompareOp.LessOrEqual, high.Value, counts: false),
        "email" or "emailaddress" or "isemail" => Kind(fact, DataKind.Email),
        "url" or "uri" or "isurl" => Kind(fact, DataKind.Url),
        "phone" => Kind(fact, DataKind.Phone),
        "uuid" or "guid" or "isuuid" => Kind(fact, DataKind.Uuid),
        "datetime" => Kind(fact, DataKind.Timestamp),
        "date" or "isdate" or "isdatestring" => Kind(fact, DataKind.Date),
        "ip" => Kind(fact, DataKind.IpAddress),
        "int" or "integer" or "isint" => fact.Type is null or { Kind: DataKind.Decimal or DataKind.Unknown } ? fact with { Type = DataType.Of(DataKind.Integer) } : fact,
        "default" or "defaultvalue" or "serverdefault" => Default(fact, value),
        "enum" or "oneof" or "valid" or "choices" or "isin" => Values(fact, call is { Arguments.Count: > 1 } ? string.Join(", ", call.Arguments.Select(argument => argument.Value)) : value),
        "ref" or "references" or "foreignkey" or "model" => Refers(Deleted(fact, call), value),
        "ondelete" => fact with { OnDelete = ReferenceWords.OnDelete($"on delete {Last(CallArgument.Unquoted(value)).Replace('_', ' ')}") ?? fact.OnDelete },
        "regex" or "pattern" or "matches" or "regularexpression" => Shape(fact, call?.Named("regexp") ?? value),
        "precision" or "maxdigits" => Digits(fact, precision: value, scale: null),
        "scale" or "decimalplaces" => Digits(fact, precision: null, scale: value),
        _ => fact,
    };

    private static bool? Truth(string value) => value.Trim().ToLowerInvariant() switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private static bool IsText(AttributeFact fact) => fact.Type?.Kind is DataKind.ShortText or DataKind.LongText or DataKind.Email or DataKind.Url or DataKind.Phone;

    private static decimal? Number(string value) =>
        decimal.TryParse(CallArgument.Unquoted(value).TrimEnd('m', 'f', 'd', 'L', 'M').Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static AttributeFact Longest(AttributeFact fact, string value) =>
        Number(value) is > 0 and < 10_000_000 and var length && fact.Type is null or { Kind: DataKind.ShortText or DataKind.LongText or DataKind.Email or DataKind.Url or DataKind.Phone, IsArray: false }
            ? fact with { Type = (fact.Type is { Kind: not DataKind.LongText } type ? type : DataType.Of(DataKind.ShortText)) with { Length = (int)length } }
            : fact;

    private static AttributeFact Sized(AttributeFact fact, string value, CodeCall? call)
    {
        if (call is { Arguments: [{ Key: null }, { Key: null } high] })
        {
            return Longest(fact, high.Value);
        }

        var least = call?.Named("min") is { } low && IsText(fact) ? Bound(fact, CompareOp.GreaterOrEqual, low, counts: true) : fact;
        return call?.Named("max") is { } most ? Longest(least, most) : Longest(least, value);
    }

    private static AttributeFact Bound(AttributeFact fact, CompareOp op, string value, bool counts)
    {
        if (Number(value) is not { } number || fact.Type is { IsArray: true } || (!counts && IsText(fact)))
        {
            return fact;
        }

        var subject = Ref.To(Naming.Snake(fact.Name));
        return fact with { Check = And(fact.Check, new Compare(op, counts ? new LengthOf(subject) : subject, Literal.Number(number))) };
    }

    private static Expr And(Expr? known, Expr more) => known switch
    {
        null => more,
        And and => new And([.. and.Terms, more]),
        _ => new And([known, more]),
    };

    private static AttributeFact Kind(AttributeFact fact, DataKind kind) =>
        fact.Type is null or { Kind: DataKind.ShortText or DataKind.LongText or DataKind.Unknown } ? fact with { Type = (fact.Type ?? DataType.Of(kind)) with { Kind = kind } } : fact;

    private static AttributeFact Default(AttributeFact fact, string value)
    {
        var plain = CallArgument.Unquoted(value);
        return plain.Length is > 0 and < 60 && !plain.AsSpan().ContainsAny("({=>") && !(plain.Contains('.') && Number(plain) is null) && plain is not ("None" or "null" or "list" or "dict" or "undefined" or "now" or "uuid4")
            ? fact with { Default = plain }
            : fact;
    }

    private static AttributeFact Values(AttributeFact fact, string value)
    {
        var values = CallArgument.Entries(value);
        return values.Count > 1 && values.TrueForAll(entry => entry.Length <= 40 && !entry.AsSpan().ContainsAny("(){}=")) && !values.TrueForAll(entry => Number(entry) is not null)
            ? fact with { Type = new DataType(DataKind.Enumeration, Values: values.Distinct(StringComparer.Ordinal).ToSeq(), IsArray: fact.Type?.IsArray ?? false) }
            : fact;
    }

    /// <summary>Drizzle's <c>references(() => members.id, { onDelete: 'cascade' })</c>.</summary>
    private static AttributeFact Deleted(AttributeFact fact, CodeCall? call)
    {
        var literal = call?.Arguments.Find(argument => argument.Key is null && argument.Value.StartsWith('{'));
        var rule = literal is null ? null : CallArgument.ListOf(literal.Value.Trim('{', '}')).Find(option => option.Key is "onDelete");
        return rule is null ? fact : Option(fact, "onDelete", rule.Value);
    }

    /// <summary><c>'Member'</c>, <c>"members.id"</c>, <c>() => members.id</c>.</summary>
    private static AttributeFact Refers(AttributeFact fact, string value)
    {
        var arrow = value.IndexOf("=>", StringComparison.Ordinal);
        var target = CallArgument.Unquoted(arrow < 0 ? value : value[(arrow + 2)..]);
        var dot = target.LastIndexOf('.');
        var name = dot < 0 ? target : target[(dot + 1)..] is "id" or "_id" or "uuid" ? target[..dot] : target[(dot + 1)..];
        return EntityNames.IsName(name) && !name.Contains(' ') ? fact with { References = name } : fact;
    }

    private static AttributeFact Shape(AttributeFact fact, string value)
    {
        var pattern = value.Trim().TrimStart('r', '@').Trim('"', '\'');
        pattern = pattern.StartsWith('/') && pattern.LastIndexOf('/') is > 0 and var end ? pattern[1..end] : pattern;
        return pattern.Length is > 1 and < 200 && (fact.Type is null || IsText(fact)) && pattern.AsSpan().ContainsAny("^$[\\(") ? fact with { Check = And(fact.Check, new Matches(Ref.To(Naming.Snake(fact.Name)), pattern)) } : fact;
    }

    private static AttributeFact Digits(AttributeFact fact, string? precision, string? scale)
    {
        var type = fact.Type is { Kind: DataKind.Decimal or DataKind.Money or DataKind.Percentage } known ? known : DataType.Of(DataKind.Decimal);
        return Number(precision ?? scale!) is >= 0 and < 100 and var number
            ? fact with { Type = precision is null ? type with { Scale = (int)number, Precision = type.Precision ?? 18 } : type with { Precision = (int)number } }
            : fact;
    }

    private static string Last(string text) => text[(text.LastIndexOf('.') + 1)..];
}
