using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Relations;

/// <summary>A relationship in words that a list or tree uses: a verb, a number and a name, the owner before it or in the place above.</summary>
/// <param name="From">The owner named in the phrase; null when the place has to tell.</param>
/// <param name="Through">The entity that joins the two: "many-to-many with tags through labels".</param>
internal sealed record RelationPhrase(string? From, string To, Cardinality? FromMany, Cardinality? ToMany, string? Verb, string? Through)
{
    private const int LongestPhrase = 200;

    private static readonly string[] Having =
    [
        "may have", "can have", "must have", "should have", "has", "have", "may contain", "can contain", "contains", "contain", "consists of", "is made up of", "is composed of", "owns", "own",
        "may own", "can own", "includes", "include", "holds", "hold", "may hold", "can hold",
    ];

    private static readonly string[] Belonging =
    [
        "optionally belongs to", "may belong to", "can belong to", "must belong to", "belongs to", "belong to", "is part of", "is owned by", "is assigned to", "is linked to", "is associated with", "references", "refers to",
        "is placed by", "is created by", "is child of", "child of",
    ];

    private static readonly string[] Others = [" per ", " for each ", " for every ", " for any one ", " in each ", " in every ", " on each ", " at each ", " a year", " a month", " a week", " a day"];

    private static readonly string[] Optional = ["optionally", "may", "can"];

    private static readonly (string Words, Cardinality Many)[] Counts =
    [
        ("exactly one", Cardinality.ExactlyOne), ("only one", Cardinality.ExactlyOne), ("a single", Cardinality.ExactlyOne), ("at most one", Cardinality.ZeroOrOne), ("zero or one", Cardinality.ZeroOrOne),
        ("zero-or-one", Cardinality.ZeroOrOne), ("an optional", Cardinality.ZeroOrOne), ("optional", Cardinality.ZeroOrOne), ("one or more", Cardinality.OneOrMore), ("one-or-more", Cardinality.OneOrMore),
        ("at least one", Cardinality.OneOrMore), ("zero or more", Cardinality.ZeroOrMore), ("zero-or-more", Cardinality.ZeroOrMore), ("zero or many", Cardinality.ZeroOrMore), ("one or many", Cardinality.OneOrMore),
        ("any number of", Cardinality.ZeroOrMore), ("multiple", Cardinality.ZeroOrMore), ("several", Cardinality.ZeroOrMore), ("many", Cardinality.ZeroOrMore), ("one", Cardinality.ExactlyOne),
        ("0..1", Cardinality.ZeroOrOne), ("0..*", Cardinality.ZeroOrMore), ("1..*", Cardinality.OneOrMore), ("0..n", Cardinality.ZeroOrMore), ("1..n", Cardinality.OneOrMore), ("1", Cardinality.ExactlyOne),
        ("a", Cardinality.ExactlyOne), ("an", Cardinality.ExactlyOne),
    ];

    private static readonly string[] Pairs = ["many-to-many", "one-to-many", "many-to-one", "one-to-one", "1:n", "n:1", "m:n", "n:m", "1:1", "1:0..1", "0..1:1", "1:0..*", "1:1..*"];

    public static RelationPhrase? Parse(string text)
    {
        var words = text.Trim().TrimEnd('.', ';').Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
        return words.Length > LongestPhrase ? null : Kinded(words) ?? Paired(words) ?? Closed(words) ?? Each(words) ?? Spoken(words, Having, belongs: false) ?? Spoken(words, Belonging, belongs: true) ?? Participle(words) ?? ForOne(words);
    }

    /// <summary>The verb leads from the part to the whole.</summary>
    public static bool Belong(string verb) => Array.Exists(Belonging, known => verb.StartsWith(known, StringComparison.Ordinal));

    /// <summary>The verb a phrase without its owner begins with: "belongs to" of "belongs to Dock".</summary>
    public static string? VerbOf(string text) => Array.Find([.. Having, .. Belonging], verb => TextScan.StartsWithWord(text, verb)) is { } verb ? text[..verb.Length] : null;

    /// <summary>Words that set a thing above or below others of its kind.</summary>
    public static bool IsRank(string word) => word is "parent" or "child" or "sub" or "nested";

