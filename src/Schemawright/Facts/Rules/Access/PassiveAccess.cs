using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Reads rights told of the thing: "Invoices may only be deleted by owners", "Prices are visible to clerks only", "Deleting notes is reserved for owners".</summary>
/// <param name="Thing">What it is about, as written.</param>
internal sealed record PassiveAccess(string Thing, IReadOnlyList<AccessVerb> Verbs, IReadOnlyList<string> Roles, bool Allowed, bool Exclusive)
{
    private const int LongestThing = 80;

    private static readonly string[] Seen = ["visible to", "accessible to", "accessible by", "readable by", "viewable by", "visible for", "shown to", "available to", "disclosed to", "accessible for"];
    private static readonly string[] Reserved = ["reserved for", "reserved to", "restricted to", "limited to", "allowed for", "permitted for", "exclusive to", "up to"];
    private static readonly string[] Helpers = ["can only be", "may only be", "must only be", "can be", "may be", "cannot be", "can not be", "may not be", "must not be", "must never be", "can never be", "are only", "is only", "are", "is", "should only be", "shall only be", "must be", "shall be", "should be"];

    public static PassiveAccess? Read(string clause, Func<string, bool, bool> isRole) => Visible(clause, isRole) ?? Done(clause, isRole) ?? Kept(clause, isRole);

    /// <summary>"X are visible to R only": who sees.</summary>
    private static PassiveAccess? Visible(string clause, Func<string, bool, bool> isRole)
    {
        foreach (var phrase in Seen)
        {
            var at = clause.Find(phrase);
            if (at > 2 && Subject(clause[..at]) is var (thing, denied, only) && Agents(clause[(at + phrase.Length)..], isRole, out var alone) is { Count: > 0 } roles)
            {
                return new(thing, [AccessVerb.Read], roles, !denied, (only || alone) && !denied);
            }
        }

        return null;
    }

    /// <summary>"X can only be edited or deleted by R": who does.</summary>
    private static PassiveAccess? Done(string clause, Func<string, bool, bool> isRole)
    {
        var by = clause.Find("by");
        if (by < 0 || !EndsInDeed(clause.AsSpan(0, by).TrimEnd()) || Subject(WithoutParticiples(clause[..by].TrimEnd(), out var verbs)) is not var (thing, denied, only) || verbs.Count == 0)
        {
            return null;
        }

        return Agents(clause[(by + 2)..], isRole, out var alone) is { Count: > 0 } roles && (only || alone || denied || clause.Says("can be", "may be")) ? new(thing, verbs, roles, !denied, (only || alone) && !denied) : null;
    }

    /// <summary>The word before "by" is a participle of access.</summary>
    private static bool EndsInDeed(ReadOnlySpan<char> before) =>
        before[(before.LastIndexOf(' ') + 1)..].TrimEnd(',') is var last && (last is "or" or "and" || last.Equals("only", StringComparison.OrdinalIgnoreCase) || AccessVerbs.OfParticiple(last.ToString()).Count > 0);

    /// <summary>"Deleting X is reserved for R", "Access to X is restricted to R".</summary>
    private static PassiveAccess? Kept(string clause, Func<string, bool, bool> isRole)
    {
        foreach (var phrase in Reserved)
        {
            var at = clause.Find(phrase);
            if (at > 2 && Subject(clause[..at]) is var (deed, denied, _) && !denied && Agents(clause[(at + phrase.Length)..], isRole, out _) is { Count: > 0 } roles)
            {
                var words = deed.Split(' ', 2);
                var thing = words.Length > 1 ? words[1].Opens("of", "to") ? words[1][3..].Trim() : words[1] : "";
                var verbs = AccessVerbs.OfGerund(words[0]) is { Count: > 0 } gerund ? gerund : words[0].Equals("access", StringComparison.OrdinalIgnoreCase) || words[0].Equals("viewing", StringComparison.OrdinalIgnoreCase) ? [AccessVerb.Read] : [];
                return verbs.Count > 0 && thing.Length > 0 ? new(thing, verbs, roles, true, true) : null;
            }
        }

        return null;
    }

    /// <summary>The thing before "are", "can be"; and whether the helper denies or says "only".</summary>
    private static (string Thing, bool Denied, bool Only)? Subject(string before)
    {
        var text = before.TrimEnd();
        var only = text.EndsWith(" only", StringComparison.OrdinalIgnoreCase) || text.Says("only");
        var denied = text.EndsWith(" not", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" never", StringComparison.OrdinalIgnoreCase) || text.Says("cannot", "not be", "never be");
        text = text.EndsWith(" only", StringComparison.OrdinalIgnoreCase) ? text[..^5] : text.EndsWith(" not", StringComparison.OrdinalIgnoreCase) ? text[..^4] : text.EndsWith(" never", StringComparison.OrdinalIgnoreCase) ? text[..^6] : text;
        foreach (var helper in Helpers)
        {
            if (text.EndsWith(" " + helper, StringComparison.OrdinalIgnoreCase) && text[..^(helper.Length + 1)].Trim() is { Length: > 1 and <= LongestThing } thing)
            {
                return (WithoutDeterminer(thing), denied, only);
            }
        }

        return null;
    }

    private static string WithoutDeterminer(string thing) => thing.Opens("the", "all", "a", "an", "every", "each", "any") && thing.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? thing[(space + 1)..] : thing;

    private static string WithoutParticiples(string before, out IReadOnlyList<AccessVerb> verbs)
    {
        var words = before.TrimEnd().Split(' ').ToList();
        var found = new List<AccessVerb>();
        if (words.Count > 0 && words[^1].Equals("only", StringComparison.OrdinalIgnoreCase))
        {
            words.RemoveAt(words.Count - 1);
            words.Insert(0, "only");
        }

        while (words.Count > 1 && (AccessVerbs.OfParticiple(words[^1].TrimEnd(',')) is { Count: > 0 } || words[^1] is "or" or "and"))
        {
            found.InsertRange(0, AccessVerbs.OfParticiple(words[^1].TrimEnd(',')));
            words.RemoveAt(words.Count - 1);
        }

        verbs = [.. found.Distinct()];
        var rest = string.Join(' ', words);
        return rest.StartsWith("only ", StringComparison.Ordinal) && verbs.Count > 0 ? rest[5..] + " only" : rest;
    }

    /// <summary>The roles named, up to the end of the enumeration; empty when one is no role.</summary>
    private static IReadOnlyList<string> Agents(string words, Func<string, bool, bool> isRole, out bool alone)
    {
        var text = words.Trim().TrimEnd('.');
        alone = text.Opens("only") || text.EndsWith(" only", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" alone", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" exclusively", StringComparison.OrdinalIgnoreCase);
        var exclusive = alone;
        var end = text.IndexOfAny([';', '(', '.', ':']);
        var names = AccessClause.Names((end < 0 ? text : text[..end]).Replace(" exclusively", "", StringComparison.OrdinalIgnoreCase)).Select(name => name.Opens("only") ? name[5..].Trim() : name).ToArray();
        return names.Length is > 0 and <= 8 && Array.TrueForAll(names, name => isRole(name, exclusive)) ? names : [];
    }
}
