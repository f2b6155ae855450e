using System.Globalization;
using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Facts.Language;

/// <summary>A type as read from words, and the words after it.</summary>
/// <param name="Rest">What follows the type's own words: notes and constraints, still unread.</param>
public sealed record TypeReading(DataType Type, string Rest);

/// <summary>What the words people use for types mean: <c>VARCHAR(255)</c>, "short text", <c>Array&lt;UUID&gt;</c>, <c>'a' | 'b'</c>.</summary>
public static class TypeWords
{
    private const int LongestPhrase = 5;

    /// <summary>Reads the type a text begins with; null when it begins with none.</summary>
    /// <param name="name">The attribute's name, which decides what "number" means.</param>
    public static TypeReading? Read(string text, string name)
    {
        var words = text.Trim().Replace("`", "", StringComparison.Ordinal);
        return words.Length == 0 ? null : Array(words, name) ?? Figures(words, name) ?? Values(words) ?? Base(words, name);
    }

    /// <summary>The type when the whole text is one, without any further words.</summary>
    public static DataType? Whole(string text, string name) =>
        Read(text, name) is { } reading && reading.Rest.Length == 0 ? reading.Type : null;

    private static TypeReading? Array(string text, string name) =>
        Suffixed(text, name) ?? Generic(text, name) ?? Spoken(text, name) ?? Bare(text, name);

    /// <summary><c>string[]</c>, <c>TEXT[3]</c>.</summary>
    private static TypeReading? Suffixed(string text, string name)
    {
        var open = text.IndexOf('[');
        if (open <= 0 || text[open - 1] is ' ' or '(')
        {
            return null;
        }

        var close = text.IndexOf(']', open);
        if (close < 0 || !text.AsSpan(open + 1, close - open - 1).Trim().ToString().All(char.IsDigit))
        {
            return null;
        }

        return Read(text[..open], name) is { Rest: "" } item ? new(item.Type with { IsArray = true }, text[(close + 1)..].TrimStart('[', ']').Trim()) : null;
    }

    /// <summary><c>Array&lt;UUID&gt;</c>, <c>List&lt;string&gt;</c>, <c>Record&lt;string, any&gt;</c>.</summary>
    private static TypeReading? Generic(string text, string name)
    {
        var open = text.IndexOf('<');
        var close = open < 0 ? -1 : text.LastIndexOf('>');
        if (open <= 0 || close < open)
        {
            return null;
        }

        var inner = text[(open + 1)..close];
        var rest = text[(close + 1)..].Trim();
        return text[..open].Trim().ToLowerInvariant() switch
        {
            "array" or "list" or "set" or "collection" or "ienumerable" or "ilist" or "readonlyarray" =>
                new((Whole(inner, name) ?? DataType.Of(DataKind.Unknown)) with { IsArray = true }, rest),
            "record" or "map" or "dictionary" or "partial" or "hashmap" => new(DataType.Of(DataKind.Json), rest),
            "optional" or "nullable" or "maybe" => Whole(inner, name) is { } type ? new(type, rest.Length == 0 ? "optional" : "optional, " + rest) : null,
            _ => null,
        };
    }

