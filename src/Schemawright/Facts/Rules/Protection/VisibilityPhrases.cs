using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Facts.Rules.Access;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Finds values that only some may see: "Salaries are visible to owners only", "only owners can see salaries", "hidden from clerks".</summary>
internal static class VisibilityPhrases
{
    private static readonly string[] Restricting = ["limit access to", "access limited to", "restricted to", "restrict access to", "accessible only to", "visible only to", "available only to", "readable only by", "only visible to", "only accessible to", "only shown to", "only available to", "shown only to", "only accessible by"];
    private static readonly string[] Hiding = ["hidden from", "not visible to", "never shown to", "not shown to", "never visible to", "invisible to", "not accessible to", "not be visible to", "not be shown to", "not be accessible to", "not disclosed to"];
    private static readonly string[] Seeing = ["can see", "may see", "can view", "may view", "can read", "may read", "can access", "may access"];

    /// <param name="inSection">The section speaks of security, so the words need not name a known role.</param>
    public static IEnumerable<(PrivacyMeasure Measure, string Subject, string? Detail)> Read(OutlineLine line, KnownRoles roles, bool inSection)
    {
        var whole = line.Whole;
        foreach (var phrase in Hiding)
        {
            if (whole.Find(phrase) is > 2 and var at && Agents(whole[(at + phrase.Length)..], roles) is { } hidden)
            {
                return Of(line, whole, at, "not " + hidden, roles);
            }
        }

        return Restricted(line, whole, roles, inSection) ?? OnlySee(line, whole, roles) ?? [];
    }

    private static IEnumerable<(PrivacyMeasure, string, string?)>? Restricted(OutlineLine line, string whole, KnownRoles roles, bool inSection)
    {
        if (PassiveAccess.Read(line.Text, roles.IsRole) is { Exclusive: true, Verbs: [AccessVerb.Read] } seen)
        {
            return ItemLists.Split(seen.Thing).Where(thing => !roles.IsEntity(AccessScopes.Cut(thing).Resource)).Select(thing => (PrivacyMeasure.RestrictAccess, thing, (string?)string.Join(", ", seen.Roles)));
        }

        foreach (var phrase in Restricting)
        {
            var at = whole.Find(phrase);
            if (at >= 0 && (inSection || Agents(whole[(at + phrase.Length)..], roles) is not null))
            {
                return Of(line, whole, at, whole[(at + phrase.Length)..].Trim(' ', '.'), roles);
            }
        }

        return null;
    }

    /// <summary>"Only the owner can see salaries", "Bank details are confidential: only the owner can see them".</summary>
    private static IEnumerable<(PrivacyMeasure, string, string?)>? OnlySee(OutlineLine line, string whole, KnownRoles roles)
    {
        foreach (var seeing in Seeing)
        {
            var at = whole.Find(seeing);
            var only = at < 0 ? -1 : whole.LastIndexOf("only ", at, StringComparison.OrdinalIgnoreCase);
            if (only < 0 || AccessClause.Names(whole[(only + 5)..at]).ToArray() is not { Length: > 0 } named || !Array.TrueForAll(named, name => roles.IsRole(name, true)))
            {
                continue;
            }

            var things = ProtectedThings.After(whole[(at + seeing.Length)..].Split([';', ','], 2)[0]);
            var meant = things.Count == 0 || things[0] is "them" or "it" or "these" or "this" ? ProtectedThings.First(whole) : things;
            return meant.Where(thing => !roles.IsEntity(AccessScopes.Cut(thing).Resource) && thing.Length > 1).Select(thing => (PrivacyMeasure.RestrictAccess, thing, (string?)string.Join(", ", named)));
        }

        return null;
    }

    private static IEnumerable<(PrivacyMeasure, string, string?)> Of(OutlineLine line, string whole, int at, string detail, KnownRoles roles) =>
        ProtectedThings.Before(whole, at, line).Where(thing => !roles.IsEntity(thing)).Select(thing => (PrivacyMeasure.RestrictAccess, thing, (string?)detail));

    private static string? Agents(string words, KnownRoles roles)
    {
        var end = words.IndexOfAny([',', ';', '.', '(']);
        var text = (end < 0 ? words : words[..end]).Trim();
        var names = AccessClause.Names(text).ToArray();
        return names.Length > 0 && Array.TrueForAll(names, name => roles.IsRole(name, true)) ? string.Join(", ", names) : null;
    }
}