    /// <summary>The relationships of a phrase: "belongs to one dock, one owner and a club" states three.</summary>
    public static IEnumerable<RelationPhrase> ParseAll(string text)
    {
        if (Parse(text) is not { } first)
        {
            yield break;
        }

        yield return first;
        var verb = first.From is null && first.Verb is { } known ? Array.Find([.. Having, .. Belonging], verb => TextScan.StartsWithWord(text, verb) && known.StartsWith(verb, StringComparison.Ordinal)) : null;
        foreach (var part in verb is null ? [] : Described.SpokenPieces.Parts(text[verb.Length..].Trim().TrimEnd('.')).Skip(1))
        {
            if (Counted(part, true) is var (_, rest) && rest.Length < part.Length && Parse($"{verb} {part}") is { } next)
            {
                yield return next;
            }
        }
    }

    /// <summary>"A crate holds one or more apples (many-to-many)": the kind in brackets says what the verb leaves open, the count before the name stays.</summary>
    private static RelationPhrase? Kinded(string text)
    {
        var open = text.LastIndexOf('(');
        if (open <= 0 || text[^1] is not ')' || CardinalityWords.Pair(text[(open + 1)..^1]) is not var (from, to) || Spoken(text[..open].TrimEnd(), Having, belongs: false) is not { } told)
        {
            return null;
        }

        return told with { FromMany = from, ToMany = to.IsMany && told.ToMany is { IsMany: true } many ? many : to };
    }

    /// <summary>"Many-to-One: Supplier", "many-to-many with Member through Crew", "1:0..1 Insurance".</summary>
    private static RelationPhrase? Paired(string text)
    {
        foreach (var pair in Pairs)
        {
            if (TextScan.StartsWithWord(text, pair) && CardinalityWords.Pair(pair) is var (from, to))
            {
                var rest = Without(text[pair.Length..].TrimStart(' ', ':', '-', '–', '→'), "relationship ", "relation ", "with ", "to ", "the ");
                if (BothEnds(rest) is var (left, right))
                {
                    // "one-to-one between a trip and its bill" does not promise that there is a bill.
                    return new(left, right, from, to == Cardinality.ExactlyOne && from == to ? Cardinality.ZeroOrOne : to, null, null);
                }

                return Target(rest) is var (name, through) ? new(null, name, from, to, null, through) : null;
            }
        }

        return null;
    }

    /// <summary>"from Dock to Boat", "between Dock and Boat".</summary>
    private static (string From, string To)? BothEnds(string text)
    {
        foreach (var (opening, joint) in ((string, string)[])[("from ", " to "), ("between ", " and ")])
        {
            var at = text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) ? text.Seek(joint) : -1;
            if (at > 0 && Owner(text[opening.Length..at]) is { } from && Target(Without(text[(at + joint.Length)..], "a ", "an ", "the ", "its ")) is var (to, _))
            {
                return (from, to);
            }
        }

