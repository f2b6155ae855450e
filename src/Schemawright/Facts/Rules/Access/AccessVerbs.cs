using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>The words for what people do with data.</summary>
internal static class AccessVerbs
{
    private static readonly AccessVerb[] Everything = [AccessVerb.Create, AccessVerb.Read, AccessVerb.Update, AccessVerb.Delete];

    private static readonly Dictionary<string, AccessVerb[]> Verbs = Table(
        ([AccessVerb.Read], "view read see access list download export browse search monitor review track inspect look preview print find query open watch consult r v"),
        ([AccessVerb.Create], "create add submit upload post register invite book request record enter capture raise insert issue import place"),
        ([AccessVerb.Create, AccessVerb.Update], "write plan schedule compose"),
        ([AccessVerb.Update], "edit update modify change assign reassign cancel set adjust override mark move reschedule close complete correct publish unpublish activate deactivate suspend lock unlock reopen rename sign amend alter configure void fill reset transfer finish"),
        ([AccessVerb.Delete], "delete remove archive erase purge destroy"),
        ([AccessVerb.Approve], "approve reject authorise authorize confirm decline accept"),
        (Everything, "manage administer control maintain full"));

    /// <summary>What people do besides: it touches no rows, or the words do not say which way.</summary>
    private static readonly HashSet<string> Deeds = new(
        "run runs walk feed send receive attend join leave choose select perform respond conduct take bring operate handle oversee supervise coordinate deal talk ask answer get give have do make go come start stop provide prepare clean cook deliver teach buy sell hire apply notify communicate connect translate ensure decide".Split(' '), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["seen"] = "see", ["written"] = "write", ["found"] = "find", ["voided"] = "void", ["read"] = "read", ["set"] = "set", ["reset"] = "reset", ["run"] = "run", ["kept"] = "keep", ["taken"] = "take", ["made"] = "make",
    };

