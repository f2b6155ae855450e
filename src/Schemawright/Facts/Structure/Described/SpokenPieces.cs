using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Described;

/// <summary>The pieces of a spoken list of attributes: "a name, an optional end date, whether it is for hire, when it was painted and a status: moored, out or lost".</summary>
internal static class SpokenPieces
{
    private const int MostWordsBeforeValues = 3;
    private const int MostWordsOfAName = 5;

    private static readonly string[] Articles = ["a ", "an ", "the ", "its ", "their ", "one "];

    private static readonly string[] Lists = ["ordered list of ", "list of ", "set of ", "collection of ", "sequence of ", "one or more ", "several ", "any number of ", "multiple "];

    private static readonly HashSet<string> Small = new("it they he she and was were is are the a an has have been did".Split(' '), StringComparer.Ordinal);

    /// <summary>The pieces between commas, semicolons and the joints of the list.</summary>
    /// <param name="isThing">Tells a thing by its key.</param>
    public static List<string> Cut(string list, Func<string, bool> isThing)
    {
        var text = Gathered(Aside(list.Trim().TrimEnd('.')).Replace("; with ", ", ", StringComparison.Ordinal).Replace(", with ", ", ", StringComparison.Ordinal));
        var pieces = TextScan.Split(text, TextScan.IndexOf(text, ';', 0) >= 0 ? ';' : ',').Select(piece => Without(piece.Trim(), "and ", "as well as ")).Where(piece => piece.Length > 0).ToList();
        Remarked(pieces);
        for (var at = pieces.Count - 1; at >= 0; at--)
        {
            var joint = Joint(pieces[at], last: at == pieces.Count - 1, isThing);
            if (joint > 0)
            {
                pieces.Insert(at + 1, pieces[at][(joint + 5)..].Trim());
                pieces[at] = pieces[at][..joint].Trim();
            }
        }

        return OfBoth(pieces);
    }

    /// <summary>"a place and, for hired boats, the hirer": there in some cases only.</summary>
    private static string Aside(string list)
    {
        var at = list.Seek(" and, for ");
        var close = at < 0 ? -1 : list.IndexOf(", ", at + 6, StringComparison.Ordinal);
        return close > 0 && list[(close + 2)..] is var rest && !rest.Contains(',', StringComparison.Ordinal) && !rest.Contains('(', StringComparison.Ordinal) ? $"{list[..at]} and optionally {rest}" : list;
    }

    /// <summary>The parts between commas and before the last "and".</summary>
    public static List<string> Parts(string list)
    {
        var parts = TextScan.Split(list, ',').Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        if (parts.Count == 0)
        {
            return parts;
        }

        var last = Without(parts[^1], "and ");
        var joint = Joint(last, last: true);
        parts[^1] = joint > 0 ? last[..joint] : last;
        if (joint > 0)
        {
            parts.Add(last[(joint + 5)..]);
        }

        return parts;
    }

    /// <summary>The attributes of a piece; null when it is none.</summary>
    public static IReadOnlyList<AttributeLine>? Read(string piece, string title)
    {
        var text = Without(OwnersOut(piece, title), "also ", "optionally ", "possibly ");
        var optional = text.Length < piece.Length && piece.StartsWith("optionally ", StringComparison.OrdinalIgnoreCase);
        if (Moments(text) is { } moments)
        {
            return moments.Count == 0 ? null : moments;
        }

        if (text.Seek(" with ") > 0 || text.StartsWith("or ", StringComparison.OrdinalIgnoreCase))
        {
            return null; // "a profile with a name" is a thing of its own, "or lost" a value
        }

        text = Shortened(OfAnother(WithoutClause(text))).Replace("e-mail", "email", StringComparison.OrdinalIgnoreCase);
        var line = Question(text) ?? Dated(text) ?? Bounded(text, title) ?? Adjective(text, title) ?? Texts(text) ?? SpokenNames.Read(text) ?? Articled(text);
        return line is not null && (SpokenNames.IsName(line.Name) || Articled(text) is not null) ? [optional ? line with { Optional = true } : line] : null;
    }

    /// <summary>"reserves a boat from a start time to an end time": the two moments; empty when the sentence names none.</summary>
    public static List<AttributeLine> Span(string sentence)
    {
        var from = sentence.Seek(" from ");
        var to = from < 0 ? -1 : sentence.Seek(" to ", from + 6);
        var end = to < 0 ? -1 : sentence.AsSpan(to).IndexOfAny(".,;");
        var (first, last) = to < 0 ? ("", "") : (sentence[(from + 6)..to], end < 0 ? sentence[(to + 4)..] : sentence[(to + 4)..(to + end)]);
        return first.StartsWith("a", StringComparison.Ordinal) && last.StartsWith("a", StringComparison.Ordinal) && Without(first, Articles).Length < first.Length && Without(last, Articles).Length < last.Length && IsKnown(first) && IsKnown(last)
            ? [new(Without(first, Articles), "", false), new(Without(last, Articles), "", false)]
            : [];
    }

