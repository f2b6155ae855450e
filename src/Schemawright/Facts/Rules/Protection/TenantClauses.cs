using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>
/// Finds whose data is kept apart in sentences: "each branch sees only its own data", "a clinic never sees patients of another clinic",
/// "data of one shop is kept separate from every other shop's". One's own rows of a person are no tenant.
/// </summary>
internal static class TenantClauses
{
    private static readonly string[] People =
        ["user", "person", "people", "employee", "worker", "driver", "manager", "admin", "member", "student", "teacher", "patient", "doctor", "nurse", "staff", "guest", "customer", "owner", "player", "author", "reader", "seller", "buyer", "agent", "clerk", "visitor", "applicant", "participant", "parent", "role", "actor", "contact", "reviewer"];

    private static readonly string[] Apart = ["separate", "separated", "isolated", "segregated", "apart", "partitioned", "kept private"];
    private static readonly string[] Seeing = ["see", "sees", "access", "accesses", "view", "views", "read", "reads", "has access to", "have access to", "reach", "work with", "works with", "know", "knows"];
    private static readonly string[] OwnData = ["its own data", "its own records", "only its own", "only their own data", "only its data", "their own data only", "its own data only", "only data of its own", "only the data of its own", "only see its own", "only access its own"];

    /// <summary>The noun whose data is kept apart, as written; null when the sentence says nothing of it.</summary>
    public static string? Separated(string text) => OwnOnly(text) ?? Another(text) ?? EachOther(text) ?? OfUsers(text) ?? OnEveryRow(text) ?? ByRowSecurity(text);

    /// <summary>"each business sees only its own data".</summary>
    private static string? OwnOnly(string text)
    {
        if (!text.Says(OwnData))
        {
            return null;
        }

        var each = text.After("each", "every", "a", "one");
        var words = each < 0 ? [] : text[each..].Trim().Split(' ', 4);
        var verb = Array.FindIndex(words, word => Seeing.Contains(word, StringComparer.OrdinalIgnoreCase) || word is "can" or "may" or "has" or "must" or "only" or "shall");
        return verb is 1 or 2 ? Noun(string.Join(' ', words.Take(verb))) : null;
    }

    /// <summary>A noun and another of the same: "a company … another company", "each company's … every other company's".</summary>
    private static string? Another(string text)
    {
        foreach (var other in (ReadOnlySpan<string>)["another", "any other", "every other", "other", "each other", "one another"])
        {
            var at = text.Find(other);
            if (at <= 0 || !Denies(text))
            {
                continue;
            }

            var noun = Singular(text[(at + other.Length)..].Trim());
            if (noun is not null && Mentions(text[..at], noun) && Noun(noun) is { } tenant)
            {
                return tenant;
            }
        }

        return text.Says("between", "across", "shared") && text.Says("no data", "never shared", "not shared", "must not be shared", "never leak*", "cannot be shared", "not leak") && text.After("between", "across", "among") is > 0 and var between && Singular(text[between..].Trim()) is { } shared ? Noun(shared) : null;
    }

    /// <summary>"Branches must never see each other's data": those who must not.</summary>
    private static string? EachOther(string text)
    {
        var at = text.Find("each other");
        at = at < 0 ? text.Find("one another") : at;
        if (at <= 0 || !Denies(text[..at]) || !text[at..].Says("data", "records", "rows", "information"))
        {
            return null;
        }

        var denial = Array.FindAll(Denials, denial => text[..at].Seek(denial) > 0).Select(denial => text[..at].Seek(denial)).DefaultIfEmpty(-1).Min();
        var words = denial <= 0 ? [] : text[..denial].Split(' ', ',', '.', ';');
        return words.Length > 0 && Singular(words[^1]) is { } noun && noun != words[^1].ToLowerInvariant() ? Noun(noun) : null;
    }

    private static readonly string[] Denials = [" must never", " must not", " may never", " may not", " can never", " cannot", " can not", " should never", " never", " do not", " don't", " shall not"];

    /// <summary>"branch_id on every row", "every table carries a branch_id".</summary>
    private static string? OnEveryRow(string text)
    {
        var key = text.Says("every row", "each row", "all rows", "every table", "each table", "all tables", "every record") ? text.Split([' ', ',', '.', '`', '(', ')'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word.EndsWith("_id", StringComparison.Ordinal) && word.Length > 5) : null;
        return key is null or "tenant_id" or "row_id" ? null : Noun(key[..^3].Replace('_', ' '));
    }

    /// <summary>"Users only see data of their own company".</summary>
    private static string? OfUsers(string text)
    {
        var at = text.After("of their own", "of their", "from their own", "within their own", "belonging to their own", "belonging to their", "of his own", "in their own", "of its own", "within its own", "in its own", "from its own", "belonging to its own");
        return at > 0 && text.Says("only") && text.Says(Seeing) && text.Says("data", "records", "rows", "entries", "everything", "anything") && Singular(text[at..].Trim()) is { } noun && noun is not ("own" or "account" or "team" or "department" or "profile" or "region") ? Noun(noun) : null;
    }

    /// <summary>"Row-level security isolates branches", "row-level security per branch".</summary>
    private static string? ByRowSecurity(string text)
    {
        if (!text.Says("row-level security", "row level security", "rls"))
        {
            return null;
        }

        var at = text.After("isolates", "separates", "isolate", "separate", "keeps", "per", "by", "for each", "for every", "scoped to");
        var words = at < 0 ? "" : text[at..].Trim();
        foreach (var opener in (ReadOnlySpan<string>)["the", "each", "every", "all", "data of", "rows of", "data by", "rows by", "rows per"])
        {
            words = words.Opens(opener) && words.Length > opener.Length ? words[opener.Length..].Trim() : words;
        }

        return Singular(words) is { } noun && noun is not ("row" or "data" or "table" or "role" or "default" or "policy" or "postgresql" or "record" or "access") ? Noun(noun) : null;
    }

    private static bool Denies(string text) =>
        text.Says(Apart) || (text.Says("never", "cannot", "can not", "must not", "may not", "not", "no", "nobody") && text.Says(Seeing)) || (text.Says("invisible", "hidden", "not visible") && text.Says("data", "records"));

    private static bool Mentions(string before, string noun) => Naming.Words(before).Any(word => Nouns.Singular(word) == noun);

    /// <summary>The first word in the singular, without the 's of the owner.</summary>
    private static string? Singular(string words)
    {
        var end = 0;
        while (end < words.Length && (char.IsLetter(words[end]) || words[end] == '-'))
        {
            end++;
        }

        return end > 2 ? Nouns.Singular(words[..end].ToLowerInvariant()) : null;
    }

    /// <summary>A name that may be a tenant's; people's rows are their own and keep nobody apart.</summary>
    public static string? Noun(string words)
    {
        var name = words.Trim().TrimEnd('.', ',');
        name = name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name;
        var head = Nouns.Singular(name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant());
        return name.Length is > 2 and <= 30 && name.All(character => char.IsLetter(character) || character is ' ' or '-') && !People.Contains(head, StringComparer.Ordinal) ? head is "tenant" ? "tenant" : name : null;
    }
}
