using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Facts.Structure.Prose;

namespace Schemawright.Facts.Structure;

/// <summary>Names of attributes as people say them in a list of a thing's data: "a name", "founded on", "is open", "number of seats".</summary>
internal static class SpokenNames
{
    private const int MostWords = 5;

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
        var plain = ShortHands.WrittenOut(text.Trim().TrimEnd('.'));
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

    /// <summary>The attributes of a piece: one as a rule, "first name, last name" are two.</summary>
    public static IReadOnlyList<AttributeLine> ReadAll(string text)
    {
        if (Read(text) is { } one)
        {
            return [one];
        }

        var (listed, mark) = WithoutMark(text.Trim());
        var parts = listed.Contains(',', StringComparison.Ordinal) && !listed.Contains('(', StringComparison.Ordinal) && !listed.Contains(':', StringComparison.Ordinal) ? listed.Split(',') : [];
        var names = parts.Select(Read).OfType<AttributeLine>().ToList();
        return parts.Length > 1 && names.Count == parts.Length && names.TrueForAll(line => line.Type.Length == 0 && IsKnown(line.Name)) ? [.. names.Select(line => line with { Type = mark })] : [];
    }

    /// <summary>"First name, last name (required)": what the brackets demand holds for each.</summary>
    private static (string Listed, string Mark) WithoutMark(string text)
    {
        var open = text.EndsWith(')') ? text.LastIndexOf('(') : -1;
        return open > 0 && TextScan.Split(text[(open + 1)..^1], ',').TrueForAll(part => TypeVocabulary.IsConstraint(part.Trim())) ? (text[..open].TrimEnd(), text[open..]) : (text, "");
    }

    /// <summary>"Refunded?", "Is open?": asked of a thing, to be answered with yes or no.</summary>
    private static AttributeLine? Asked(string spoken)
    {
        var words = spoken.EndsWith('?') ? Naming.Words(spoken[..^1]) : [];
        return words.Count > 0 && (IsQuestion(words) || (words.Count == 1 && Verbs.Read(words[0]).Form.HasFlag(VerbForm.Participle))) ? new(spoken[..^1].TrimEnd(), "yes/no", false) : null;
    }

    /// <summary>True when the words can name an attribute: no sentence, no command.</summary>
    public static bool IsName(string name)
    {
        var words = Naming.Words(name);
        return words.Count is > 0 and <= MostWords && !name.Contains('.', StringComparison.Ordinal) && !Labels.Contains(words[^1]) && (words.Count == 1 || name.Contains('_', StringComparison.Ordinal) || (!IsCommand(words) && !IsTold(words)));
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

    /// <summary>"Edit the title", "Upload photos".</summary>
    private static bool IsCommand(IReadOnlyList<string> words) => Imperatives.Contains(words[0]) && !IsDated(words);

    /// <summary>"orders are paid": a verb after the first word makes it a sentence.</summary>
    private static bool IsTold(IReadOnlyList<string> words) =>
        !IsQuestion(words) && words.Skip(1).Any(word => word is "is" or "are" or "was" or "were" or "must" or "can" or "may" or "will" or "should" or "has" or "have" or "not" or "belongs" or "when" or "if" or "that" or "which");
}
