using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>One thing a role may or may not do.</summary>
internal sealed record Grant(AccessVerb Verb, string Resource, AccessScope Scope, bool Allowed);

/// <summary>Reads what a role may do: "Own orders, invoices", "All data except tax numbers", "Read/Write all", "order approval".</summary>
internal static class Grants
{
    public const string Everything = "all data";

    /// <param name="verbs">The verbs the label gives; empty when the words themselves name them.</param>
    public static IEnumerable<Grant> Read(string text, IReadOnlyList<AccessVerb> verbs, bool allowed)
    {
        var words = text.Trim().TrimEnd('.');
        if (IsNothing(words))
        {
            return (verbs.Count > 0 ? verbs : [AccessVerb.Read]).Select(verb => new Grant(verb, Everything, AccessScope.All, false));
        }

        var except = words.Find("except");
        var granted = except < 0 ? words : words[..except];
        var grants = Items(granted, verbs, allowed).ToList();
        if (except >= 0)
        {
            var denied = verbs.Count > 0 ? verbs : [.. grants.Select(grant => grant.Verb).Distinct()];
            grants.AddRange(Items(words[(except + 6)..], denied, !allowed));
        }

        return grants;
    }

    private static IEnumerable<Grant> Items(string text, IReadOnlyList<AccessVerb> verbs, bool allowed)
    {
        var current = verbs;
        var scope = AccessScope.Unstated;
        var pieces = Pieces(text).ToArray();
        for (var index = 0; index < pieces.Length; index++)
        {
            var rest = pieces[index];
            var may = allowed;
            if (rest.Opens("cannot", "can not", "can't", "may not", "no"))
            {
                may = false;
                rest = rest[rest.IndexOf(' ', StringComparison.Ordinal).OrEnd(rest)..].Trim();
            }

            var (named, after) = AccessVerbs.Open(rest);
            current = named.Count > 0 ? named : current;
            scope = named.Count == 0 ? scope : rest.Opens("full") ? AccessScope.All : AccessScope.Unstated;
            rest = named.Count > 0 ? after : rest;
            foreach (var grant in Of(rest, current.Count > 0 ? current : SharedVerbs(pieces, index), scope, may))
            {
                yield return grant;
                scope = grant.Scope is AccessScope.Own or AccessScope.All ? grant.Scope : scope;
            }
        }
    }

    /// <summary>In "stock and price management" both are managed.</summary>
    private static IReadOnlyList<AccessVerb> SharedVerbs(string[] pieces, int index) =>
        index + 1 < pieces.Length && !pieces[index].Contains(' ', StringComparison.Ordinal) ? AccessVerbs.OfNoun(pieces[index + 1]).Verbs : [];

    private static IEnumerable<Grant> Of(string item, IReadOnlyList<AccessVerb> verbs, AccessScope above, bool allowed)
    {
        var (byNoun, core) = AccessVerbs.OfNoun(item);
        var (scope, resource) = AccessScopes.Cut(core);
        var reach = scope == AccessScope.Unstated ? above : scope;
        var used = byNoun.Count > 0 ? byNoun : verbs.Count > 0 ? verbs : [AccessVerb.Read];
        return used.Select(verb => new Grant(verb, IsEverything(resource) ? Everything : resource, reach, allowed));
    }

    /// <summary>The items; a list in parentheses stands for the word before it: "Own data only (orders, invoices)".</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        foreach (var item in ItemLists.Split(text.Replace(" including ", ", ", StringComparison.OrdinalIgnoreCase)))
        {
            var inner = ItemLists.InParentheses(item);
            if (inner is null || inner.Opens("no", "e.g.", "read-only", "not"))
            {
                yield return ItemLists.WithoutParentheses(item);
                continue;
            }

            var scope = AccessScopes.Cut(ItemLists.WithoutParentheses(item)).Scope;
            foreach (var part in ItemLists.Split(inner))
            {
                yield return scope == AccessScope.Own && AccessScopes.Cut(part).Scope == AccessScope.Unstated ? "own " + part : part;
            }
        }
    }

    private static bool IsNothing(string words) => words is "" or "-" or "—" or "–" || words.Equals("none", StringComparison.OrdinalIgnoreCase) || words.Equals("no access", StringComparison.OrdinalIgnoreCase);

    private static bool IsEverything(string resource) =>
        resource is "" || resource.Equals("data", StringComparison.OrdinalIgnoreCase) || resource.Opens("system access", "access", "everything", "resources", "control") || resource.Equals("system", StringComparison.OrdinalIgnoreCase);

    private static int OrEnd(this int at, string text) => at < 0 ? text.Length : at;
}
