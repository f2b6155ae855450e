using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Foreign keys in words: "foreign key to X", <c>FK -> X.id</c>, "references x(id)", "links to X".</summary>
internal static class ReferenceWords
{
    private static readonly string[] Openings =
        ["foreign key", "foreignkey", "fk", "references", "reference", "ref:", "ref", "links to", "link to", "refers to", "points to", "belongs to", "id of", "relation to", "lookup to", "→", "->"];

    private static readonly string[] Clears = ["set to null", "sets null", "nullify", "nullified", "nullifies", "cleared", "unassigned", "unlinked", "detached"];

    private static readonly string[] Refusals = ["restricts", "restricted", "prevent", "prevents", "prevented", "blocked", "blocks", "cannot be deleted", "can not be deleted", "not allowed", "protect", "refused"];

    private static readonly string[] Followings = ["cascading", "deleted with", "delete with", "are deleted", "also deleted", "are removed"];

    private static readonly string[] Joints = ["to the ", "to ", "->", "→", "=>", ":", ">", "(", "references ", "of the ", "of ", "the ", "-", "for "];

    private const int MostWordsOfAName = 3;

    /// <summary>Words that go on after the name: "Boat who sails it", "Boat table".</summary>
    private static readonly HashSet<string> Remarks = new("table id entity who which that whose with of by and or when for is as to has it not the a an this where what from at per each copied snapshot".Split(' '), StringComparer.Ordinal);

    /// <summary>The entity the remark refers to; for a bare "FK" the one the attribute is named after.</summary>
    public static string? Target(string remark, string attribute)
    {
        foreach (var opening in Openings)
        {
            if (!Starts(remark, opening))
            {
                continue;
            }

            var rest = SkipJoints(remark[opening.Length..]);
            return rest.Length > 0 ? Name(rest, opening, remark) : opening is "fk" or "foreign key" ? Stem(attribute) : opening is "reference" or "ref" ? Stem(attribute) ?? attribute : null;
        }

        return null;
    }

    /// <summary><c>customer_id</c> and <c>customerIds</c> give customer.</summary>
    public static string? Stem(string attribute)
    {
        var words = Naming.Words(attribute);
        return words.Count > 1 && words[^1] is "id" or "ids" or "uuid" or "fk" ? string.Join('_', words.Take(words.Count - 1)) : null;
    }

    /// <summary>cascade, restrict, set null.</summary>
    public static string? OnDelete(string text)
    {
        var words = text.ToLowerInvariant();
        if (words.Contains("update", StringComparison.Ordinal) && !words.Contains("delete", StringComparison.Ordinal))
        {
            return null;
        }

        return TextScan.HasWord(words, "cascade") || TextScan.HasWord(words, "cascades") ? "cascade"
            : TextScan.HasWord(words, "set null") ? "set null"
            : TextScan.HasWord(words, "restrict") || TextScan.HasWord(words, "no action") ? "restrict"
            : words.Contains("delet", StringComparison.Ordinal) ? InWords(words)
            : null;
    }

    /// <summary>What people write of deleting without SQL's words for it.</summary>
    private static string? InWords(string words) =>
        Array.Exists(Clears, word => TextScan.HasWord(words, word)) ? "set null"
        : Array.Exists(Refusals, word => TextScan.HasWord(words, word)) ? "restrict"
        : Array.Exists(Followings, word => TextScan.HasWord(words, word)) ? "cascade"
        : null;

    private static bool Starts(string remark, string opening) =>
        char.IsLetterOrDigit(opening[^1]) ? TextScan.StartsWithWord(remark, opening) : remark.StartsWith(opening, StringComparison.OrdinalIgnoreCase);

    private static string SkipJoints(string text)
    {
        var rest = text.TrimStart();
        for (var joint = Joint(rest); joint is not null; joint = Joint(rest))
        {
            rest = rest[joint.Length..].TrimStart();
        }

        return rest;
    }

    private static string? Joint(string text) => Array.Find(Joints, joint => text.StartsWith(joint, StringComparison.OrdinalIgnoreCase));

    /// <summary>Up to three words, up to a dot, a bracket, a comma or a remark; after a plain verb only a name in capitals counts.</summary>
    private static string? Name(string rest, string opening, string remark)
    {
        // "Reference to member", all that is said, is no verb of a sentence.
        var alone = opening is "reference" or "relation to" or "lookup to" or "link to" && remark.Contains(" to ", StringComparison.OrdinalIgnoreCase) && remark.Length - rest.Length + WordEnd(rest, 0) == remark.TrimEnd('.').Length;
        var sure = alone || opening is "foreign key" or "foreignkey" or "fk" or "references" or "→" or "->" or "ref:";
        var end = WordEnd(rest, 0);
        for (var words = 1; end > 0 && words < MostWordsOfAName && end + 1 < rest.Length && rest[end] == ' ' && WordEnd(rest, end + 1) is var next && next > end + 1; words++)
        {
            var word = rest[(end + 1)..next];
            if (!char.IsUpper(word[0]) && (!sure || rest[0] is >= 'a' and <= 'z' || !char.IsLetter(word[0]) || Remarks.Contains(word) || TypeVocabulary.IsConstraint(word)))
            {
                break;
            }

            end = next;
        }

        var name = rest[..end].Trim();
        if (name.Length is 0 or > 60 || !char.IsLetter(name[0]) || (!sure && !char.IsUpper(name[0])))
        {
            return null;
        }

        return name.ToLowerInvariant() is "table" or "number" or "id" or "code" or "only" or "system" or "external" ? null : name;
    }

    private static int WordEnd(string text, int from)
    {
        var end = from;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_'))
        {
            end++;
        }

        return end;
    }
}
