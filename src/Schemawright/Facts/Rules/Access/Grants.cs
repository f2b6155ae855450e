using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>One thing a role may or may not do.</summary>
internal sealed record Grant(AccessVerb Verb, string Resource, AccessScope Scope, bool Allowed);

/// <summary>Reads what a role may do: "Own orders, invoices", "All data except tax numbers", "create and edit visits but cannot delete them".</summary>
internal static class Grants
{
    public const string Everything = "all data";

    private static readonly string[] ReadOnlys = ["read-only", "read only", "view-only", "view only", "readonly"];

    /// <param name="verbs">The verbs the label gives; empty when the words themselves name them.</param>
    public static IEnumerable<Grant> Read(string text, IReadOnlyList<AccessVerb> verbs, bool allowed)
    {
        var words = text.Trim().TrimEnd('.');
        if (IsNothing(words))
        {
            return (verbs.Count > 0 ? verbs : [AccessVerb.Read]).Select(verb => new Grant(verb, Everything, AccessScope.All, false));
        }

        var (granted, except) = Exception(words);
        (granted, verbs) = verbs.Count == 0 && ReadOnly(granted) is { } looked ? (looked, [AccessVerb.Read]) : (granted, verbs);
        var grants = Deeds.Read(granted, verbs, allowed).SelectMany(Of).ToList();
        if (except.Length > 0)
        {
            var denied = verbs.Count > 0 ? verbs : [.. grants.Select(grant => grant.Verb).Distinct()];
            grants.AddRange(Deeds.Read(except, denied, !allowed).SelectMany(Of));
        }

        return grants;
    }

    /// <summary>"read-only access to prices", "view only": what is looked at; null for other words.</summary>
    private static string? ReadOnly(string words)
    {
        var opener = Array.Find(ReadOnlys, opener => words.Opens(opener));
        var rest = opener is null ? "" : words[opener.Length..].Trim();
        rest = rest.Opens("access", "rights") ? rest[6..].Trim() : rest;
        return opener is null ? null : rest.Length == 0 ? Everything : rest.Opens("to", "on", "of", "a", "an", "new") ? rest[3..].Trim() : rest;
    }

    /// <summary>The words before and after "except".</summary>
    private static (string Granted, string Except) Exception(string words)
    {
        foreach (var opener in (ReadOnlySpan<string>)["except for", "except", "excluding", "apart from", "other than"])
        {
            if (words.Find(opener) is > 0 and var at)
            {
                return (words[..at].TrimEnd(' ', ','), words[(at + opener.Length)..].Trim());
            }
        }

        return (words, "");
    }

    private static IEnumerable<Grant> Of(Deed deed)
    {
        var (byNoun, core) = AccessVerbs.OfNoun(deed.Thing);
        var (scope, resource) = AccessScopes.Cut(core);
        var reach = scope == AccessScope.Unstated ? deed.Above : scope;
        var used = byNoun.Count > 0 ? byNoun : deed.Verbs;
        return used.Select(verb => new Grant(verb, IsEverything(resource) ? Everything : WithoutPreposition(resource), reach, deed.Allowed));
    }

    private static string WithoutPreposition(string resource) =>
        resource.Opens("to", "at", "into", "for", "on", "of", "a", "an", "new") && resource.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? resource[(space + 1)..].Trim() : resource;

    private static bool IsNothing(string words) => words is "" or "-" or "—" or "–" || words.Equals("none", StringComparison.OrdinalIgnoreCase) || words.Equals("no access", StringComparison.OrdinalIgnoreCase) || words.Equals("nothing", StringComparison.OrdinalIgnoreCase);

    private static bool IsEverything(string resource) =>
        resource is "" || resource.Equals("data", StringComparison.OrdinalIgnoreCase) || resource.Equals("access", StringComparison.OrdinalIgnoreCase) || resource.Opens("system access", "access to everything", "access to all", "everything", "resources", "control")
        || resource.Equals("system", StringComparison.OrdinalIgnoreCase) || resource.Equals("records", StringComparison.OrdinalIgnoreCase);
}
