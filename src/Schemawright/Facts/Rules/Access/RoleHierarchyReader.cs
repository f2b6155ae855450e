using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Reads role hierarchies: a tree of roles, or a chain "OWNER &gt; ADMIN &gt; STAFF"; the higher includes the lower.</summary>
internal sealed class RoleHierarchyReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var fence in document.Blocks.OfType<CodeFence>())
        {
            if (facts.IsClaimed(fence) || HeadingTopics.StatesNoData(fence) || fence.Headings.Count == 0 || !fence.Headings[^1].Says("role*", "hierarchy", "permission*", "inheritance"))
            {
                continue;
            }

            if (fence.Lines.Any(line => ProgramCode.HasBoxes(line.Text) && !line.Text.Contains('┌', StringComparison.Ordinal)))
            {
                ReadTree(fence, facts);
            }
            else if (fence.Lines.Count(line => line.Text.Contains(" > ", StringComparison.Ordinal)) == 1 && fence.Lines.Count <= 3)
            {
                ReadChain(fence, facts);
            }
        }
    }

    private static void ReadTree(CodeFence fence, FactCollector facts)
    {
        facts.Claim(fence);
        var rows = fence.Lines.Select(line => (Line: line, Depth: Depth(line.Text), Name: Name(line.Text))).Where(row => row.Name.Length > 0).ToArray();
        for (var index = 0; index < rows.Length; index++)
        {
            var (line, depth, name) = rows[index];
            var below = rows.Skip(index + 1).TakeWhile(row => row.Depth > depth).ToArray();
            var nearest = below.Length == 0 ? 0 : below.Min(row => row.Depth);
            var note = ItemLists.InParentheses(name);
            var role = ItemLists.WithoutParentheses(name);
            facts.Add(new RoleFact(role, note, below.Where(row => row.Depth == nearest).Select(row => ItemLists.WithoutParentheses(row.Name)).ToSeq(), line.Span, name));
            facts.Classify(line.Span, StatementClass.Access, "a role in the hierarchy of roles");
            if (note is not null && note.Says("read-only", "read only"))
            {
                facts.Add(new AccessFact(role, AccessVerb.Read, Grants.Everything, AccessScope.All, true, line.Span, name));
            }
        }
    }

    private static void ReadChain(CodeFence fence, FactCollector facts)
    {
        facts.Claim(fence);
        var line = fence.Lines.First(candidate => candidate.Text.Contains(" > ", StringComparison.Ordinal));
        var names = line.Text.Split('>', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var index = 0; index < names.Length; index++)
        {
            facts.Add(new RoleFact(names[index], null, index + 1 < names.Length ? [names[index + 1]] : [], line.Span, line.Text.Trim()));
        }
    }

    private static int Depth(string line) => line.TakeWhile(character => !char.IsLetterOrDigit(character)).Count();

    private static string Name(string line) => line[Depth(line)..].Trim();
}
