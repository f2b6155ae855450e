using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>The words that say whose rows a permission reaches: own, assigned, draft, all.</summary>
internal static class AccessScopes
{
    private static readonly (string Word, AccessScope Scope)[] Words =
    [
        ("their own", AccessScope.Own), ("his own", AccessScope.Own), ("own", AccessScope.Own), ("personal", AccessScope.Own), ("their assigned", AccessScope.Assigned), ("assigned", AccessScope.Assigned), ("related", AccessScope.Assigned),
        ("drafts", AccessScope.Draft), ("draft", AccessScope.Draft), ("all", AccessScope.All), ("any", AccessScope.All), ("every", AccessScope.All), ("full", AccessScope.All), ("entire", AccessScope.All), ("their", AccessScope.Own),
    ];

    private static readonly string[] Fillers = ["only", "the"];

    /// <summary>The scope the words name, and the resource without it.</summary>
    public static (AccessScope Scope, string Resource) Cut(string words)
    {
        var rest = words.Trim();
        var scope = AccessScope.Unstated;
        foreach (var (word, named) in Words)
        {
            if (scope == AccessScope.Unstated && rest.Find(word) is >= 0 and var at && (at == 0 || named is AccessScope.Own or AccessScope.Assigned))
            {
                scope = named;
                rest = (rest[..at].TrimEnd() + " " + rest[(at + word.Length)..].TrimStart()).Trim();
            }
        }

        rest = scope != AccessScope.All && rest.Opens("all ") ? rest[4..] : rest;
        foreach (var filler in Fillers)
        {
            rest = rest.Find(filler) is >= 0 and var at ? (rest[..at].TrimEnd() + " " + rest[(at + filler.Length)..].TrimStart()).Trim() : rest;
        }

        return (scope, rest);
    }
}
