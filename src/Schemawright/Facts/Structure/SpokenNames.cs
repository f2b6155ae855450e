using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Facts.Structure.Prose;

namespace Schemawright.Facts.Structure;

/// <summary>Names of attributes as people say them in a list of a thing's data: "a name", "founded on", "is open", "number of seats".</summary>
internal static class SpokenNames
{
    private const int MostWords = 5;
    private const int FewestAmongKnown = 3;

    /// <summary>What people do with an application; "sail number" and "post code" begin with a verb, too, and are names.</summary>
    private static readonly HashSet<string> Imperatives = new(
        ("search view upload download export import update set sign check log click tap press list print display show filter sort share add edit create delete remove manage select choose enter browse send receive generate assign approve "
        + "reject see get change enable disable allow provide use make configure define calculate compute submit save open close cancel schedule invite track monitor notify customize customise integrate support ensure verify compare book buy").Split(' '),
        StringComparer.Ordinal);

    /// <summary>What heads lists about a thing; no thing has it.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "attributes", "fields", "columns", "relationships", "relations", "associations", "constraints", "rules", "validation", "validations", "indexes", "indices", "methods", "operations", "endpoints", "invariants",
        "strengths", "weaknesses", "opportunities", "threats", "advantages", "disadvantages", "pros", "cons", "differentiator", "differentiators",
    };

    private static readonly string[] Articles = ["a ", "an ", "the ", "its ", "their ", "his ", "her ", "one ", "exactly one "];

    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal) { "on", "at", "by", "from", "to", "until", "in", "since", "for" };

    /// <summary>The attribute a piece of a list states, without the article before it; null when the piece is none.</summary>
    public static AttributeLine? Read(string text)
    {
        if (text.TrimEnd() is [.., ']' or ')', '?'] marked)
        {
            return Read(marked[..^1]) is { } listed ? listed with { Optional = true } : null; // "result [good, bad]?"
        }

        var plain = ShortHands.WrittenOut(text.Trim().TrimEnd('.')).Replace("e-mail", "email", StringComparison.OrdinalIgnoreCase);
        var article = Array.Find(Articles, article => plain.StartsWith(article, StringComparison.OrdinalIgnoreCase));
        var spoken = article is null ? plain : plain[article.Length..];

        if (Asked(spoken) is { } question)
        {
            return question;
        }

        if (spoken.EndsWith(" yes/no", StringComparison.OrdinalIgnoreCase) || spoken.EndsWith(" y/n", StringComparison.OrdinalIgnoreCase))
        {
            return Read(spoken[..spoken.LastIndexOf(' ')]) is { } asked ? asked with { Type = "yes/no" } : null;
        }

        if (spoken.Seek(" in ") is var at and > 0 && !spoken.Contains('(') && (MeasureUnits.IsOne(spoken[(at + 4)..]) || spoken[(at + 4)..].Length == 1))
        {
            return Read(spoken[..at]) is { } measured ? measured with { Type = $"({spoken[(at + 1)..]})" } : null;
        }

        // After an article "opening date" is a name; alone it may be a column "opening" of type date.
        var line = article is not null && spoken.All(character => char.IsLetter(character) || character is ' ') ? new AttributeLine(spoken, "", false) : AttributeLine.Parse(spoken);
        return line is not null && IsName(line.Name) ? line : null;
    }

    /// <summary>The attributes of a piece: one as a rule, "first name, last name" and "size, status (open, closed)" are two.</summary>
    public static IReadOnlyList<AttributeLine> ReadAll(string text)
    {
        var (listed, mark) = WithoutMark(text.Trim().TrimEnd('.'));
        var names = Parts(listed).Select(Read).ToList();
        if (names.Count > 1 && names.TrueForAll(line => line is not null) && AreNames(names.ConvertAll(line => line!)))
        {
            return [.. names.Select(line => line! with { Type = line!.Type.Length == 0 ? mark : line.Type }).SelectMany(line => Shared(line) ?? [line])];
        }

        return Valued(text) is { Count: > 1 } valued ? valued : (Read(text) ?? Marked(text)) is not { } one ? [] : Shared(one) ?? [one];
    }

    /// <summary>"Name, email (unique), role: nurse or doctor": the values stand behind the last of the names.</summary>
    private static List<AttributeLine> Valued(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var pieces = colon > 0 && text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && comma < colon ? Described.SpokenPieces.Cut(text, _ => false) : [];
        var names = pieces.Count > 1 && pieces[^1].EndsWith(')') ? pieces.Select(Read).OfType<AttributeLine>().ToList() : [];
        return names.Count == pieces.Count && names.Count > 1 && AreNames(names) ? names : [];
    }

    /// <summary>"arrival and departure date" are two dates.</summary>
    private static AttributeLine[]? Shared(AttributeLine line) =>
        line.Type.Length == 0 && line.Name.Split(' ') is [var one, "and", var other, "date" or "time" or "number" or "name" or "amount" or "code"] words ? [line with { Name = $"{one} {words[3]}" }, line with { Name = $"{other} {words[3]}" }] : null;

    /// <summary>"width, required": a name, and what is demanded of it.</summary>
    private static AttributeLine? Marked(string text)
    {
        var parts = TextScan.Split(text.Trim(), ',').ConvertAll(part => part.Trim());
        return parts.Count > 1 && parts.Skip(1).All(TypeVocabulary.IsConstraint) && Read(parts[0]) is { } name ? name with { Type = name.Type.Length == 0 ? $"({string.Join(", ", parts.Skip(1))})" : $"{name.Type.Trim('(', ')')}, {string.Join(", ", parts.Skip(1))}" } : null;
    }

    /// <summary>The pieces between commas that stand outside of brackets, or on both sides of "latitude / longitude"; what follows a colon or dash is one attribute's.</summary>
    private static List<string> Parts(string listed)
    {
        var parts = TextScan.Split(listed, ',').ConvertAll(part => part.Trim());
        if (parts.Count == 1)
        {
            parts = [.. listed.Split(" / ", StringSplitOptions.TrimEntries)];
            return parts.Count == 2 && parts.TrueForAll(part => !part.Contains(' ', StringComparison.Ordinal) && part.All(character => char.IsLetter(character) || character is '_')) ? parts : [];
        }

        parts[^1] = parts[^1].StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? parts[^1][4..] : parts[^1];
        return parts.Exists(part => TextScan.IndexOf(part, ':', 0) >= 0 || part.Length == 0 || part.Contains(" - ", StringComparison.Ordinal) || part.AsSpan().ContainsAny("–—→=")) || parts.Skip(1).Any(part => TypeVocabulary.IsConstraint(part)) ? [] : parts;
    }

    /// <summary>Each is known as an attribute, or most are where the others are written as a program writes them.</summary>
    private static bool AreNames(List<AttributeLine> lines)
    {
        var known = lines.Count(line => line.IsTyped || IsKnown(line.Name) || NamesAnother(line));
        known = known * 2 >= lines.Count ? known + lines.Count(line => !(line.IsTyped || IsKnown(line.Name) || NamesAnother(line)) && HasValues(line)) : known;
        var most = lines.Count >= FewestAmongKnown && known * 3 >= lines.Count * 2 && lines.TrueForAll(line => line.Type.Length > 0 || (line.Name.All(character => char.IsLetter(character) || character is ' ' or '-') && Naming.Words(line.Name).Count < FewestAmongKnown));
        return known == lines.Count || most || lines.TrueForAll(line => line.IsIdentifier) && known * 2 >= lines.Count || lines.Exists(line => line.IsIdentifier && line.Name.Contains('_', StringComparison.Ordinal)) && lines.TrueForAll(line => line.IsIdentifier);
    }

    /// <summary>"rigging (sloop / ketch)", "draught (in cm)": values or a unit stand only behind what is stored.</summary>
    private static bool HasValues(AttributeLine line) => line.Type.StartsWith("(in ", StringComparison.Ordinal) || (line.Type.StartsWith('(') && ValueLists.Parse(line.Type) is not null);

    /// <summary>"skipper (Person)": behind the name stands what it refers to.</summary>
    private static bool NamesAnother(AttributeLine line) => line.Type is ['(', var first, .., ')'] type && char.IsUpper(first) && EntityNames.IsTitle(type[1..^1]) && !type.Contains(' ', StringComparison.Ordinal);

    /// <summary>"First name, last name (required)", "is_new, is_used (booleans)": what the brackets say holds for each.</summary>
    private static (string Listed, string Mark) WithoutMark(string text)
    {
        var open = text.EndsWith(')') ? text.LastIndexOf('(') : -1;
        var inner = open > 0 ? text[(open + 1)..^1] : "";
        if (open > 0 && TextScan.Split(inner, ',').TrueForAll(part => TypeVocabulary.IsConstraint(part.Trim())))
        {
            return (text[..open].TrimEnd(), text[open..]);
        }

        return open > 0 && Nouns.Singular(inner) is var type && type != inner && TypeVocabulary.KindOf(type) is not null ? (text[..open].TrimEnd(), type) : (text, "");
    }

    /// <summary>"Refunded?", "Is open?": asked of a thing, to be answered with yes or no.</summary>
    private static AttributeLine? Asked(string spoken)
    {
        var words = spoken.EndsWith('?') && !spoken.AsSpan().ContainsAny(";:–—,") && !spoken.Contains(" - ", StringComparison.Ordinal) ? Naming.Words(spoken[..^1]) : [];
        return words.Count > 0 && (IsQuestion(words) || (words.Count == 1 && Verbs.Read(words[0]).Form.HasFlag(VerbForm.Participle))) ? new(spoken[..^1].TrimEnd(), "yes/no", false) : null;
    }

    /// <summary>True when the words can name an attribute: no sentence, no command.</summary>
    public static bool IsName(string name)
    {
        var words = Naming.Words(name);
        return words.Count is > 0 and <= MostWords && !name.Contains('.', StringComparison.Ordinal) && !Labels.Contains(words[^1]) && (words.Count == 1 || name.Contains('_', StringComparison.Ordinal) || (!(IsCommand(words) && !IsHyphened(name)) && !IsTold(words)));
    }

    /// <summary>True when the words are known to measure or describe something.</summary>
    public static bool IsKnown(string name)
    {
        var words = Naming.Words(name);
        return IsDated(words) || IsQuestion(words) || AttributeWords.IsOne(name);
    }

    /// <summary>"founded on", "valid until", "approved by".</summary>
    public static bool IsDated(IReadOnlyList<string> words) =>
        words.Count is 2 or 3 && Ends.Contains(words[^1]) && (words[0] is "valid" or "due" or "available" or "effective" or "active" || Verbs.Read(words[^2]).Form != VerbForm.None);

    private static bool IsQuestion(IReadOnlyList<string> words) => words.Count > 1 && words[0] is "is" or "has" or "can";

    /// <summary>"check-in time" tells nobody to check.</summary>
    private static bool IsHyphened(string name) => name.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && hyphen < name.IndexOf(' ', StringComparison.Ordinal);

    /// <summary>"Edit the title", "Upload photos".</summary>
    private static bool IsCommand(IReadOnlyList<string> words) => Imperatives.Contains(words[0]) && !IsDated(words);

    /// <summary>"orders are paid": a verb after the first word makes it a sentence.</summary>
    private static bool IsTold(IReadOnlyList<string> words) =>
        !IsQuestion(words) && words.Skip(1).Any(word => word is "is" or "are" or "was" or "were" or "must" or "can" or "may" or "will" or "should" or "has" or "have" or "not" or "belongs" or "when" or "if" or "that" or "which");
}
