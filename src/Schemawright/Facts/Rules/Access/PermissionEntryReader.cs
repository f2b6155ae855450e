using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Reads permissions in entries: a role, and under it <c>- orders: create, read (own)</c> or <c>invoices: [read, approve]</c>.</summary>
internal sealed class PermissionEntryReader : IFactReader
{
    private const int FewestEntries = 2;

    private sealed record Entry(string Role, string Resource, IReadOnlyList<AccessVerb> Verbs, AccessScope Scope, CodeLine Line);

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && !HeadingTopics.StatesNoData(fence) && SpeaksOfRights(fence)))
        {
            var (roles, entries) = Parse(fence);
            if (entries.Count < FewestEntries)
            {
                continue;
            }

            facts.Claim(fence);
            foreach (var (role, line) in roles)
            {
                facts.Add(new RoleFact(role, null, [], line.Span, line.Text.Trim()));
            }

            foreach (var (entry, verb) in entries.SelectMany(entry => entry.Verbs.Select(verb => (entry, verb))))
            {
                facts.Add(new AccessFact(entry.Role, verb, entry.Resource is "all" or "*" ? Grants.Everything : entry.Resource.Replace('_', ' '), entry.Scope, true, entry.Line.Span, entry.Line.Text.Trim()));
            }
        }
    }

    private static bool SpeaksOfRights(CodeFence fence) => fence.Headings.TakeLast(2).Any(heading => heading.Says("role*", "permission*", "rbac", "access control", "authorisation", "authorization", "access rights", "who may do what"));

    /// <summary>The roles and their entries; none when a line is neither.</summary>
    private static (List<(string Role, CodeLine Line)> Roles, List<Entry> Entries) Parse(CodeFence fence)
    {
        var (roles, entries) = (new List<(string Role, CodeLine Line)>(), new List<Entry>());
        foreach (var line in fence.Lines.Where(line => line.Text.Trim() is { Length: > 0 } text && text[0] != '#'))
        {
            var text = line.Text.Trim();
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var indented = line.Text.Length > line.Text.TrimStart().Length || text.StartsWith('-');
            if (colon == text.Length - 1 && text.Says("roles", "permissions"))
            {
                continue;
            }

            if (colon == text.Length - 1 && IsName(text[..^1]))
            {
                roles.Add((text[..^1], line));
            }
            else if (indented && roles.Count > 0 && colon > 0 && Read(roles[^1].Role, text[..colon].TrimStart('-', ' '), text[(colon + 1)..], line) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                return ([], []);
            }
        }

        return (roles, entries);
    }

    private static Entry? Read(string role, string resource, string rights, CodeLine line)
    {
        var note = ItemLists.InParentheses(rights);
        var scope = note is null ? AccessScope.Unstated : AccessScopes.Cut(note).Scope;
        var words = ItemLists.WithoutParentheses(rights).Trim(' ', '[', ']', '.');
        var verbs = words is "all" or "*" or "full" or "crud" ? AccessVerbs.OfLabel("manage") : AccessVerbs.OfLabel(words.Replace(" and ", ", ", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal));
        return verbs.Count > 0 && (IsName(resource) || resource == "*") ? new(role, resource, verbs, scope, line) : null;
    }

    private static bool IsName(string words) => words.Length is > 1 and <= 40 && char.IsLetter(words[0]) && words.All(character => char.IsLetterOrDigit(character) || character is '_' or '-' or ' ');
}