        return null;
    }

    /// <summary>"Supplier (N:1)", "Supplier [many-to-one]": the kind closes the phrase.</summary>
    private static RelationPhrase? Closed(string text)
    {
        var open = text.LastIndexOfAny(['(', '[']);
        return open > 0 && text[^1] is ')' or ']' && CardinalityWords.Pair(text[(open + 1)..^1]) is var (from, to) && EntityNames.IsName(text[..open]) ? new(null, text[..open].Trim(), from, to, null, null) : null;
    }

    /// <summary>"One per trip", "several for each trip".</summary>
    private static RelationPhrase? Each(string text)
    {
        foreach (var (words, many) in ((string, Cardinality)[])[("exactly one", Cardinality.ZeroOrOne), ("at most one", Cardinality.ZeroOrOne), ("only one", Cardinality.ZeroOrOne), ("one", Cardinality.ZeroOrOne), ("one or more", Cardinality.OneOrMore), ("many", Cardinality.ZeroOrMore), ("several", Cardinality.ZeroOrMore)])
        {
            foreach (var joint in (string[])[" per ", " for each ", " for every ", " of each "])
            {
                if (text.StartsWith(words + joint, StringComparison.OrdinalIgnoreCase) && Target(text[(words.Length + joint.Length)..]) is var (name, _))
                {
                    return new(null, name, many, Cardinality.ExactlyOne, null, null);
                }
            }
        }

        return null;
    }

    private static RelationPhrase? Spoken(string text, string[] verbs, bool belongs)
    {
        foreach (var verb in verbs)
        {
            var at = Find(text, verb);
            if (at < 0 || (at > 0 && Owner(text[..at]) is null) || Counted(text[(at + verb.Length)..].Trim(), belongs) is not var (many, rest) || Target(rest) is not var (name, through))
            {
                continue;
            }

            var from = at == 0 ? null : Owner(text[..at]);
            if (!belongs && !many.IsMany && TextScan.StartsWithWord(rest, "parent"))
            {
                return new(from, name, Cardinality.ZeroOrMore, verb is "must have" ? many : Cardinality.ZeroOrOne, verb, null); // a parent has other children, too
            }

            many = !belongs && !many.IsMany && ForEachOther(rest) ? Cardinality.ZeroOrMore : many;
            return belongs ? Belongs(from, name, verb, many, through) : new(from, name, through is null ? Cardinality.ExactlyOne : Cardinality.ZeroOrMore, Owned(many, verb), $"{verb} {Word(many)}", through);
        }

        return null;
    }

    /// <summary>"For a trip", all that is said: it belongs to one.</summary>
    private static RelationPhrase? ForOne(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is ["For" or "for", "a" or "an" or "one", _] or ["For" or "for", "a" or "an" or "one", _, _] && Target(string.Join(' ', words[2..])) is var (name, _) ? Belongs(null, name, "for", Cardinality.ExactlyOne, null) : null;
    }

    /// <summary>"written by one author", "kept in exactly one shelf": a participle, a preposition and a number.</summary>
    private static RelationPhrase? Participle(string text)
    {
        var words = text.Split(' ', 3);
        var reads = words.Length == 3 && words[1] is "by" or "in" or "at" or "on" or "to" or "from" or "with" && Language.Grammar.Verbs.Read(words[0].ToLowerInvariant()).Form.HasFlag(Language.Grammar.VerbForm.Participle);
        return reads && Counted(words[2], belongs: words[2].StartsWith("a ", StringComparison.Ordinal) || words[2].StartsWith("an ", StringComparison.Ordinal)) is var (many, rest) && Target(rest) is var (name, through) ? Belongs(null, name, $"{words[0].ToLowerInvariant()} {words[1]}", many, through) : null;
    }

    private static RelationPhrase Belongs(string? from, string name, string verb, Cardinality many, string? through)
    {
        var optional = Array.Exists(Optional, word => verb.StartsWith(word, StringComparison.Ordinal));
        return new(from, name, many.IsMany ? Cardinality.ZeroOrMore : null, optional && many == Cardinality.ExactlyOne ? Cardinality.ZeroOrOne : many, verb, through);
    }

    /// <summary>"has one" does not promise that there is one; "has exactly one" and "must have one" do.</summary>
    private static Cardinality Owned(Cardinality many, string verb) =>
        many == Cardinality.ExactlyOne && verb is not "must have" ? Cardinality.ZeroOrOne : many;

    /// <summary>"one budget per year", "one score for each test" are many.</summary>
    private static bool ForEachOther(string rest) => Array.Exists(Others, words => rest.Holds(words));

    private static string Word(Cardinality many) => many.IsMany ? "many" : "one";

    private static int Find(string text, string verb)
    {
        if (TextScan.StartsWithWord(text, verb))
        {
            return 0;
        }

        var at = text.Seek($" {verb} ");
        return at < 0 ? -1 : at + 1;
    }

    private static string? Owner(string text)
    {
        var name = EntityNames.Undecorated(Without(text.Trim(), "each ", "every ", "a ", "an ", "the ", "one "));
        return EntityNames.IsName(name) && name.Count(character => character == ' ') < 3 ? name : null;
    }

    /// <summary>How many, and what follows; belonging without a number is to one.</summary>
    private static (Cardinality Many, string After)? Counted(string text, bool belongs)
    {
        if (Bounded(text) is { } bounded)
        {
            return bounded;
        }

        foreach (var (words, many) in Counts)
        {
            // "has a long history" is no relationship, "has an Owner" is one.
            var named = belongs || words is not ("a" or "an") || (text.Length > words.Length + 1 && char.IsUpper(WithoutRank(text[(words.Length + 1)..])[0]));
            if (named && TextScan.StartsWithWord(text, words) && text.Length > words.Length && text[words.Length] == ' ')
            {
                return (many, text[(words.Length + 1)..].TrimStart());
            }
        }

        return belongs && !TextScan.StartsWithWord(text, "a") && !TextScan.StartsWithWord(text, "an") ? (Cardinality.ExactlyOne, text) : null;
    }

    /// <summary>"between 1 and 3 photos", "up to 5 guests", "2-4 players".</summary>
    private static (Cardinality Many, string After)? Bounded(string text)
    {
        var words = Without(text, "between ", "up to ", "from ").Replace(" and ", "-", StringComparison.OrdinalIgnoreCase).Split(' ', 2);
        var bounds = words[0].Split('-', '–');
        var upTo = text.StartsWith("up to ", StringComparison.OrdinalIgnoreCase);
        if (words.Length < 2 || !int.TryParse(bounds[0], out var low) || (bounds.Length == 1 && !upTo) || bounds.Length > 2 || (bounds.Length == 2 && !int.TryParse(bounds[1], out _)))
        {
            return null;
        }

        return (low > 0 && !upTo ? Cardinality.OneOrMore : Cardinality.ZeroOrMore, words[1]);
    }

    /// <summary>The name the text begins with, and the one that joins the two.</summary>
    private static (string Name, string? Through)? Target(string text)
    {
        var end = text.AsSpan().IndexOfAny("(,;:–—.[");
        var phrase = end < 0 ? text : text[..end];
        var through = (string?)null;
        foreach (var word in (string[])["through", "via", "using", "joined by"])
        {
            var at = text.Seek($" {word} ");
            var bracket = text.Seek($"({word} ");
            var start = at >= 0 ? at : bracket;
            through = start >= 0 && through is null ? Joiner(text[(start + word.Length + 2)..]) : through;
            phrase = at >= 0 && at < phrase.Length ? phrase[..at] : phrase;
        }

        foreach (var word in (string[])[" - ", " as ", " for ", " with ", " by ", " in ", " on ", " at ", " and ", " or ", " that ", " which ", " when ", " while ", " per ", " of "])
        {
            var at = phrase.Seek(word);
            phrase = at > 0 ? phrase[..at] : phrase;
        }

        var name = InBrackets(text) ?? EntityNames.Undecorated(WithoutRank(Without(phrase.Trim(), "the ", "other ", "associated ", "related ")));
        return EntityNames.IsName(name) && Naming.Words(name).Count <= 3 ? (name, through) : null;
    }

    /// <summary>"several crew members (Person)": behind a role in small letters the brackets name the thing.</summary>
    private static string? InBrackets(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open > 0 && char.IsLower(text[0]) ? TextScan.Closing(text, open) : -1;
        var name = close > 0 ? text[(open + 1)..close] : "";
        return name.Length > 1 && char.IsUpper(name[0]) && char.IsLower(name[1]) && EntityNames.IsTitle(name) && !name.Contains(' ') && TypeVocabulary.KindOf(name) is null && !TypeVocabulary.IsConstraint(name) ? name : null;
    }

    /// <summary>"parent Region", "child Regions" are regions: a word of rank before a name in capitals is no part of it.</summary>
    private static string WithoutRank(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && space + 1 < name.Length && char.IsUpper(name[space + 1]) && IsRank(name[..space]) ? name[(space + 1)..] : name;
    }

    /// <summary>The joining entity's name; "a join table" is none, and neither is the foreign key <c>Rental.boatId</c>.</summary>
    private static string? Joiner(string text)
    {
        var end = text.AsSpan().IndexOfAny("),;.");
        if (end >= 0 && text[end] == '.' && end + 1 < text.Length && char.IsLetter(text[end + 1]))
        {
            return null;
        }

        var name = EntityNames.Undecorated((end < 0 ? text : text[..end]).Trim());
        name = Without(name, "the ");
        name = name.EndsWith(" table", StringComparison.OrdinalIgnoreCase) ? name[..^6] : name;
        return EntityNames.IsName(name) && !name.Contains(' ') && (char.IsUpper(name[0]) || name.Contains('_')) ? name : null;
    }

    private static string Without(string text, params ReadOnlySpan<string> openings)
    {
        foreach (var opening in openings)
        {
            text = text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) ? text[opening.Length..].TrimStart() : text;
        }

        return text;
    }
}
