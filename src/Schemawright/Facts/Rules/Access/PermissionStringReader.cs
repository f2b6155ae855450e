using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Reads permission strings in code: <c>clerk: ['orders:read:own', ...permissions.guest]</c>.</summary>
internal sealed class PermissionStringReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var fence in document.Blocks.OfType<CodeFence>())
        {
            if (!facts.IsClaimed(fence) && !HeadingTopics.StatesNoData(fence) && SpeaksOfRoles(fence) && fence.Lines.Where(line => !line.Text.Contains('(', StringComparison.Ordinal)).Sum(line => Strings(line.Text).Count()) >= 2)
            {
                facts.Claim(fence);
                ReadFence(fence, facts);
            }
        }
    }

    private static bool SpeaksOfRoles(CodeFence fence) =>
        fence.Headings.Any(heading => heading.Says("role*", "permission*", "rbac", "access control")) || fence.Lines.Any(line => line.Text.Says("permissions", "roles"));

    private static void ReadFence(CodeFence fence, FactCollector facts)
    {
        var includes = new List<string>();
        (string Name, CodeLine Line)? open = null;
        foreach (var line in fence.Lines)
        {
            if (RoleOpened(line.Text) is { } role)
            {
                Close(open, includes, facts);
                open = (role, line);
            }

            if (open is not { } current)
            {
                continue;
            }

            includes.AddRange(Included(line.Text));
            foreach (var permission in Strings(line.Text).Where(_ => !line.Text.Contains('(', StringComparison.Ordinal)))
            {
                Add(current.Name, permission, line, facts);
            }
        }

        Close(open, includes, facts);
    }

    private static void Close((string Name, CodeLine Line)? open, List<string> includes, FactCollector facts)
    {
        if (open is { } role)
        {
            facts.Add(new RoleFact(role.Name, null, includes.ToSeq(), role.Line.Span, role.Line.Text.Trim()) { TakesOver = includes.Count > 0 });
        }

        includes.Clear();
    }

    private static void Add(string role, string[] permission, CodeLine line, FactCollector facts)
    {
        var verbs = AccessVerbs.OfLabel(permission[1]);
        var scope = permission.Length < 3 ? AccessScope.Unstated : permission[2].ToLowerInvariant() switch { "own" => AccessScope.Own, "assigned" => AccessScope.Assigned, "all" or "any" or "*" => AccessScope.All, _ => AccessScope.Unstated };
        foreach (var verb in verbs.Count > 0 ? verbs : permission[1] == "*" ? AccessVerbs.OfLabel("manage") : [AccessVerb.Other])
        {
            facts.Add(new AccessFact(role, verb, permission[0] == "*" ? Grants.Everything : permission[0], scope, true, line.Span, line.Text.Trim()));
        }

        facts.Classify(line.Span, StatementClass.Access, $"a permission of {role}");
    }

    /// <summary>"clerk: [" opens the list of the role clerk.</summary>
    private static string? RoleOpened(string line)
    {
        var text = line.Trim();
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        var name = bracket < 0 ? "" : text[..bracket].Trim().TrimEnd(':', '=').Trim().Trim('\'', '"');
        var space = name.LastIndexOf(' ');
        name = space < 0 ? name : name[(space + 1)..];
        return name.Length > 1 && name.All(character => char.IsLetterOrDigit(character) || character is '_' or '-') ? name : null;
    }

    private static IEnumerable<string> Included(string line)
    {
        var at = line.IndexOf("...", StringComparison.Ordinal);
        var name = at < 0 ? "" : line[(at + 3)..].Trim().TrimEnd(',', ']', ' ');
        return name.Length == 0 ? [] : [name[(name.LastIndexOf('.') + 1)..].Trim('\'', '"', '[', ']')];
    }

    private static IEnumerable<string[]> Strings(string line) =>
        line.Split(['\'', '"', '`']).Where((_, index) => index % 2 == 1).Select(text => text.Split(':')).Where(parts => parts.Length is 2 or 3 && parts.All(IsPart));

    private static bool IsPart(string part) => part.Length > 0 && part.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '*') && !char.IsAsciiDigit(part[0]);
}
