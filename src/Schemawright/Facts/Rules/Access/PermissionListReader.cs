using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Access;

/// <summary>
/// Reads permission lists under a heading on roles: a role with "View: …", "Cannot: …" or plain deeds below it, "Role: what it may do",
/// "Role – what it does", and roles that have a heading of their own.
/// </summary>
internal sealed class PermissionListReader : IFactReader
{
    private const int LongestRole = 40;

    private static readonly string[] About = ["role*", "permission*", "rbac", "privilege*", "user type*", "access control", "access rights", "actors"];

    /// <summary>How a text begins that says how far a role known from elsewhere reaches, wherever it stands.</summary>
    private static readonly string[] Reaches = ["everything", "all", "full", "read-only", "read only", "view only", "nothing", "no access"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        var roles = new KnownRoles(facts);
        foreach (var line in facts.OutlineOf(document))
        {
            if (line is { Form: OutlineForm.Bullet, Label: { Length: <= LongestRole } known, Depth: 0 } && roles.Contains(known) && !StandsUnderRoles(line) && line.Text.Opens(Reaches))
            {
                AddGrants(known, Granted(line.Text, line.Text.Opens("everything", "all", "full") && !line.Text.Says("see", "view", "read", "read-only") ? [AccessVerb.Create, AccessVerb.Read, AccessVerb.Update, AccessVerb.Delete] : [], allowed: true), line, facts);
                continue;
            }

            if (line.Form is OutlineForm.Program || line.Topic is HeadingTopic.Prose || !StandsUnderRoles(line))
            {
                continue;
            }

            ReadUnderRoles(line, roles, facts, named);
        }
    }

    private static void ReadUnderRoles(OutlineLine line, KnownRoles roles, FactCollector facts, HashSet<string> named)
    {
        if (line.Label is { } coded && IsCode(coded))
        {
            ReadCoded(coded, line, roles, facts);
        }
        else if (NamesRoles(line) && Introduced(line) is var (introduced, deeds))
        {
            AddRole(introduced, deeds, line, facts, named);
            AddGrants(introduced, Granted(deeds, [], allowed: true), line, facts);
        }
        else if (line.Form == OutlineForm.Sentence)
        {
            ReadIntroduction(line, facts, named);
        }
        else if (line.Label is { Length: <= LongestRole } label && !(ListRole(line) is not null && IsVerbLabel(label)) && SpeaksOfRoles(line) && IsRoleName(label) && (NamesRoles(line) || Names(line.Text)))
        {
            AddRole(label, line.Text, line, facts, named);
            AddGrants(label, Granted(line.Text, [], allowed: true), line, facts);
        }
        else if (ListRole(line) is var (role, allowed))
        {
            ReadDeed(role, allowed, line, facts, named);
        }
        else if (line.Label is null && NamesRoles(line) && line.Keys.Count == 0 && IsRoleName(ItemLists.WithoutParentheses(line.Text)))
        {
            AddRole(ItemLists.WithoutParentheses(line.Text), ItemLists.InParentheses(line.Text), line, facts, named);
            AddGrants(ItemLists.WithoutParentheses(line.Text), ItemLists.InParentheses(line.Text) is { } note && Names(note) ? Granted(note, [], allowed: true) : [], line, facts);
        }
    }

    /// <summary>"orders:approve".</summary>
    private static bool IsCode(string label) => label.Split(':') is [{ Length: > 1 } resource, { Length: > 2 } deed] && $"{resource}{deed}".All(character => char.IsAsciiLetterLower(character) || character is '_' or '-');

