using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>An attribute as one line writes it: <c>name: type - note</c>, <c>name (type, remarks)</c>, <c>name TYPE remarks</c>, or the name alone.</summary>
/// <param name="Type">What stands for the type and the notes after it, unread.</param>
/// <param name="Optional">The name carried a question mark.</param>
internal sealed record AttributeLine(string Name, string Type, bool Optional)
{
    private const int LongestName = 200;

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    /// <summary>Words for types that are nouns of everyday speech, too.</summary>
    private static readonly HashSet<string> NounsOfTypes = new(StringComparer.Ordinal)
    {
        "date", "time", "number", "amount", "price", "duration", "period", "color", "colour", "image", "file", "photo", "link", "email", "phone", "day", "year", "moment", "token", "password", "secret",
        "currency", "country", "language", "picture", "document", "metadata", "object", "position", "counter", "flag", "memo", "paragraph", "identifier", "address", "video", "audio", "media", "avatar", "location", "coordinates",
    };

    private static readonly HashSet<string> TypesOfPrograms = new(StringComparer.Ordinal)
    {
        "string", "varchar", "char", "int", "integer", "bigint", "smallint", "decimal", "numeric", "float", "double", "bool", "boolean", "uuid", "guid", "timestamp", "timestamptz", "datetime", "json", "jsonb", "enum",
    };

    /// <summary>True when a type's words follow the name.</summary>
    public bool IsTyped => TypeWords.Read(Type, Name) is not null || TypeInBrackets is not null;

    /// <summary>True when the name looks like one of a program: id, snake_case, camelCase.</summary>
    public bool IsIdentifier => !Name.Contains(' ') && char.IsLower(Name[0]) && (Name.Contains('_') || Name is "id" || Name.Any(char.IsUpper) || Name.All(char.IsLetterOrDigit));

    private string? TypeInBrackets =>
        Type.StartsWith('(') && TextScan.Closing(Type, 0) is var close and > 1 && IsTypeWithRemarks(Type[1..close]) ? Type[1..close] : null;

    /// <summary>"string, unique" but not "date, amount, category", which lists what there is to know.</summary>
    private bool IsTypeWithRemarks(string inner)
    {
        var parts = TextScan.Split(inner, ',');
        return TypeWords.Read(parts[0], Name) is { } reading && (IsOfPrograms(parts[0]) ? parts.Count == 1 || !parts.Skip(1).All(part => TypeWords.Read(part, Name) is not null) : parts.Skip(1).All(part => IsRemark(part.Trim(), reading.Type)));
    }

    /// <summary>"required"; "1-5" and "max 80" of a number or text.</summary>
    private bool IsRemark(string part, DataType type) =>
        TypeVocabulary.IsConstraint(part) || RangeWords.Read(part, Name, type.Kind is DataKind.ShortText or DataKind.LongText) is not null;

    /// <summary>"string", "varchar(20)": words that only programs have for types, so whatever follows is said of the attribute.</summary>
    private static bool IsOfPrograms(string part)
    {
        var end = part.AsSpan().IndexOfAnyExcept(Letters);
        return TypesOfPrograms.Contains(end < 0 ? part : part[..end]);
    }

    /// <summary>"id: uuid, primary key" is one attribute with its type and constraints, whatever stands above it.</summary>
    public static bool IsWithConstraints(string text) =>
        Parse(text) is { IsIdentifier: true } line && TextScan.Split(line.Type, ',') is var parts && (TypeWords.Read(parts[0], line.Name) is not null || ReferenceWords.Target(parts[0], line.Name) is not null) && parts.Skip(1).All(part => TypeVocabulary.IsConstraint(part.Trim()));

    /// <summary>Null when the text is no attribute.</summary>
    public static AttributeLine? Parse(string text)
    {
        var line = Plain(text);
        if (line.Length > 3 && line[^3] == ' ' && line[^2..] is "PK" or "FK" or "UK")
        {
            return Parse(line[..^3]) is { } marked ? marked with { Type = marked.Type.Length == 0 ? line[^2..] : $"{marked.Type}, {line[^2..]}" } : null;
        }

        if (Spaced(line) is { } spaced)
        {
            return spaced;
        }

        var end = NameEnd(line);
        var name = line[..end].Trim();
        if (name.Length is 0 or > LongestName || !(char.IsLetter(name[0]) || name[0] is '_') || name.Count(character => character == ' ') > 3)
        {
            return null;
        }

        var optional = name.EndsWith('?') || (end < line.Length && line[end] == '?');
        var rest = line[end..].TrimStart('?', '*').Trim();
        return Split(name.TrimEnd('?', '*').Trim(), rest, optional);
    }

    /// <summary>The line as a fact: type, then every remark.</summary>
    public AttributeFact Complete(AttributeFact fact)
    {
        var named = Optional ? fact with { Required = false } : fact;
        if (TypeInBrackets is { } inner)
        {
            var remarks = Type[(TextScan.Closing(Type, 0) + 1)..];
            return Typed(named, inner, remarks);
        }

        return Typed(named, Type, "");
    }

    private static AttributeFact Typed(AttributeFact fact, string text, string more)
    {
        var reading = TypeWords.Read(text, fact.Name);
        var typed = reading is null ? fact : fact with { Type = reading.Type, TypeText = TypeText(text, reading) };
        return OfMany(AttributeNotes.Apply(AttributeNotes.Apply(typed, reading?.Rest ?? text), more));
    }

