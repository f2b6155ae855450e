using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>The words that say whose rows a permission reaches: own, assigned, those of one's team, draft, all.</summary>
internal static class AccessScopes
{
    private static readonly (string Word, AccessScope Scope)[] Words =
    [
        ("their own", AccessScope.Own), ("his own", AccessScope.Own), ("her own", AccessScope.Own), ("its own", AccessScope.Own), ("own", AccessScope.Own), ("personal", AccessScope.Own), ("their assigned", AccessScope.Assigned), ("assigned", AccessScope.Assigned), ("related", AccessScope.Assigned),
        ("drafts", AccessScope.Draft), ("draft", AccessScope.Draft), ("all", AccessScope.All), ("any", AccessScope.All), ("every", AccessScope.All), ("full", AccessScope.All), ("entire", AccessScope.All), ("their", AccessScope.Own), ("his or her", AccessScope.Own), ("mine", AccessScope.Own),
    ];

    private static readonly string[] Assigning = ["assigned to", "allocated to", "they are assigned to", "they are responsible for", "assigned", "that are assigned to", "which are assigned to"];
    private static readonly string[] Owning = ["they own", "they created", "they have created", "they submitted", "they made", "they wrote", "they recorded", "they entered", "created by", "owned by", "submitted by", "written by", "made by", "belonging to", "that belong to", "which belong to"];
    private static readonly string[] Persons = ["them", "themselves", "him", "her", "him or her", "themself", "me", "the user", "the current user", "that user"];
    private static readonly string[] Groups = ["team", "teams", "department", "branch", "region", "group", "unit", "area", "site", "location", "division", "office"];
    private static readonly string[] Organisations = ["tenant", "organization", "organisation", "company", "workspace", "business", "agency", "firm", "institution", "enterprise"];
    private static readonly string[] Within = ["within", "in", "inside", "of", "from", "for", "across", "belonging to"];
    private static readonly string[] Theirs = ["their own", "their", "its own", "its", "his or her", "the same", "own"];
    private static readonly string[] Fillers = ["only", "the", "just", "that are", "which are", "those"];

    /// <summary>"they wrote or entered" as "they created": one clause, not two things.</summary>
    public static string Normal(string text)
    {
        var words = text.Split(' ').ToList();
        for (var at = 1; at + 1 < words.Count; at++)
        {
            if (!words[at].Equals("they", StringComparison.OrdinalIgnoreCase) || !IsPast(words[at + 1]))
            {
                continue;
            }

            var end = at + 2;
            while (end + 1 < words.Count && words[end] is "or" or "and" && IsPast(words[end + 1]))
            {
                end += 2;
            }

            var mark = words[end - 1].EndsWith(',') ? "," : "";
            words.RemoveRange(at + 1, end - at - 1);
            words.Insert(at + 1, "created" + mark);
        }

        return string.Join(' ', words);
    }

    private static bool IsPast(string word) => word.TrimEnd(',', '.').ToLowerInvariant() is var past && (past.EndsWith("ed", StringComparison.Ordinal) || past is "made" or "wrote" or "sold" or "own" or "took" or "gave" or "ran" or "sent" or "drew");

    /// <summary>The scope the words name, and the resource without it.</summary>
    public static (AccessScope Scope, string Resource) Cut(string words)
    {
        var (scope, rest) = OfClause(WithoutOrganisation(words.Trim()));
        foreach (var (word, named) in Words)
        {
            if (scope == AccessScope.Unstated && rest.Find(word) is >= 0 and var at && (at == 0 || named is AccessScope.Own or AccessScope.Assigned))
            {
                scope = named;
                rest = Without(rest, at, word.Length);
            }
        }

        rest = scope != AccessScope.All && rest.Opens("all ") ? rest[4..] : rest;
        foreach (var filler in Fillers)
        {
            rest = rest.Find(filler) is >= 0 and var at ? Without(rest, at, filler.Length) : rest;
        }

        return (scope, rest);
    }

    /// <summary>"all orders within their company": whoever works there has no other, and the isolation of tenants sees to it; it says nothing of whose rows within it.</summary>
    private static string WithoutOrganisation(string words)
    {
        foreach (var noun in Organisations)
        {
            var at = words.Find(noun);
            var before = at < 0 ? "" : words[..at].TrimEnd();
            var theirs = Array.Find(Theirs, word => EndsIn(before, word));
            if (theirs is null || at + noun.Length < words.Length && words[at + noun.Length] is not (' ' or ',' or '.' or ';' or '\'' or '’'))
            {
                continue;
            }

            before = before[..^theirs.Length].TrimEnd();
            var after = words[(at + noun.Length)..];
            var owned = after.StartsWith("'s ", StringComparison.Ordinal) || after.StartsWith("’s ", StringComparison.Ordinal);
            var link = Array.Find(Within, word => EndsIn(before, word));
            if (link is not null || owned)
            {
                return $"{(link is null ? before : before[..^link.Length].TrimEnd())} {(owned ? after[3..] : after.TrimStart())}".Trim();
            }
        }

        return words;
    }

    private static bool EndsIn(string text, string word) => text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || text[^(word.Length + 1)] == ' ');

    /// <summary>"orders assigned to them", "notes they wrote", "shifts of their own team": the clause after the noun says whose.</summary>
    private static (AccessScope Scope, string Left) OfClause(string words)
    {
        foreach (var opening in Owning.Concat(Assigning))
        {
            var at = words.Find(opening);
            if (at <= 0)
            {
                continue;
            }

            var after = words[(at + opening.Length)..].Trim();
            var person = Array.Find(Persons, person => after.Opens(person));
            if (person is not null || opening.StartsWith("they ", StringComparison.Ordinal))
            {
                var rest = person is null ? after : after[person.Length..].Trim();
                return (Owning.Contains(opening, StringComparer.Ordinal) ? AccessScope.Own : AccessScope.Assigned, $"{WithoutThat(words[..at])} {rest}".Trim());
            }
        }

        return OfGroup(words) ?? (AccessScope.Unstated, words);
    }

    /// <summary>"bookings of their own branch", "their team's shifts": rows of the people one works with.</summary>
    private static (AccessScope Scope, string Left)? OfGroup(string words)
    {
        foreach (var group in Groups)
        {
            var at = words.Find(group);
            var owner = at < 0 ? "" : words[..at].TrimEnd();
            var own = (string[])["their own", "their", "his or her", "the same", "own"];
            if (Array.Find(own, word => owner.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (owner.Length == word.Length || owner[^(word.Length + 1)] == ' ')) is not { } possessive)
            {
                continue;
            }

            var before = owner[..^possessive.Length].TrimEnd();
            var link = Array.Find((string[])["of", "in", "from", "within", "for", "at"], word => before.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase));
            var after = words[(at + group.Length)..];
            var owned = after.StartsWith("'s ", StringComparison.Ordinal) || after.StartsWith("’s ", StringComparison.Ordinal) ? after[3..] : "";
            if (link is not null || owned.Length > 0)
            {
                return (AccessScope.Team, link is null ? owned.Trim() : before[..^(link.Length + 1)].Trim());
            }
        }

        return null;
    }

    private static string WithoutThat(string words)
    {
        var text = words.TrimEnd();
        foreach (var link in (ReadOnlySpan<string>)[" that are", " which are", " that were", " that", " which", " they", " who are"])
        {
            text = text.EndsWith(link, StringComparison.OrdinalIgnoreCase) ? text[..^link.Length] : text;
        }

        return text;
    }

    private static string Without(string words, int at, int length) => (words[..at].TrimEnd() + " " + words[(at + length)..].TrimStart()).Trim();
}