    /// <summary>The verbs of a label: "View", "Create/Edit", "Can view"; empty when the label is no verb.</summary>
    public static IReadOnlyList<AccessVerb> OfLabel(string label)
    {
        var words = label.Opens("can", "may") ? label[(label.IndexOf(' ', StringComparison.Ordinal) + 1)..] : label;
        var parts = words.Split(['/', ',', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && parts.All(Verbs.ContainsKey) ? [.. parts.SelectMany(part => Verbs[part]).Distinct()] : [];
    }

    /// <summary>True for "Cannot", "Can", "Special": labels after which the words name the verbs themselves.</summary>
    public static bool? Permits(string label) => label.ToLowerInvariant() switch
    {
        "cannot" or "can't" or "can not" or "may not" or "must not" or "restrictions" or "denied" or "not allowed" or "forbidden" => false,
        "can" or "may" or "special" or "permissions" or "allowed" or "also" or "rights" => true,
        _ => null,
    };

    /// <summary>The verbs the words begin with ("Read/Write all", "edits orders"), and the words after them.</summary>
    /// <param name="thirdPerson">"views orders" is read as well; in a list of things "views" are things.</param>
    public static (IReadOnlyList<AccessVerb> Verbs, string After) Open(string words, bool thirdPerson = false)
    {
        var text = words.Opens("can", "may", "to") ? words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..] : words;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? text : text[..space];
        var verbs = OfLabel(first) is { Count: > 0 } named ? named : thirdPerson ? OfLabel(Singular(first)) : [];
        return verbs.Count > 0 && (space >= 0 || first.Length > 1) ? (verbs, space < 0 ? "" : text[(space + 1)..].Trim()) : ([], words);
    }

    /// <summary>True when the words begin with a verb that does nothing to rows, or one nobody knows: "runs the shop", "walk the dogs".</summary>
    public static bool OpensOtherDeed(string words, bool thirdPerson)
    {
        var parts = words.Split(' ', 3);
        var first = parts[0].ToLowerInvariant();
        return Deeds.Contains(first) || (thirdPerson && first.Length > 2 && (Deeds.Contains(Singular(first)) || (parts.Length > 1 && first.EndsWith('s') && !first.EndsWith("ss", StringComparison.Ordinal) && !IsLink(parts[1]))))
            || (parts.Length > 1 && !IsDeterminer(first) && IsDeterminer(parts[1]) && OfLabel(first).Count == 0);
    }

    /// <summary>The verbs of a participle: "deleted", "edited", "seen"; empty for any other word.</summary>
    public static IReadOnlyList<AccessVerb> OfParticiple(string word)
    {
        var lower = word.ToLowerInvariant();
        foreach (var lemma in Irregular.TryGetValue(lower, out var irregular) ? [irregular] : Lemmas(lower))
        {
            if (Verbs.TryGetValue(lemma, out var verbs) && lemma.Length > 1)
            {
                return verbs;
            }
        }

        return [];
    }

    /// <summary>The verbs of a gerund or a noun of action: "deleting", "deletion", "editing".</summary>
    public static IReadOnlyList<AccessVerb> OfGerund(string word)
    {
        var lower = word.ToLowerInvariant();
        string[] stems = lower.EndsWith("ing", StringComparison.Ordinal) && lower.Length > 5 ? [lower[..^3], lower[..^3] + "e", lower[..^4]] : lower is "deletion" or "removal" or "creation" or "approval" ? [lower switch { "deletion" => "delete", "removal" => "remove", "creation" => "create", _ => "approve" }] : [];
        return Array.Find(stems, Verbs.ContainsKey) is { } verb ? Verbs[verb] : [];
    }

    /// <summary>"order approval" approves orders, "staff management" does everything with staff, "profile updates" updates profiles.</summary>
    public static (IReadOnlyList<AccessVerb> Verbs, string Resource) OfNoun(string noun)
    {
        var space = noun.LastIndexOf(' ');
        var last = space < 0 ? "" : noun[(space + 1)..].ToLowerInvariant();
        IReadOnlyList<AccessVerb> verbs = last switch
        {
            "approval" or "approvals" => [AccessVerb.Approve],
            "management" or "administration" => Everything,
            "updates" => [AccessVerb.Update],
            "access" => [AccessVerb.Read],
            _ => [],
        };
        return verbs.Count > 0 ? (verbs, noun[..space].Trim()) : (verbs, noun);
    }

    /// <summary>The verbs of a matrix cell's letters: CRUD, RU, V; null when the cell is no access cell.</summary>
    public static IReadOnlyList<AccessVerb>? OfLetters(string letters)
    {
        if (letters.Length is 0 or > 6)
        {
            return null;
        }

        var verbs = new List<AccessVerb>();
        foreach (var letter in letters)
        {
            AccessVerb? verb = letter switch
            {
                'C' => AccessVerb.Create, 'R' or 'V' => AccessVerb.Read, 'U' or 'E' or 'W' => AccessVerb.Update, 'D' => AccessVerb.Delete, 'A' => AccessVerb.Approve, _ => null,
            };
            if (verb is null)
            {
                return null;
            }

            verbs.Add(verb.Value);
        }

        return verbs;
    }

    private static bool IsDeterminer(string word) => word.ToLowerInvariant() is "the" or "a" or "an" or "their" or "his" or "her" or "its" or "all" or "any" or "every" or "each" or "everything" or "new" or "own";

    private static bool IsLink(string word) => word.ToLowerInvariant() is "of" or "for" or "and" or "or" or "in" or "with" or "from" or "by" or "only";

    private static string Singular(string word) => word.ToLowerInvariant() is var lower && lower.EndsWith("shes", StringComparison.Ordinal) || lower.EndsWith("ches", StringComparison.Ordinal) ? lower[..^2] : lower.EndsWith("ies", StringComparison.Ordinal) ? lower[..^3] + "y" : lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) ? lower[..^1] : lower;

    private static string[] Lemmas(string participle) =>
        participle.EndsWith("ied", StringComparison.Ordinal) ? [participle[..^3] + "y"]
        : participle.EndsWith("ed", StringComparison.Ordinal) && participle.Length > 4 ? [participle[..^1], participle[..^2], participle[..^3]]
        : [];

    private static Dictionary<string, AccessVerb[]> Table(params ReadOnlySpan<(AccessVerb[] Verbs, string Words)> rows)
    {
        var table = new Dictionary<string, AccessVerb[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var (verbs, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                table[word] = verbs;
            }
        }

        return table;
    }
}