    /// <summary>"orders:approve: owners only" names who has the permission.</summary>
    private static void ReadCoded(string code, OutlineLine line, KnownRoles roles, FactCollector facts)
    {
        var parts = code.Split(':');
        var names = AccessClause.Names(line.Text.TrimEnd('.')).Select(Nouns.Singular).ToArray();
        var verbs = AccessVerbs.OfLabel(parts[1]);
        if (names.Length == 0 || !Array.TrueForAll(names, name => roles.IsRole(name, alone: true)))
        {
            return;
        }

        foreach (var (name, verb) in names.SelectMany(name => (verbs.Count > 0 ? verbs : [AccessVerb.Other]).Select(verb => (name, verb))))
        {
            facts.Add(new AccessFact(name, verb, parts[0].Replace('_', ' '), AccessScope.Unstated, true, line.Span, line.Words) { Exclusive = line.Text.Says("only") });
        }

        facts.Classify(line.Span, StatementClass.Access, $"says who has the permission {code}");
    }

    /// <summary>"Porter – moves crates" and "The porter moves crates": the role and what it does.</summary>
    private static (string Role, string Deeds)? Introduced(OutlineLine line)
    {
        var text = line.Label is null ? line.Text : "";
        foreach (var dash in (ReadOnlySpan<string>)[" – ", " — ", " - "])
        {
            if (text.IndexOf(dash, StringComparison.Ordinal) is > 1 and <= LongestRole and var at && IsRoleName(ItemLists.WithoutParentheses(text[..at])) && Does(text[(at + dash.Length)..]))
            {
                return (ItemLists.WithoutParentheses(text[..at]).Trim(), text[(at + dash.Length)..].Trim());
            }
        }

        var words = line.Form == OutlineForm.Bullet && text.Opens("the", "a", "an") ? ItemLists.WithoutParentheses(text).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        for (var end = 2; end < Math.Min(words.Length - 1, 5); end++)
        {
            if (string.Join(' ', words[1..end]) is var name && IsRoleName(name) && !name.Says("system", "product", "application", "app", "platform", "software", "company", "service", "tool", "database", "website") && Does(string.Join(' ', words[end..])))
            {
                return (name, string.Join(' ', words[end..]));
            }
        }

        return null;
    }

    private static bool Does(string words) =>
        words.Opens("can", "may", "cannot", "only") || AccessVerbs.Open(words, thirdPerson: true).Verbs.Count > 0 || AccessVerbs.OpensOtherDeed(words, thirdPerson: true) && !words.Opens("is", "has", "was", "of");

    /// <summary>A deed below a role: "View: own orders", "Can edit drafts", "Cannot delete".</summary>
    private static void ReadDeed(string role, bool allowed, OutlineLine line, FactCollector facts, HashSet<string> named)
    {
        var verbs = line.Label is null ? [] : AccessVerbs.OfLabel(line.Label);
        var permits = line.Label is null ? null : AccessVerbs.Permits(line.Label);
        var text = line.Label is null || verbs.Count > 0 || permits is not null ? line.Text : line.Whole;
        AddRole(role, null, line, facts, named);
        if (text.Length > 0)
        {
            AddGrants(role, Granted(text, verbs, permits ?? allowed), line, facts);
        }
    }

    /// <summary>Under "### Manager" below "## Roles" the first sentence describes the role.</summary>
    private static void ReadIntroduction(OutlineLine line, FactCollector facts, HashSet<string> named)
    {
        if (HeadingRole(line) is { } role)
        {
            AddRole(role, line.Text, line, facts, named);
            if (line.Text.Opens("can", "may", "cannot", "has", "full", "read-only"))
            {
                AddGrants(role, Granted(line.Text, [], allowed: true), line, facts);
            }
        }
    }

    /// <summary>The role a line stands below, and whether the labels between say "can" or "cannot".</summary>
    private static (string Role, bool Allowed)? ListRole(OutlineLine line)
    {
        var allowed = true;
        for (var index = line.Keys.Count - 1; index >= 0; index--)
        {
            var key = line.Keys[index];
            if (AccessVerbs.Permits(key) is { } permits)
            {
                allowed = permits;
            }
            else if (Lead(key) is var (role, may) && IsRoleName(role))
            {
                return (role, may && allowed);
            }
            else if (IsRoleName(key) && line.Form != OutlineForm.Sentence && (index > 0 || !key.Says(About)))
            {
                return (key, allowed);
            }
        }

        return HeadingRole(line) is { } titled ? (titled, allowed) : null;
    }