    /// <summary>"the serial number of the test weight" is a test weight serial number.</summary>
    private static string OfAnother(string piece)
    {
        var of = piece.Seek(" of the ") is >= 0 and var owner ? owner : piece.Seek("reason for the ") is >= 0 and var why ? why + 6 : -1;
        var open = piece.IndexOf('(', StringComparison.Ordinal);
        var (what, whose) = of < 0 || (open >= 0 && open < of) ? ("", "") : (Without(piece[..of], Articles), open > 0 ? piece[After(piece, of)..open].Trim() : piece[After(piece, of)..]);
        return what.Length > 0 && (Naming.Words(what).Count + Naming.Words(whose).Count is > 2 and <= MostWordsOfAName || Naming.Words(what) is ["date" or "day" or "time" or "reason"]) && SpokenNames.IsKnown(what) && whose.All(character => char.IsLetter(character) || character is ' ' or '-') ? $"{whose} {what}{(open > 0 ? " " + piece[open..] : "")}" : piece;
    }

    /// <summary>Where the words behind " of the " or " for the " begin.</summary>
    private static int After(string piece, int joint) => piece.IndexOf(" the ", joint, StringComparison.OrdinalIgnoreCase) + 5;

    /// <summary>"the reading that was on the dial", "the weight from its label" are a reading and a weight.</summary>
    private static string WithoutClause(string piece)
    {
        foreach (var joint in piece.Holds("whether ") ? [] : (string[])[" that ", " which ", " from its ", " from the ", " on its ", " it is for", " it belongs to", " it is of", " for what ", " for whatever "])
        {
            if (piece.Seek(joint) is > 0 and var at && piece.IndexOf('(', StringComparison.Ordinal) is var open && (open < 0 || at < open))
            {
                return open > at ? $"{piece[..at]} {piece[open..]}" : piece[..at];
            }
        }

        return piece;
    }

    /// <summary>"a full address (street, city)" is an address, "the number of included meeting room hours" says that it counts.</summary>
    private static string Shortened(string piece)
    {
        var text = Without(piece, Articles);
        var full = Without(text, "full ", "complete ", "postal ") is var without && without.Length < text.Length && TextScan.StartsWithWord(without, "address") ? without : text;
        return full.StartsWith("number of ", StringComparison.OrdinalIgnoreCase) && Naming.Words(full).Count > MostWordsOfAName ? full[10..] : full == text ? piece : full;
    }

    /// <summary>"a display name" is none that is to be displayed.</summary>
    private static AttributeLine? Articled(string piece)
    {
        var text = Without(piece, Articles);
        return text.Length < piece.Length && AttributeLine.Parse(text) is { } line && Naming.Words(line.Name) is { Count: > 1 and <= MostWordsBeforeValues } && SpokenNames.IsKnown(line.Name) && line.Name.All(character => char.IsLetter(character) || character is ' ' or '-') ? line : null;
    }

    private static readonly string[] Many = ["many ", "several ", "multiple ", "zero or more ", "one or more ", "any number of ", "at least one "];

    /// <summary>"has many trips, logs and crews" lists things it has, no attributes.</summary>
    public static bool ListsThings(IReadOnlyList<string> pieces) => (pieces.Count > 0 && Array.Exists(Many, many => pieces[0].StartsWith(many, StringComparison.OrdinalIgnoreCase))) || (pieces.Count > 1 && pieces.All(piece => piece.StartsWith("one ", StringComparison.OrdinalIgnoreCase)));

    /// <summary>"an ordered list of stops": the things it has several of.</summary>
    public static string? SeveralOf(string piece)
    {
        var words = Without(piece, "an ", "a ");
        var opening = Array.Find(Lists, opening => words.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        var name = opening is null ? "" : words[opening.Length..].Trim();
        return name.Length > 1 && name.All(character => char.IsLetter(character) || character is ' ') && Naming.Words(name) is [.., var last] && Nouns.Singular(last) != last && !Prose.AttributeWords.IsOne(Nouns.Singular(last)) ? name : null;
    }

    private static string Without(string text, params ReadOnlySpan<string> openings)
    {
        foreach (var opening in openings)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return text[opening.Length..].TrimStart();
            }
        }

