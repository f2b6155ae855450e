using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Reads what sentences let a known role do: "Clerks can view their own shifts", "Guests see only assigned tables".</summary>
internal sealed class RoleSentenceReader : IFactReader
{
    private static readonly (string Words, bool Allowed)[] Modals =
        [("cannot ", false), ("can not ", false), ("may not ", false), ("must not ", false), ("can only ", true), ("may only ", true), ("can ", true), ("may ", true), ("see only ", true), ("only see ", true)];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var roles = facts.Facts.OfType<RoleFact>().Select(role => Naming.EntityKey(role.Name)).Where(key => key.Length > 1).ToHashSet(StringComparer.Ordinal);
        foreach (var line in facts.OutlineOf(document))
        {
            if (line.Form is not (OutlineForm.Bullet or OutlineForm.Sentence) || line.Topic != HeadingTopic.None || line.Text.Says("log in", "login", "sign in", "sign up"))
            {
                continue;
            }

            if (line.Label is null && Read(line.Text, roles) is var (role, words, allowed))
            {
                Add([role], words, allowed, line, facts);
            }
            else if (Allowed(line.Text, roles) is var (permitted, deed))
            {
                Add(permitted, deed, true, line, facts);
            }
        }
    }

    private static void Add(IReadOnlyList<string> roles, string words, bool allowed, OutlineLine line, FactCollector facts)
    {
        foreach (var grant in Grants.Read(UpToClause(words), [], allowed).Distinct())
        {
            foreach (var role in roles)
            {
                facts.Add(new AccessFact(role, grant.Verb, grant.Resource, grant.Scope, grant.Allowed, line.Span, line.Words));
            }
        }
    }

    /// <summary>"The system shall allow clerks and owners to delete orders".</summary>
    private static (IReadOnlyList<string> Roles, string Words)? Allowed(string text, HashSet<string> roles)
    {
        var at = text.After("allow", "allows", "let", "lets");
        var to = at < 0 ? -1 : text.IndexOf(" to ", at, StringComparison.OrdinalIgnoreCase);
        if (to <= at || to - at > 60)
        {
            return null;
        }

        var named = ItemLists.Split(text[at..to]).ToArray();
        var words = text[(to + 4)..];
        return named.Length > 0 && named.All(name => roles.Contains(Naming.EntityKey(name))) && AccessVerbs.Open(words).Verbs.Count > 0 ? (named, words) : null;
    }

    private static (string Role, string Words, bool Allowed)? Read(string text, HashSet<string> roles)
    {
        foreach (var (words, allowed) in Modals)
        {
            var at = text.IndexOf(" " + words, StringComparison.OrdinalIgnoreCase);
            if (at is <= 0 or > 40 || !roles.Contains(Naming.EntityKey(text[..at])))
            {
                continue;
            }

            var rest = text[(at + words.Length + 1)..];
            rest = words.Contains("see", StringComparison.Ordinal) ? "see " + rest : rest;
            if (AccessVerbs.Open(rest).Verbs.Count > 0)
            {
                return (text[..at], rest, allowed);
            }
        }

        return null;
    }

    /// <summary>The words before a clause that says where or how.</summary>
    private static string UpToClause(string words)
    {
        var end = words.Length;
        foreach (var clause in (ReadOnlySpan<string>)[" in ", " on ", " using ", " via ", " when ", " within ", " from ", " for ", " with ", " through ", " to ", " at ", " by ", " without ", " until ", " if ", ". ", ": ", ", which "])
        {
            var at = words.IndexOf(clause, StringComparison.OrdinalIgnoreCase);
            end = at > 0 && at < end ? at : end;
        }

        return words[..end].TrimEnd('.');
    }
}