    /// <summary>"Managers can", "A clerk may not".</summary>
    private static (string Role, bool Allowed)? Lead(string key)
    {
        foreach (var (modal, allowed) in (ReadOnlySpan<(string, bool)>)[(" cannot", false), (" can not", false), (" may not", false), (" must not", false), (" can only", true), (" can", true), (" may", true), (" is allowed to", true), (" are allowed to", true), (" can do", true)])
        {
            if (key.EndsWith(modal, StringComparison.OrdinalIgnoreCase) && AccessClause.Names(key[..^modal.Length]).ToArray() is [var role])
            {
                return (role, allowed);
            }
        }

        return null;
    }

    private static string? HeadingRole(OutlineLine line) =>
        line.Headings.Count > 1 && line.Headings[^2].Says("roles", "user roles", "user types", "actors") && HeadingNames.Of(line.Heading) is var name && IsRoleName(ItemLists.WithoutParentheses(name)) ? ItemLists.WithoutParentheses(name) : null;

    private static bool StandsUnderRoles(OutlineLine line) => line.KeysSay(About) || line.HeadingsSay(2, About) || NamesRoles(line);

    private static bool SpeaksOfRoles(OutlineLine line) =>
        NamesRoles(line) || (line.Key.Length > 0 ? line.Key : line.Heading).Says("roles", "role", "user roles", "permissions", "rbac", "role-based access control", "role permissions", "access levels", "access control");

    /// <summary>The heading or lead-in announces roles themselves, so each item names one.</summary>
    private static bool NamesRoles(OutlineLine line)
    {
        var above = (line.Key.Length > 0 ? line.Key : HeadingNames.Of(line.Heading)).Trim().ToLowerInvariant();
        return above is "roles" or "user roles" or "users" or "user types" or "actors" or "roles and permissions" or "roles & permissions" or "users and roles" or "users & roles" or "user roles and permissions" or "user roles & permissions" or "system roles" or "roles and responsibilities" or "user groups" or "roles and access" or "access roles" or "who uses it" or "who uses the product" or "users of the system" or "user roles (rbac)"
            && line.Depth == 0;
    }

    private static bool IsVerbLabel(string label) => AccessVerbs.OfLabel(label).Count > 0 || AccessVerbs.Permits(label) is not null;

    private static bool IsRoleName(string name) =>
        name.Length is > 1 and <= LongestRole && char.IsLetter(name[0]) && name[^1] != '.' && !RuleCodes.IsWhole(name) && !IsVerbLabel(name) && name.Count(character => character == ' ') <= 3 && AccessVerbs.Open(name).Verbs.Count == 0
        && !name.Says("roles", "permissions", "note", "notes", "example", "default", "access", "rbac", "hierarchy", "description", "priority", "category", "rule", "rules", "behavior", "behaviour", "permission", "users", "assignment", "authentication", "audit", "scope", "inheritance", "management", "security");

    /// <summary>True when the words say what a role may do: a verb, a reach, or "order approval".</summary>
    private static bool Names(string text) =>
        text.Length > 0 && (ItemLists.Split(text).Any(item => AccessVerbs.Open(item).Verbs.Count > 0 || AccessVerbs.OfNoun(ItemLists.WithoutParentheses(item)).Verbs.Count > 0)
            || text.Says("own", "all", "full", "limited", "read-only", "can", "cannot", "only"));

    private static void AddRole(string role, string? description, OutlineLine line, FactCollector facts, HashSet<string> named)
    {
        if (named.Add(Naming.EntityKey(role)))
        {
            facts.Add(new RoleFact(role, description, [], line.Span, line.Words));
        }
    }

    /// <summary>What a role takes over from another is no thing of its own.</summary>
    private static IEnumerable<Grant> Granted(string text, IReadOnlyList<AccessVerb> verbs, bool allowed)
    {
        var own = RoleInclusion.Find(text, IsRoleName) is { } below ? below.Rest : text;
        return own.Length == 0 && text.Length > 0 ? [] : Grants.Read(own, verbs, allowed);
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
