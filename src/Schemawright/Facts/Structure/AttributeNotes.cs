using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Sql;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Reads the remarks after an attribute's type: keys, presence, default, protection, limits and values.</summary>
internal static class AttributeNotes
{
    public static AttributeFact Apply(AttributeFact fact, string notes)
    {
        var text = notes.Trim();
        text = text.StartsWith("->", StringComparison.Ordinal) ? text : text.Trim('-', '–', '—', ':', '|').Trim();
        if (text.Length == 0)
        {
            return fact;
        }

        var (checkedFact, rest) = CheckIn(fact, text);
        var read = rest.Length == 0 ? checkedFact : Listed(checkedFact, rest) ?? NoteSegments.Of(rest).Aggregate(checkedFact, One);
        read = NumberNotes.Days(read, text);
        return read with { Note = fact.Note is null ? text : $"{fact.Note}; {text}" };
    }

    /// <summary><c>CHECK (rate BETWEEN 0 AND 100)</c> among the remarks.</summary>
    private static (AttributeFact Fact, string Words) CheckIn(AttributeFact fact, string text)
    {
        var at = text.Seek("CHECK");
        var open = at < 0 ? -1 : text.IndexOf('(', at);
        if (open < 0 || text[(at + 5)..open].Trim().Length > 0 || TextScan.Closing(text, open) is not (var close and > 0))
        {
            return (fact, text);
        }

        var condition = SqlTokens.Of([new CodeLine(text[(open + 1)..close], 1, fact.Source)]);
        return (SqlConditions.Read(condition) is { } check ? Checked(fact, check) : fact, (text[..at] + text[(close + 1)..]).Trim(' ', ','));
    }

    private static AttributeFact Checked(AttributeFact fact, Expr check) =>
        check is OneOf list && list.Values.All(value => value.Kind == LiteralKind.Text) ? WithValues(fact, list.Values.Select(value => value.Text).ToSeq()) ?? fact : And(fact, check);

    /// <summary>The whole note lists values: after a label that repeats the name ("Status: open, closed"), or in quotes.</summary>
    private static AttributeFact? Listed(AttributeFact fact, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var label = colon > 0 ? Naming.Words(text[..colon]) : [];
        var repeats = label.Count is 1 or 2 && Naming.Words(fact.Name) is [.., var last] && string.Equals(Nouns.Singular(label[^1]), last, StringComparison.Ordinal);
        var quoted = text[0] is '\'' or '"' or '`' && text.Contains(',');
        var list = repeats ? text[(colon + 1)..] : quoted || IsChoice(fact, text) ? text : null;
        if (Codes(fact, text) is { } codes)
        {
            return WithValues(fact, codes);
        }

        return list is not null && !list.Holds("etc") && ValueLists.Parse(list.Contains(',') || list.Contains('|') || list.Contains('/') ? list : list.Replace(" or ", ", ", StringComparison.Ordinal)) is { } values ? WithValues(fact, values) : null;
    }

    /// <summary>"B = barge, T = tug": what is stored is the code, and the words say what it means.</summary>
    private static Seq<string>? Codes(AttributeFact fact, string text)
    {
        var parts = text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        return parts.Count > 1 && fact.Type is null or { Kind: DataKind.ShortText or DataKind.Enumeration or DataKind.Integer } && parts.TrueForAll(part => part is [{ Length: > 0 and <= LongestCode }, { Length: > 0 }] && part[0].All(char.IsLetterOrDigit))
            ? parts.Select(part => part[0]).ToSeq() : null;
    }

    /// <summary>"oil, tempera or ink" of anything without a type; of a kind, a state or a grade also "oil, tempera, ink". "Street, city or town" names parts.</summary>
    private static bool IsChoice(AttributeFact fact, string text) =>
        fact.Type is null && Naming.Words(fact.Name) is [.., var last] && Nouns.Singular(last) == last
        && (text.Holds(" or ") || Kinds.Contains(last) || text.Count(character => character == ',') >= FewestCommas && text.All(character => char.IsAsciiLetterLower(character) || character is ',' or ' ' or '_')) && ValueLists.Parse(text.Contains(',') ? text : text.Replace(" or ", ", ", StringComparison.Ordinal)) is { } values
        && values.All(value => char.IsLetterOrDigit(value[0]) && value.Count(character => character == ' ') < 2 && (!TypeVocabulary.IsConstraint(value) || Kinds.Contains(last) && TypeVocabulary.IsStateOfBeing(value)) && (Kinds.Contains(last) || !Prose.AttributeWords.IsOne(value)) && TypeVocabulary.KindOf(value) is null && value is not ['a' or 'A', ' ', ..]);

