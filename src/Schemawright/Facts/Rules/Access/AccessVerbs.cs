using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>The words for what people do with data.</summary>
internal static class AccessVerbs
{
    private static readonly AccessVerb[] Everything = [AccessVerb.Create, AccessVerb.Read, AccessVerb.Update, AccessVerb.Delete];

    private static readonly Dictionary<string, AccessVerb[]> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["view"] = [AccessVerb.Read], ["views"] = [AccessVerb.Read], ["read"] = [AccessVerb.Read], ["see"] = [AccessVerb.Read], ["access"] = [AccessVerb.Read], ["list"] = [AccessVerb.Read], ["download"] = [AccessVerb.Read],
        ["export"] = [AccessVerb.Read], ["browse"] = [AccessVerb.Read], ["search"] = [AccessVerb.Read], ["monitor"] = [AccessVerb.Read], ["review"] = [AccessVerb.Read], ["track"] = [AccessVerb.Read], ["r"] = [AccessVerb.Read], ["v"] = [AccessVerb.Read],
        ["create"] = [AccessVerb.Create], ["add"] = [AccessVerb.Create], ["submit"] = [AccessVerb.Create], ["upload"] = [AccessVerb.Create], ["post"] = [AccessVerb.Create], ["register"] = [AccessVerb.Create],
        ["invite"] = [AccessVerb.Create], ["book"] = [AccessVerb.Create], ["write"] = [AccessVerb.Create, AccessVerb.Update],
        ["edit"] = [AccessVerb.Update], ["update"] = [AccessVerb.Update], ["modify"] = [AccessVerb.Update], ["change"] = [AccessVerb.Update], ["assign"] = [AccessVerb.Update], ["cancel"] = [AccessVerb.Update],
        ["delete"] = [AccessVerb.Delete], ["remove"] = [AccessVerb.Delete], ["archive"] = [AccessVerb.Delete],
        ["approve"] = [AccessVerb.Approve], ["reject"] = [AccessVerb.Approve], ["sign"] = [AccessVerb.Update],
        ["manage"] = Everything, ["administer"] = Everything, ["control"] = Everything, ["full"] = Everything,
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
        "cannot" or "can't" or "can not" or "may not" or "must not" or "restrictions" or "denied" => false,
        "can" or "may" or "special" or "permissions" or "allowed" or "also" => true,
        _ => null,
    };

    /// <summary>The verbs the words begin with ("Read/Write all"), and the words after them.</summary>
    public static (IReadOnlyList<AccessVerb> Verbs, string After) Open(string words)
    {
        var text = words.Opens("can", "may", "to") ? words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..] : words;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? text : text[..space];
        var verbs = OfLabel(first);
        return verbs.Count > 0 && (space >= 0 || first.Length > 1) ? (verbs, space < 0 ? "" : text[(space + 1)..].Trim()) : ([], words);
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
}
