using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Reads permission lists: a role with "View: …", "Cannot: …" below it, or "Role: what it may do" under a heading on roles.</summary>
internal sealed class PermissionListReader : IFactReader
{
    private const int LongestRole = 40;

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in facts.OutlineOf(document))
        {
            if (line.Form is OutlineForm.Program or OutlineForm.Sentence || line.Label is not { Length: <= LongestRole } label || !StandsUnderRoles(line))
            {
                continue;
            }

            var verbs = AccessVerbs.OfLabel(label);
            if ((verbs.Count > 0 || AccessVerbs.Permits(label) is not null) && line.Keys.Count > 0 && IsRoleName(line.Key))
            {
                AddRole(line.Key, null, line, facts, named);
                AddGrants(line.Key, Grants.Read(line.Text, verbs, AccessVerbs.Permits(label) ?? true), line, facts);
            }
            else if (SpeaksOfRoles(line.Key.Length > 0 ? line.Key : line.Heading) && IsRoleName(label) && Names(line.Text))
            {
                AddRole(label, line.Text, line, facts, named);
                AddGrants(label, Grants.Read(line.Text, [], allowed: true), line, facts);
            }
        }
    }

    private static bool StandsUnderRoles(OutlineLine line) => line.KeysSay("role*", "permission*", "rbac", "privilege*") || line.HeadingsSay(2, "role*", "permission*", "rbac", "privilege*");

    private static bool SpeaksOfRoles(string words) => words.Says("roles", "role", "user roles", "permissions", "rbac", "role-based access control", "role permissions", "access levels");

    private static bool IsRoleName(string name) =>
        name.Length is > 1 and <= LongestRole && AccessVerbs.OfLabel(name).Count == 0 && name.Count(character => character == ' ') <= 3
        && !name.Says("roles", "permissions", "note", "example", "default", "access", "rbac", "hierarchy", "description", "priority", "category", "rule", "behavior", "behaviour");

    /// <summary>True when the words say what a role may do: a verb, a reach, or "order approval".</summary>
    private static bool Names(string text) =>
        text.Length > 0 && ItemLists.Split(text).Any(item => AccessVerbs.Open(item).Verbs.Count > 0 || AccessVerbs.OfNoun(ItemLists.WithoutParentheses(item)).Verbs.Count > 0)
        || text.Says("own", "all", "full", "limited", "read-only", "can", "cannot", "only");

    private static void AddRole(string role, string? description, OutlineLine line, FactCollector facts, HashSet<string> named)
    {
        if (named.Add(role.ToLowerInvariant()))
        {
            facts.Add(new RoleFact(role, description, [], line.Span, line.Words));
        }
    }

    private static void AddGrants(string role, IEnumerable<Grant> grants, OutlineLine line, FactCollector facts)
    {
        foreach (var grant in grants.Distinct())
        {
            facts.Add(new AccessFact(role, grant.Verb, grant.Resource, grant.Scope, grant.Allowed, line.Span, line.Words));
        }

        facts.Classify(line.Span, StatementClass.Access, $"says what {role} may do");
    }
}