    /// <summary>"array of strings", "list of UUIDs".</summary>
    private static TypeReading? Spoken(string text, string name)
    {
        foreach (var opening in (string[])["array of ", "list of ", "set of ", "collection of ", "arrays of "])
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                var item = Base(Singular(text[opening.Length..]), name);
                return item is null ? new(new(DataKind.Unknown, IsArray: true), text) : item with { Type = item.Type with { IsArray = true } };
            }
        }

        return null;
    }

    private static string Singular(string text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return Nouns.Singular(text[..end].ToLowerInvariant()) + text[end..];
    }

    /// <summary>"array - what it holds": the name says of what.</summary>
    private static TypeReading? Bare(string text, string name)
    {
        foreach (var word in (string[])["array", "list"])
        {
            if (TextScan.StartsWithWord(text, word) && Ends(text, word.Length))
            {
                var kind = HeadNounTypes.Guess(name)?.Kind ?? HeadNounTypes.Guess(Nouns.Singular(name.ToLowerInvariant()))?.Kind;
                return new(new(kind ?? DataKind.Unknown, IsArray: true), Rest(text, word.Length));
            }
        }

        return null;
    }

    /// <summary><c>enum(a, b)</c>, <c>enum: a|b</c>, <c>'a' | 'b'</c>, <c>A|B|C</c>, "one of a, b".</summary>
    private static TypeReading? Values(string text)
    {
        if (Enumerations.Keyword(text) is { } opening)
        {
            var (values, rest) = Enumerations.After(text[opening..]);
            return new(new(DataKind.Enumeration, Values: values), rest);
        }

        if (Enumerations.Named(text) is { } braces)
        {
            var (values, rest) = Enumerations.After(text[braces..]);
            return values.Count == 0 ? null : new(new(DataKind.Enumeration, Values: values), rest);
        }

        var (union, after) = Enumerations.Union(text);
        return union.Count == 0 ? null : new(new(DataKind.Enumeration, Values: union), after);
    }

    /// <summary><c>30 | 60 | 90</c>: a number of which only some are allowed.</summary>
    private static TypeReading? Figures(string text, string name)
    {
        var parts = text.Contains('|') ? text.Split('|', StringSplitOptions.TrimEntries) : [];
        return parts.Length > 1 && System.Array.TrueForAll(parts, part => decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            ? new(HeadNounTypes.OfNumber(name), "one of " + string.Join(", ", parts))
            : null;
    }

    private static TypeReading? Base(string text, string name)
    {
        var best = -1;
        DataKind? kind = null;
        foreach (var end in PhraseEnds(text))
        {
            if (TypeVocabulary.KindOf(text[..end]) is { } found)
            {
                (best, kind) = (end, found);
            }
        }

        return kind is null || !Ends(text, best) ? null : WithArguments(kind.Value, text, best, name);
    }

    /// <summary>The ends of the first words, so that "timestamp with time zone" is tried as one, two, three and four words.</summary>
    private static IEnumerable<int> PhraseEnds(string text)
    {
        var words = 0;
        for (var index = 1; index <= text.Length && words < LongestPhrase; index++)
        {
            if (index == text.Length || !(char.IsLetterOrDigit(text[index]) || text[index] is '_' or '/' or '-' && index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1])))
            {
                if (char.IsLetterOrDigit(text[index - 1]) || text[index - 1] is '%')
                {
                    words++;
                    yield return index;
                }
            }
        }
    }

    /// <summary>A type word is followed by an end, a mark or a word of constraint: "Date visible" and "text size" are no types.</summary>
    private static bool Ends(string text, int end)
    {
        var rest = text[end..].TrimStart();
        return rest.Length == 0 || IsRange(rest) || "-–—,;:([{|?!=<>.".Contains(rest[0], StringComparison.Ordinal) || TypeVocabulary.IsConstraint(rest);
    }

    /// <summary><c>int 1-5</c>, <c>decimal 0..100</c>.</summary>
    private static bool IsRange(string rest)
    {
        var end = rest.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return end > 0 && rest[end..].TrimStart('-', '–', '.', ' ') is [>= '0' and <= '9', ..];
    }

    /// <summary>A name or a title is never a long text; a method, a subject or a state may be told at length.</summary>
    private static bool IsShort(string noun) => noun is "name" or "title" or "label" or "slug" or "sku" or "code" or "number" or "city" or "street" or "zip" or "postcode" or "username" or "login" or "brand" or "model" or "serial";

    private static TypeReading WithArguments(DataKind kind, string text, int end, string name)
    {
        var type = kind switch
        {
            DataKind.Unknown => HeadNounTypes.OfNumber(name),
            DataKind.LongText when text[..end] is "text" or "texts" && Naming.Words(name) is [.., var noun] && IsShort(noun) && HeadNounTypes.Guess(name) is { Kind: DataKind.ShortText, IsArray: false } named => named,
            _ => DataType.Of(kind),
        };
        var rest = text[end..].TrimStart();
        if (rest.StartsWith('(') && TextScan.Closing(rest, 0) is var close and > 0 && Numbers(rest[1..close]) is { } sizes)
        {
            return new(Sized(type, text[..end], sizes), Rest(rest, close + 1));
        }

        if (rest.StartsWith('(') && TextScan.Closing(rest, 0) is var again and > 1 && TypeVocabulary.KindOf(rest[1..again]) == kind)
        {
            return new(type, Rest(rest, again + 1));
        }

        return rest.StartsWith('?') ? new(type, "optional" + (rest.Length > 1 ? "," + rest[1..] : "")) : new(type, Rest(text, end));
    }

    private static List<int>? Numbers(string text)
    {
        var numbers = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.Count is 1 or 2 ? numbers : null;
    }

    private static DataType Sized(DataType type, string word, List<int> sizes) => type.Kind switch
    {
        DataKind.Decimal or DataKind.Money or DataKind.Percentage => type with { Precision = sizes[0], Scale = sizes.Count > 1 ? sizes[1] : 0 },
        DataKind.Integer when word.Equals("tinyint", StringComparison.OrdinalIgnoreCase) && sizes[0] == 1 => DataType.Of(DataKind.Boolean),
        DataKind.ShortText or DataKind.LongText or DataKind.Email or DataKind.Phone or DataKind.Url => type with { Kind = type.Kind == DataKind.LongText ? DataKind.ShortText : type.Kind, Length = sizes[0] },
        _ => type,
    };

    /// <summary>An arrow stays whole: it refers to something.</summary>
    private static string Rest(string text, int end) =>
        text[end..].Trim() is var rest && rest.StartsWith("->", StringComparison.Ordinal) ? rest : rest.TrimStart('-', '–', '—', ',', ';', ':').Trim();
}