    private const int FewestCommas = 2;

    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "status", "state", "type", "kind", "category", "role", "priority", "level", "class", "method", "mode", "medium", "grade", "gender", "sex", "size", "format", "severity", "stage", "phase", "outcome", "result", "condition", "channel", "tier", "plan", "rank",
    };

    private const int LongestCode = 4;

    private static AttributeFact One(AttributeFact fact, string remark) =>
        Key(fact, remark) ?? Presence(fact, remark) ?? NumberNotes.Measured(fact, remark) ?? Default(fact, remark) ?? ValuesOf(fact, remark) ?? Digits(fact, remark) ?? NumberNotes.Places(fact, remark) ?? Limits(fact, remark) ?? Nearer(fact, remark) ?? Protection(fact, remark);

    /// <summary>A remark may say what kind of text it is: <c>country: string - ISO 3166</c>.</summary>
    private static AttributeFact? Nearer(AttributeFact fact, string remark) =>
        fact.Type is { Kind: DataKind.ShortText, IsArray: false } type && TypeVocabulary.KindOf(remark) is { } kind
        && kind is DataKind.CurrencyCode or DataKind.CountryCode or DataKind.LanguageCode or DataKind.TimeZone or DataKind.Email or DataKind.Phone or DataKind.Url or DataKind.IpAddress
            ? fact with { Type = type with { Kind = kind } }
            : null;

    private static AttributeFact? Key(AttributeFact fact, string remark)
    {
        if (remark.ToLowerInvariant() is "pk" or "primary key" or "primary" or "primary identifier" or "pk, fk" or "pk/fk" or "🔑")
        {
            return fact with { PrimaryKey = true };
        }

        if (ReferenceWords.Target(remark, fact.Name) is { } target)
        {
            return fact with { References = target, OnDelete = ReferenceWords.OnDelete(remark) ?? fact.OnDelete };
        }

        if (ReferenceWords.OnDelete(remark) is { } rule)
        {
            return fact with { OnDelete = rule };
        }

        if (fact.References is not null && CardinalityWords.Pair(remark) is ({ IsMany: false }, { IsMany: false }))
        {
            return fact with { Unique = true };
        }

        return IsUnique(fact, remark) ? Unique(fact, remark) : IsOnePer(fact, remark) ? Unique(fact, ignoreCase: false) : null;
    }

    /// <summary>"one rating per trip" of the trip a rating refers to: no trip has two of them.</summary>
    private static bool IsOnePer(AttributeFact fact, string remark)
    {
        var words = remark.ToLowerInvariant().TrimEnd('.').Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word is "only" or "at" or "most" or "exactly").ToArray();
        var per = Array.FindIndex(words, word => word is "per" or "for");
        return per > 1 && per + 1 < words.Length && words[0] is "one" && EntityEnds(fact.Entity, words[1..per])
            && (words[(per + 1)..].SkipWhile(word => word is "each" or "every" or "a") is var of && EntityEnds(ReferenceWords.Stem(fact.Name) ?? fact.Name, [.. of]) || fact.References is { } target && EntityEnds(target, [.. of]));
    }

    private static bool EntityEnds(string name, string[] words) => words.Length > 0 && ("_" + Naming.EntityKey(name)).EndsWith("_" + Naming.EntityKey(string.Join(' ', words)), StringComparison.Ordinal);

    /// <summary>"unique" in a remark, but "unique identifier" only describes what an id is.</summary>
    private static bool IsUnique(AttributeFact fact, string remark)
    {
        var words = remark.ToLowerInvariant();
        var isId = Naming.Snake(fact.Name) is "id" or "uuid";
        return words is "unique" or "uk" or "uq" or "u" or "unq" or "unique constraint" or "unique index" or "must be unique" or "unique: yes" or "must be unique" or "globally unique" or "unique key" or "unique: true" or "unique=true"
            || (!isId && words.StartsWith("unique ", StringComparison.Ordinal) && !words.StartsWith("unique id", StringComparison.Ordinal))
            || ((words.Contains("number within ", StringComparison.Ordinal) || words.StartsWith("within the ", StringComparison.Ordinal)) && Naming.Words(fact.Name) is [.., "number" or "no" or "position" or "sequence" or "line"])
            || (!isId && words is ("unique identifier" or "unique id") && fact.Type?.Kind is not DataKind.Uuid);
    }

    private static AttributeFact Unique(AttributeFact fact, string remark)
    {
        var words = remark.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var within = words is [_, "per" or "within" or "in" or "inside", ..] ? words[2..] : words is [_, "for", "each" or "every" or "a", ..] ? words[3..] : [];
        within = within.Length == 0 && Array.IndexOf(words, "within") is >= 0 and var at ? words[(at + 1)..] : within;
        var scope = string.Join(' ', within.SkipWhile(word => word is "a" or "an" or "each" or "the" or "one" or "its").TakeWhile(word => word is not ("and" or "or") && char.IsLetter(word[0]))).TrimEnd('.', ',');
        return Unique(fact with { UniqueWithin = scope.Length is > 0 and < 40 ? scope : fact.UniqueWithin }, TextScan.HasWord(remark, "case-insensitive") || TextScan.HasWord(remark, "case insensitive"));
    }

    private static AttributeFact Unique(AttributeFact fact, bool ignoreCase) =>
        (ignoreCase ? Mark(fact, "unique-lower") : fact) with { Unique = true };

    /// <summary>What is there in some cases only may be missing in the others.</summary>
    private static readonly string[] Empties =
        ["only for ", "only if ", "only when ", "only in case ", "empty for ", "empty while ", "empty until ", "empty if ", "empty when ", "empty unless ", "filled if ", "filled when ", "filled only ", "left empty ", "may be empty", "can be empty", "if any", "if known", "if applicable", "where applicable", "if there is one", "if it was", "if given", "blank if ", "blank for ", "blank until ", "set only "];

    private static AttributeFact? Presence(AttributeFact fact, string remark) => remark.ToLowerInvariant().TrimEnd('.') switch
    {
        "required" or "not null" or "mandatory" or "non-null" or "notnull" or "must not be null" or "required: true" or "cannot be null" or "always required" or "not nullable" or "not empty" or "non-nullable" or "nn" or "non null" or "is required" or "compulsory" =>
            fact with { Required = true },
        "optional" or "nullable" or "null" or "null allowed" or "can be null" or "may be null" or "not required" or "required: false" or "or null" or "null when absent" =>
            fact with { Required = false },
        var words when words.StartsWith("nullable ", StringComparison.Ordinal) || words.StartsWith("optional ", StringComparison.Ordinal) || words.StartsWith("when applicable", StringComparison.Ordinal) =>
            fact with { Required = false },
        var words when Array.Exists(Empties, opening => words.StartsWith(opening, StringComparison.Ordinal)) =>
            fact with { Required = false },
        var words when words.StartsWith("required if", StringComparison.Ordinal) || words.StartsWith("required when", StringComparison.Ordinal) => fact with { Required = false },
        "case-insensitive" or "case insensitive" => Mark(fact, "unique-lower"),
        "auto-increment" or "auto increment" or "autoincrement" => fact with { Type = DataType.Of(DataKind.Identity) },
        _ => null,
    };

    private static AttributeFact? Default(AttributeFact fact, string remark)
    {
        foreach (var opening in (string[])["defaults to ", "default value is ", "default value:", "default is ", "default:", "default=", "default ", "default("])
        {
            if (remark.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && remark.Length > opening.Length)
            {
                var value = Balanced(remark[opening.Length..].Trim()).Trim('`', '"', '\'').Trim();
                return value.Length == 0 || value.Count(character => character == ' ') > 2 ? null : fact with { Default = value };
            }
        }

        return null;
    }

    private static string Balanced(string text) => text.EndsWith(')') && !text.Contains('(', StringComparison.Ordinal) ? text[..^1] : text;

    private static AttributeFact? ValuesOf(AttributeFact fact, string remark)
    {
        if (IsWholeWeek(remark))
        {
            return WithValues(fact, ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);
        }

        var opened = Enumerations.Keyword(remark);
        if (opened is null && !IsList(remark))
        {
            return null;
        }

        var values = opened is { } start ? Enumerations.After(remark[start..]).Values : ValueLists.Parse(remark) ?? [];
        return values.Count == 0 ? null : WithValues(fact, values);
    }

    /// <summary>"monday … sunday", "Monday to Sunday".</summary>
    private static bool IsWholeWeek(string remark)
    {
        var words = remark.Trim('(', ')', ' ').ToLowerInvariant().Split([' ', '…', '–', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("to" or "until" or "through")).ToArray();
        return words is ["monday", "sunday"];
    }

    /// <summary>A list in brackets or of words joined by bars; "name, phone" in a plain remark was cut at its commas before.</summary>
    private static bool IsList(string remark) => remark[0] is '[' || (remark[0] is '(' && remark.Length > 2 && remark.EndsWith(')') && !HoldsRemarks(remark)) || (remark.Contains('|') && !remark.Contains('(')) || (remark.Contains(" / ", StringComparison.Ordinal) && !remark.Contains(" or ", StringComparison.Ordinal));

    private static bool HoldsRemarks(string group) =>
        TextScan.Split(group[1..^1], ',').Exists(part => TypeVocabulary.IsConstraint(part.Trim()) && !(TextScan.Split(group[1..^1], ',').Count > 2 && TypeVocabulary.IsStateOfBeing(part.Trim())) || part.Trim().StartsWith('$') || TextScan.HasWord(part, "e.g"));

    private static AttributeFact? WithValues(AttributeFact fact, Seq<string> values)
    {
        var kind = fact.Type?.Kind;
        if (values.All(value => decimal.TryParse(value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _)))
        {
            return kind is null or DataKind.Integer or DataKind.BigInteger or DataKind.Decimal or DataKind.Percentage or DataKind.Money
                ? And(fact with { Type = fact.Type ?? HeadNounTypes.OfNumber(fact.Name) }, new OneOf(Ref.To(Naming.Snake(fact.Name)), values.Select(value => new Literal(LiteralKind.Number, value)).ToSeq()))
                : null;
        }

        return kind is null or DataKind.Enumeration or DataKind.ShortText or DataKind.LongText && !(fact.Type?.Values.Count > 0)
            ? fact with { Type = new DataType(DataKind.Enumeration, Values: values, IsArray: fact.Type?.IsArray ?? false) }
            : null;
    }

    private static AttributeFact? Limits(AttributeFact fact, string remark)
    {
        var isText = fact.Type?.Kind is DataKind.ShortText or DataKind.LongText or DataKind.Email or DataKind.Url or DataKind.Phone || CountsCharacters(fact, remark);
        return RangeWords.Read(remark, fact.Name, isText) switch
        {
            null => null,
            Compare { Op: CompareOp.LessOrEqual, Left: LengthOf, Right: Literal most } when fact.Type is { Length: null, IsArray: false } type && int.TryParse(most.Text, out var length) =>
                fact with { Type = type with { Kind = type.Kind == DataKind.LongText ? DataKind.ShortText : type.Kind, Length = length } },
            var check => And(fact, check),
        };
    }

    /// <summary>"headline (max 80)": of a word that names neither a number nor several things, a limit of so many is one of characters.</summary>
    private static bool CountsCharacters(AttributeFact fact, string remark) =>
        fact.Type is null && HeadNounTypes.Guess(fact.Name) is null or { Kind: DataKind.ShortText or DataKind.LongText, IsArray: false } && Naming.Words(fact.Name) is [.., var last] && Nouns.Singular(last) == last
        && remark.Split(' ', '.', ':').LastOrDefault(word => word.Length > 0) is { } number && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var limit) && limit >= FewestCharacters;

    private const int FewestCharacters = 20;

    /// <summary>"4 digits", "exactly 12 digits": a text of so many, for leading zeros count.</summary>
    private static AttributeFact? Digits(AttributeFact fact, string remark)
    {
        var words = remark.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var counted = words is ["exactly", _, _] ? words[1..] : words;
        return counted is [var count, "digits"] && int.TryParse(count, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var digits) && digits is > 1 and <= 100
            && fact.Type is null or { Kind: DataKind.ShortText or DataKind.LongText, IsArray: false } && Naming.Words(fact.Name) is not [.., "year"]
            ? And(fact with { Type = fact.Type ?? DataType.Of(DataKind.ShortText) }, new Matches(Ref.To(Naming.Snake(fact.Name)), $"^[0-9]{{{digits}}}$"))
            : null;
    }

    private static AttributeFact And(AttributeFact fact, Expr check) => fact with { Check = fact.Check is null ? check : new And([fact.Check, check]) };

    private static AttributeFact Protection(AttributeFact fact, string remark) => ProtectionWords.MarkOf(remark, fact.Name) is { } mark ? Mark(fact, mark) : fact;

    private static AttributeFact Mark(AttributeFact fact, string mark) => fact.Marks.Contains(mark, StringComparer.Ordinal) ? fact : fact with { Marks = [.. fact.Marks, mark] };
}