        return text;
    }

    /// <summary>"a status: moored, out or lost" at the end of a list are the values of the status.</summary>
    private static string Gathered(string list)
    {
        var colon = TextScan.IndexOf(list, ':', 0);
        var comma = colon < 0 ? -1 : Math.Max(list.LastIndexOf(',', colon), list[..colon].LastIndexOf(" and ", StringComparison.Ordinal) is > 0 and var and ? and + 4 : -1);
        var name = colon < 0 ? "" : Without(Without(list[(comma + 1)..colon].Trim(), "and "), Articles);
        var values = colon < 0 ? "" : list[(colon + 1)..].Trim();
        return name.Length > 0 && Naming.Words(name).Count <= MostWordsBeforeValues && SpokenNames.IsName(name) && ValueLists.Parse(values.Contains(',', StringComparison.Ordinal) ? values : values.Replace(" or ", ", ", StringComparison.Ordinal)) is { } read && read.All(value => char.IsLetter(value[0]) && !value.StartsWith("a ", StringComparison.Ordinal))
            ? $"{list[..colon]} ({values})"
            : list;
    }

    /// <summary>The last joint of the list outside of brackets; one within another piece only where names stand on both sides. "when it began and ended" is one piece.</summary>
    private static int Joint(string piece, bool last, Func<string, bool>? isThing = null)
    {
        for (var at = piece.LastIndexOf(" and ", StringComparison.OrdinalIgnoreCase); at > 0; at = piece.LastIndexOf(" and ", at - 1, StringComparison.OrdinalIgnoreCase))
        {
            var open = piece.LastIndexOf('(', at);
            var inside = open >= 0 && TextScan.Closing(piece, open) is var close && (close < 0 || close > at);
            var (before, after) = (piece[..at].Trim(), piece[(at + 5)..].Trim());
            var moments = piece.StartsWith("when ", StringComparison.OrdinalIgnoreCase) && !after.StartsWith("when ", StringComparison.OrdinalIgnoreCase) && !after.StartsWith("whether ", StringComparison.OrdinalIgnoreCase);
            if (!inside && !moments && !after.StartsWith("by whom", StringComparison.OrdinalIgnoreCase) && (last || after.StartsWith("when ", StringComparison.OrdinalIgnoreCase) || after.StartsWith("whether ", StringComparison.OrdinalIgnoreCase) || (IsKnownOr(before, isThing) && IsKnownOr(WithoutClause(after), isThing))))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsKnown(string name) => Without(name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open ? name[..open].TrimEnd() : name, Articles) is var bare && SpokenNames.IsName(bare) && SpokenNames.IsKnown(bare);

    private static bool IsKnownOr(string name, Func<string, bool>? isThing) => IsKnown(name) || isThing?.Invoke(Naming.EntityKey(Without(name, Articles))) == true;

    /// <summary>"if it was" behind a piece makes it optional.</summary>
    private static void Remarked(List<string> pieces)
    {
        for (var at = pieces.Count - 1; at > 0; at--)
        {
            if (pieces[at].StartsWith("if ", StringComparison.OrdinalIgnoreCase) && pieces[at].Count(character => character == ' ') < MostWordsBeforeValues)
            {
                pieces[at - 1] += " (optional)";
                pieces.RemoveAt(at);
            }
        }
    }

    /// <summary>"arrival and departure (both may be empty)" is said of two.</summary>
    private static List<string> OfBoth(List<string> pieces)
    {
        for (var at = pieces.Count - 1; at > 0; at--)
        {
            var open = pieces[at].IndexOf("(both ", StringComparison.OrdinalIgnoreCase);
            if (open > 0)
            {
                pieces[at] = $"{pieces[at][..open]}({pieces[at][(open + 6)..]}";
                pieces[at - 1] += $" {pieces[at][open..]}";
            }
        }

        return pieces;
    }

    /// <summary>"the visitor's full name" of a visitor is a full name.</summary>
    private static string OwnersOut(string piece, string title)
    {
        var text = piece.Trim();
        var at = text.IndexOf("'s ", StringComparison.Ordinal) is > 0 and var plain ? plain : text.IndexOf("’s ", StringComparison.Ordinal);
        var owner = at > 0 ? Naming.EntityKey(Without(text[..at], Articles)) : "";
        return owner.Length > 0 && ("_" + Naming.EntityKey(title)).EndsWith("_" + owner, StringComparison.Ordinal) ? text[(at + 3)..].Trim() : text;
    }

    /// <summary>"when it began and ended" are two moments; empty when the words tell none.</summary>
    private static List<AttributeLine>? Moments(string piece)
    {
        if (!piece.StartsWith("when ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var open = piece.IndexOf('(', StringComparison.Ordinal);
        var by = piece.Seek(" and by whom");
        if (by > 0)
        {
            return Moments(piece[..by]) is [{ } moment] ? [moment, new($"{moment.Name[..^3]} by", open > by ? piece[open..] : "", false)] : [];
        }

        var deeds = (open > 0 ? piece[5..open] : piece[5..]).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => !Small.Contains(word)).ToList();
        return deeds.Count is 1 or 2 && deeds.TrueForAll(IsDone) ? deeds.ConvertAll(word => new AttributeLine($"{word} at", open > 0 ? piece[open..] : "", false)) : [];
    }

    private static bool IsDone(string word) => (Verbs.Read(word).Form & (VerbForm.Participle | VerbForm.Past)) != 0;

    /// <summary>"whether it is for hire", "a flag that says whether it is for hire", "whether the bill was paid", "an active flag": yes or no.</summary>
    private static AttributeLine? Question(string piece)
    {
        var text = Without(piece, Articles);
        var at = text.IndexOf("whether ", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || (at > 0 && !text.StartsWith("flag", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("mark", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("information", StringComparison.OrdinalIgnoreCase)))
        {
            return text.EndsWith(" flag", StringComparison.OrdinalIgnoreCase) && text.Count(character => character == ' ') is 1 or 2 ? new(text[..^5], "boolean", false) : null;
        }

        var words = text[(at + 8)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("the" or "a" or "an" or "been")).ToArray();
        var verb = Array.FindIndex(words, word => word is "is" or "are" or "was" or "were" or "has" or "have" or "can" or "may" or "must");
        var spoken = verb switch
        {
            0 => string.Join(' ', words),
            > 0 when words[0] is "it" or "they" or "he" or "she" => words[verb] is "has" or "have" or "can" or "may" ? string.Join(' ', words[verb..].Select(word => word is "have" ? "has" : word is "may" ? "can" : word)) : string.Join(' ', words[(verb + 1)..]),
            > 0 and < 4 => string.Join(' ', words[..verb].Concat(words[(verb + 1)..])),
            _ => "",
        };
        return spoken.Length == 0 ? null : new(SpokenNames.IsName(spoken) ? spoken : $"is {spoken}", "boolean", false);
    }

    /// <summary>"the date it was painted", "the day they joined", "the time it was recorded": when it was done. "The person who signed", "the user who waived it" did it.</summary>
    private static AttributeLine? Dated(string piece)
    {
        var words = Without(piece, Articles).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        words = words is [.., "back" or "out" or "in"] ? words[..^1] : words;
        if (words is [_, "who", var deed, ..] && words.Length < 7 && IsDone(deed) && words[3..].All(word => Small.Contains(word) || word is "for"))
        {
            return new($"{deed} by", "", false);
        }

        if (words.Length is < 3 or > 6 || !IsDone(words[^1]) && words[^1] is not "due")
        {
            return null;
        }

        // "the day the boat was sold" is told of the boat, "the date of payment received" of none
        var told = words[1..^1].All(Small.Contains) || words[1..^1] is ["the" or "its", _, "was" or "is" or "were" or "are"];
        return words[0] is "date" or "day" && told ? new($"{words[^1]} on", "date", false)
            : words[0] is "time" or "moment" && told ? new($"{words[^1]} at", "timestamp", false)
            : null;
    }

    /// <summary>"a score from 1 to 4", "a billing day between 1 and 28".</summary>
    private static AttributeLine? Bounded(string piece, string title)
    {
        var at = piece.Seek(" between ") is > 0 and var between ? between : piece.Seek(" from ");
        var bounds = at < 0 ? [] : piece[(at + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return bounds is [_, var low, "and" or "to", var high] && decimal.TryParse(low, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _) && decimal.TryParse(high, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _)
            && Read(piece[..at], title) is [{ Type: "" } line] ? line with { Type = $"({low}-{high})" } : null;
    }

    /// <summary>"an optional end date", "a unique slug within the yard".</summary>
    private static AttributeLine? Adjective(string piece, string title)
    {
        var text = Without(piece, Articles);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || text[..space].ToLowerInvariant() is not ("optional" or "unique") || Read(Before(text[(space + 1)..]), title) is not [var line])
        {
            return null;
        }

        var within = text[(space + 1)..][Before(text[(space + 1)..]).Length..].Trim();
        return text.StartsWith("optional", StringComparison.OrdinalIgnoreCase) ? line with { Optional = true } : line with { Type = Joined(line.Type, $"unique {within}".Trim()) };
    }

    private static string Before(string text)
    {
        foreach (var joint in (string[])[" within ", " per ", " for each "])
        {
            if (text.Seek(joint) is > 0 and var at)
            {
                return text[..at];
            }
        }

        return text;
    }

    private static string Joined(string type, string remark) => type.Length == 0 ? $"({remark})" : $"{type.TrimEnd(')')}, {remark})";

    /// <summary>"a list of amenities (tags)" is one of texts.</summary>
    private static AttributeLine? Texts(string piece)
    {
        var text = Without(piece, Articles);
        var opening = Array.Find(Lists, opening => text.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return opening is not null && open > opening.Length && text[open..].Trim('(', ')', ' ').ToLowerInvariant() is "tags" or "texts" or "strings" or "words" or "keywords" or "labels" or "free text" ? new(text[opening.Length..open].Trim(), "array of strings", false) : null;
    }
}