    /// <summary>A list of ids refers to what its name says, or else the last noun of its note.</summary>
    private static AttributeFact OfMany(AttributeFact fact)
    {
        if (fact is { Type: { IsArray: true, Kind: DataKind.Unknown }, References: null } && Items(string.IsNullOrEmpty(fact.TypeText) ? fact.Note ?? "" : fact.TypeText) is { } items)
        {
            return fact with { References = items };
        }

        if (fact is not { Type: { IsArray: true, Kind: DataKind.Uuid }, References: null })
        {
            return fact;
        }

        var noun = ReferenceWords.Stem(fact.Name) ?? (fact.Note is { } note && Naming.Words(note) is { Count: > 0 and < 5 } words ? Nouns.Singular(words[^1]) : null);
        return fact with { References = noun };
    }

    /// <summary>The name of the things a list holds: <c>sails: Sail[]</c>.</summary>
    public string? ItemsOf =>
        Type.IndexOf("[]", StringComparison.Ordinal) is > 1 and var end && Type[..end] is var name && char.IsUpper(name[0]) && EntityNames.IsName(name) && !name.Contains(' ', StringComparison.Ordinal) && TypeVocabulary.KindOf(name) is null ? name : null;

    /// <summary>"array of Sails" holds sails; in lower case the word may be any.</summary>
    private static string? Items(string text)
    {
        var at = text.Seek(" of ");
        var rest = at < 0 ? "" : text[(at + 4)..].TrimStart();
        var end = rest.AsSpan().IndexOfAny(" ,;(.-");
        var name = end < 0 ? rest : rest[..end];
        return name.Length > 1 && char.IsUpper(name[0]) && EntityNames.IsName(name) ? name : null;
    }

    private static string TypeText(string text, TypeReading reading) =>
        reading.Rest.Length > 0 && text.EndsWith(reading.Rest, StringComparison.Ordinal) ? text[..^reading.Rest.Length].Trim().TrimEnd('-', '–', '—', ',', ';', ':').Trim() : text;

    /// <summary><c>email VARCHAR(255) NOT NULL</c>: nothing but a space before the type.</summary>
    private static AttributeLine? Spaced(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && !line.Contains(':', StringComparison.Ordinal) && char.IsLower(line[0]) && line.AsSpan(0, space).IndexOfAnyExcept(NameCharacters) < 0
            && !IsTwoNouns(line, space) && (TypeWords.Read(line[space..], line[..space]) is not null || IsKeyword(line.AsSpan(space + 1).TrimStart()))
            ? new(line[..space], line[space..].Trim(), false)
            : null;
    }

    /// <summary><c>owner_id FK→people</c>, <c>owner_id REFERENCES people</c>: a key without a type.</summary>
    private static bool IsKeyword(ReadOnlySpan<char> rest) =>
        (rest.StartsWith("FK", StringComparison.Ordinal) && rest.Length > 2 && !char.IsLetterOrDigit(rest[2])) || rest.StartsWith("REFERENCES ", StringComparison.OrdinalIgnoreCase);

    /// <summary>"opening time", "sail number": words that name more often than they type.</summary>
    private static bool IsTwoNouns(string line, int space)
    {
        var rest = line[(space + 1)..];
        var end = rest.AsSpan().IndexOfAnyExcept(Letters);
        if (rest is "URL" && !line.AsSpan(0, space).Contains('_'))
        {
            return true; // "photo URL" in words
        }

        return NounsOfTypes.Contains(end < 0 ? rest : rest[..end].TrimEnd()) && (end < 0 || rest[end..].TrimStart() is ['(' or '-' or '–' or '—', ..]) && !line.AsSpan(0, space).Contains('_');
    }

    private static AttributeLine? Split(string name, string rest, bool optional)
    {
        if (rest.Length == 0)
        {
            return new(name, "", optional);
        }

        if (rest[0] == '→' || rest.StartsWith("->", StringComparison.Ordinal) || rest.StartsWith("=>", StringComparison.Ordinal))
        {
            return Pointed(name, rest.TrimStart('→', '-', '=', '>').Trim(), optional);
        }

        if (rest[0] is ':' or '(' or '–' or '—' || (rest[0] == '-' && rest.Length > 1))
        {
            var type = rest[0] == '(' ? rest : rest.TrimStart(':', '-', '–', '—', '>').Trim();
            return type.StartsWith('?') ? new(name, type[1..].Trim(), true) : new(name, type, optional);
        }

        return null;
    }

    /// <summary>"size → number", "skipper → Person": a type, a remark, or another thing in capitals; "open → closed" is none of these.</summary>
    private static AttributeLine? Pointed(string name, string type, bool optional)
    {
        if (type.Length == 0)
        {
            return null;
        }

        var states = TypeWords.Read(type, name) is not null || TypeVocabulary.IsConstraint(type) || ValueLists.Parse(type) is not null || MeasureUnits.IsOne(type.Split(',', ' ')[0]);
        return states ? new(name, type, optional) : (char.IsUpper(type[0]) || ReferenceWords.Stem(name) is not null) && EntityNames.IsName(type.Split('(', ',', ';')[0]) ? new(name, $"→ {type}", optional) : null;
    }

    /// <summary>True when an arrow leads from the name to another thing.</summary>
    public bool Points => Type.StartsWith('→');

    /// <summary>The name of the thing the arrow leads to.</summary>
    public string PointsTo => Type.TrimStart('→', ' ').Split('(', ',', ';')[0].Trim();

    /// <summary>A name ends at a colon, a bracket, a spaced dash, or before a type word.</summary>
    private static int NameEnd(string line)
    {
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] is ':' or '(' or '[' or '?' or '–' or '—' or '=' or ',' or ';' or '→' || (line[index] == '-' && index > 0 && line[index - 1] == ' '))
            {
                return index;
            }
        }

        return line.Length;
    }

    private static string Plain(string text) =>
        DeltaWords.Without(text).Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal).Trim().TrimStart('+', '#', '~').TrimEnd(',', ';').Trim();
}
