using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Reads what sentences let a role do: "Clerks can view their own shifts", "Only owners may delete notes", "Prices are visible to owners only".</summary>
internal sealed class RoleSentenceReader : IFactReader
{
    private static readonly string[] Modals = ["can", "cannot", "may", "must", "only", "has", "have", "sees", "see", "is", "never"];
    private static readonly string[] Conditions = [" if ", " when ", " until ", " unless ", " once ", " while ", " as long as ", " before ", " after ", " up to ", " without ", " provided "];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var roles = new KnownRoles(facts);
        var ruled = facts.Facts.OfType<RuleFact>().Select(rule => rule.Source).ToHashSet();
        var taken = facts.Facts.OfType<AccessFact>().Select(access => access.Source).ToHashSet();
        foreach (var line in facts.OutlineOf(document).Where(line => !taken.Contains(line.Span)))
        {
            if (line.Form is OutlineForm.Bullet or OutlineForm.Sentence && line.Topic == HeadingTopic.None && (!roles.Any || RoleInclusion.Find(line.Text, roles.Contains) is null) && !line.Text.Says("log in", "login", "sign in", "sign up"))
            {
                ReadLine(line, roles, document, ruled, facts);
            }
        }
    }

    private static void ReadLine(OutlineLine line, KnownRoles roles, ProductDocument document, HashSet<SourceSpan> ruled, FactCollector facts)
    {
        // "Driver: can only see …": the label is the subject.
        // "BR-7: Only porters …": a code is no subject.
        var text = line.Label is { } label && roles.Contains(label) && line.Text.Opens(Modals) ? $"{label} {line.Text}" : line.Label is null || RuleCodes.IsWhole(line.Label) ? WithoutCode(line.Text) : "";
        foreach (var clause in Clauses(text, roles).SelectMany(clause => WithSubject(clause, line.Label)))
        {
            if (AccessClause.Read(clause, roles.IsRole) is { } active)
            {
                Add(active, line, document, roles, ruled, facts);
            }
            else if (PassiveAccess.Read(clause, roles.IsRole) is { } passive)
            {
                Add(passive, line, roles, facts);
            }
        }

        if (Allowed(line.Text, roles) is var (permitted, deed))
        {
            Add(new AccessClause(permitted, deed, true, false), line, document, roles, ruled, facts);
        }
    }

    /// <summary>"R5.1 Porters see only …" begins with its number.</summary>
    private static string WithoutCode(string text) =>
        RuleCodes.Split(text) is { Code: not null, Title: { Length: > 0 } said } ? said : text.IndexOf(' ', StringComparison.Ordinal) is > 1 and < 10 and var space && text[..space].TrimEnd('.', ':') is var code && code.Any(char.IsAsciiDigit) && code.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character is '.' or '-') ? text[(space + 1)..] : text;

    /// <summary>"Porter: may move crates; may not open them": the label is the subject of each part.</summary>
    private static IEnumerable<string> WithSubject(string clause, string? label) =>
        clause.Split("; ").Select((part, index) => index > 0 && label is not null && part.Opens(Modals) ? $"{label} {part}" : part);

    /// <summary>Clauses of one sentence: "…; …", "…, but only owners can …", "…, and clerks may …".</summary>
    private static IEnumerable<string> Clauses(string text, KnownRoles roles)
    {
        var start = 0;
        for (var at = text.IndexOf(' ', StringComparison.Ordinal); at > 0; at = text.IndexOf(' ', at + 1))
        {
            if (at > start && IsJoint(text, at) && Begins(text[(at + 1)..], roles, out var skipped))
            {
                yield return text[start..at].TrimEnd(',', ';', ':', ' ');
                start = at + 1 + skipped;
            }
        }

        yield return text[start..];
    }

    private static bool IsJoint(string text, int at) => text[at - 1] is ',' or ';' or ':' || text.OpensAt(at + 1, "and") || text.OpensAt(at + 1, "but") || text.OpensAt(at + 1, "while");

    /// <summary>A clause of its own begins: "only …", or a role with a modal verb near by.</summary>
    private static bool Begins(string rest, KnownRoles roles, out int skipped)
    {
        var words = rest.Split(' ', 8);
        skipped = words[0] is "and" or "but" or "while" ? words[0].Length + 1 : 0;
        var subject = words.Skip(skipped > 0 ? 1 : 0).ToArray();
        return subject.Length > 2 && (subject[0].Equals("only", StringComparison.OrdinalIgnoreCase)
            ? subject.Any(word => word is "can" or "may")
            : roles.Any && Enumerable.Range(1, Math.Min(3, subject.Length - 1)).Any(count => AccessClause.Names(string.Join(' ', subject.Take(count))).ToArray() is [var name] && roles.Contains(name) && subject[count].TrimEnd(',') is not ("and" or "or")));
    }

    private static void Add(AccessClause clause, OutlineLine line, ProductDocument document, KnownRoles roles, HashSet<SourceSpan> ruled, FactCollector facts)
    {
        if (clause.Words.Says("more than", "less than", "fewer than", "at most", "at least", "no more than") || !clause.Allowed && clause.Words.Says("of their own", "of his own", "of her own", "of one's own"))
        {
            return; // a limit, or a duty kept apart from what is one's own: a rule, and no right
        }

        var (deed, condition) = UpToCondition(clause.Words);
        foreach (var grant in Grants.Read(deed, [], clause.Allowed).Distinct())
        {
            foreach (var role in clause.Roles)
            {
                facts.Add(new AccessFact(role, grant.Verb, UpToClause(grant.Resource), grant.Scope, grant.Allowed, line.Span, line.Words) { Exclusive = clause.Exclusive });
            }
        }

        AddRoles(clause.Roles, line, roles, facts);
        if (condition && ruled.Add(line.Span))
        {
            // The right is given with a condition, which only a rule can hold.
            facts.Add(new RuleFact(null, null, line.Headings, line.Keys, line.Label, line.Text, RuleSubjects.Of(line.Headings), line.Form == OutlineForm.Sentence ? FactForm.Sentence : FactForm.List, document.Kind, line.Span, line.Words));
        }
    }

    /// <summary>What is no entity is an attribute or a document of another kind, whose readers see the same words.</summary>
    private static void Add(PassiveAccess access, OutlineLine line, KnownRoles roles, FactCollector facts)
    {
        AddRoles(access.Roles, line, roles, facts);
        foreach (var thing in ItemLists.Split(access.Thing).Where(thing => access.Verbs is not [AccessVerb.Read] || roles.IsEntity(AccessScopes.Cut(thing).Resource)))
        {
            var (scope, resource) = AccessScopes.Cut(thing);
            foreach (var (role, verb) in access.Roles.SelectMany(role => access.Verbs.Select(verb => (role, verb))))
            {
                facts.Add(new AccessFact(role, verb, resource, scope, access.Allowed, line.Span, line.Words) { Exclusive = access.Exclusive });
            }
        }
    }

    private static void AddRoles(IReadOnlyList<string> named, OutlineLine line, KnownRoles roles, FactCollector facts)
    {
        foreach (var role in named.Where(role => !roles.Contains(role)))
        {
            facts.Add(new RoleFact(Nouns.Singular(role.ToLowerInvariant()) is var single && single != role.ToLowerInvariant() ? single : role, null, [], line.Span, line.Words));
        }
    }

    /// <summary>"The system shall allow clerks and owners to delete orders".</summary>
    private static (IReadOnlyList<string> Roles, string Words)? Allowed(string text, KnownRoles roles)
    {
        var at = text.After("allow", "allows", "let", "lets", "enable", "enables");
        var to = at < 0 ? -1 : text.Seek(" to ", at);
        if (to <= at || to - at > 60)
        {
            return null;
        }

        var named = AccessClause.Names(text[at..to]).ToArray();
        var words = text[(to + 4)..];
        return named.Length > 0 && named.All(roles.Contains) && AccessVerbs.Open(words).Verbs.Count > 0 ? (named, words) : null;
    }

    private static (string Deed, bool HasCondition) UpToCondition(string words)
    {
        var end = words.Length;
        foreach (var condition in Conditions)
        {
            var at = words.Seek(condition);
            end = at > 0 && at < end ? at : end;
        }

        return (words[..end].TrimEnd('.', ','), end < words.Length);
    }

    /// <summary>The words before a clause that says where or how.</summary>
    private static string UpToClause(string words)
    {
        var end = words.Length;
        foreach (var clause in (ReadOnlySpan<string>)[" in ", " on ", " using ", " via ", " within ", " from ", " for ", " with ", " through ", " to ", " at ", " by ", " so that ", ". ", ": ", ", which "])
        {
            var at = words.Seek(clause);
            end = at > 0 && at < end ? at : end;
        }

        return words[..end].TrimEnd('.');
    }
}
