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
            return rest.Length > 0 ? Name(rest, opening) : opening is "fk" or "foreign key" ? Stem(attribute) : opening is "reference" or "ref" ? Stem(attribute) ?? attribute : null;
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

    /// <summary>One to three words, up to a dot, a bracket or a comma; after a plain verb only a name in capitals counts.</summary>
    private static string? Name(string rest, string opening)
    {
        var end = 0;
        while (end < rest.Length && (char.IsLetterOrDigit(rest[end]) || rest[end] is '_' || (rest[end] == ' ' && end + 1 < rest.Length && char.IsUpper(rest[end + 1]))))
        {
            end++;
        }

        var name = rest[..end].Trim();
        var sure = opening is "foreign key" or "foreignkey" or "fk" or "references" or "→" or "->" or "ref:";
        if (name.Length is 0 or > 60 || !char.IsLetter(name[0]) || (!sure && !char.IsUpper(name[0])))
        {
            return null;
        }

        return name.ToLowerInvariant() is "table" or "number" or "id" or "code" or "only" or "system" or "external" ? null : name;
    }
}
