using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>What one clause says of who may do what: "Clerks and owners may only see their own shifts".</summary>
/// <param name="Roles">As written, without articles.</param>
/// <param name="Words">What they may do, with the verbs.</param>
/// <param name="Exclusive">Nobody else may.</param>
internal sealed record AccessClause(IReadOnlyList<string> Roles, string Words, bool Allowed, bool Exclusive)
{
    private const int LongestSubject = 60;

    private static readonly (string Words, bool Allowed, string Verb)[] Modals =
    [
        ("are not allowed to", false, ""), ("is not allowed to", false, ""), ("are not permitted to", false, ""), ("is not permitted to", false, ""), ("are only allowed to", true, ""), ("is only allowed to", true, ""),
        ("are allowed to", true, ""), ("is allowed to", true, ""), ("are permitted to", true, ""), ("is permitted to", true, ""), ("are able to", true, ""), ("is able to", true, ""), ("have permission to", true, ""), ("has permission to", true, ""), ("have the right to", true, ""), ("has the right to", true, ""),
        ("cannot", false, ""), ("can not", false, ""), ("can't", false, ""), ("may not", false, ""), ("may never", false, ""), ("must not", false, ""), ("must never", false, ""), ("can never", false, ""), ("shall not", false, ""), ("should not", false, ""), ("should not be able to", false, ""),
        ("should only be able to", true, ""), ("should be able to", true, ""), ("shall be able to", true, ""), ("must be able to", true, ""), ("can only", true, ""), ("may only", true, ""), ("can also", true, ""), ("may also", true, ""), ("can", true, ""), ("may", true, ""),
        ("see only", true, "see "), ("sees only", true, "see "), ("only see", true, "see "), ("only sees", true, "see "), ("never see", false, "see "), ("never sees", false, "see "), ("do not see", false, "see "), ("does not see", false, "see "), ("don't see", false, "see "),
        ("have no access to", false, "manage "), ("has no access to", false, "manage "), ("have full access to", true, "manage "), ("has full access to", true, "manage "), ("have read-only access to", true, "view "), ("has read-only access to", true, "view "), ("have read access to", true, "view "), ("has read access to", true, "view "),
        ("have access to", true, "view "), ("has access to", true, "view "), ("have only access to", true, "view "), ("has access only to", true, "view "), ("have access only to", true, "view "),
    ];

    private static readonly (string Words, bool Allowed, string Verb)[]?[] ByLetter = [.. Enumerable.Range(0, 128).Select(code => Array.FindAll(Modals, modal => modal.Words[0] == code) is { Length: > 0 } modals ? modals : null)];

    private static readonly string[] Exclusions = ["only", "no one but", "no one except", "no-one but", "no-one except", "nobody but", "nobody except", "nobody other than", "no one other than", "none but", "exclusively"];

    private static readonly string[] Openers = ["the", "a", "an", "all", "every", "each", "any", "our", "users with the role", "a user with the role", "users with role", "role"];

    private static readonly string[] Endings = [" role", " roles", " users", " user", " alone", " only", " also", " then", " themselves"];

    /// <summary>The clause in the active voice, or null.</summary>
    /// <param name="isRole">Whether a name is a role's.</param>
    public static AccessClause? Read(string clause, Func<string, bool, bool> isRole)
    {
        var (text, exclusive) = Excluding(clause.Trim());
        if (FirstModal(text) is not var (modal, at) || at is 0 or > LongestSubject)
        {
            return null;
        }

        var subject = text[..at].TrimEnd(' ', ',');
        exclusive |= subject.EndsWith(" only", StringComparison.OrdinalIgnoreCase) || subject.EndsWith(" alone", StringComparison.OrdinalIgnoreCase);
        var roles = Names(subject).ToArray();
        var words = modal.Verb + text[(at + modal.Words.Length)..].Trim();
        return roles.Length > 0 && Array.TrueForAll(roles, role => isRole(role, exclusive)) && OpensWithVerb(words) ? new(roles, words, modal.Allowed, exclusive && modal.Allowed) : null;
    }

    /// <summary>The names of a subject or agent: "the clerks and the owner" are clerks and owner.</summary>
    public static IEnumerable<string> Names(string subject)
    {
        foreach (var part in ItemLists.Split(subject.Replace(" as well as ", ", ", StringComparison.OrdinalIgnoreCase)))
        {
            var name = part.Trim('"', '\'', '“', '”', ' ');
            foreach (var opener in Openers)
            {
                name = name.Opens(opener) && name.Length > opener.Length ? name[opener.Length..].Trim() : name;
            }

            foreach (var ending in Endings)
            {
                name = name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;
            }

            if (name.Length > 0)
            {
                yield return name;
            }
        }
    }

    /// <summary>"Only clerks may …", "Nobody except the owner may …": the clause without what excludes all others.</summary>
    public static (string Text, bool Exclusive) Excluding(string clause) =>
        Array.Find(Exclusions, word => clause.Opens(word) && clause.Length > word.Length) is { } opener ? (clause[opener.Length..].Trim(), true) : (clause, false);

    private static bool OpensWithVerb(string words) => !words.Opens("be", "not be", "only be", "have been") && (AccessVerbs.Open(words).Verbs.Count > 0 || Deeds.Read(words, [], allowed: true).Any(deed => deed.Verbs.Count > 0));

    /// <summary>Those that begin with the letter at the place; none within a word.</summary>
    private static (string Words, bool Allowed, string Verb)[] ModalsAt(string text, int at) =>
        text[at] >= 128 || (at > 0 && char.IsLetterOrDigit(text[at - 1])) ? [] : ByLetter[text[at] | 0x20] ?? [];

    /// <summary>The earliest of the modals, and of those at one place the longest.</summary>
    private static ((string Words, bool Allowed, string Verb) Modal, int At)? FirstModal(string text)
    {
        var atStart = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length; at++)
        {
            ((string Words, bool Allowed, string Verb) Modal, int At)? found = null;
            foreach (var modal in ModalsAt(text, at))
            {
                if (!text.OpensAt(at, modal.Words) || (at == 0 ? atStart.Add(modal.Words) : atStart.Contains(modal.Words)))
                {
                    continue;
                }

                found = found is var (known, _) && known.Words.Length >= modal.Words.Length ? found : (modal, at);
            }

            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
