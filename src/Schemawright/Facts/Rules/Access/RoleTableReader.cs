using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Reads tables that describe roles in words: Role | Description, User type | Can | Cannot.</summary>
internal sealed class RoleTableReader : IFactReader
{
    private static readonly string[] Heads = ["role", "roles", "user role", "user type", "role name", "actor"];
    private static readonly string[] Rights = ["permissions", "permission", "can", "may", "access", "rights", "capabilities", "allowed", "access level", "what they can do", "can do", "privileges"];
    private static readonly string[] Denied = ["cannot", "can't", "may not", "restrictions", "not allowed", "cannot do"];
    private static readonly string[] Told = ["description", "responsibilities", "responsibility", "purpose", "tasks", "notes", "who", "main tasks", "duties", "summary", "what they do", "what he does", "what it does", "does", "activities", "needs", "goals", "job", "who they are", "uses"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>())
        {
            var told = table.Header.Select(cell => cell.Text.Trim().ToLowerInvariant()).ToArray();
            if (told.Length < 2 || !Heads.Contains(told[0], StringComparer.Ordinal) || facts.IsClaimed(table) || HeadingTopics.StatesNoData(table) || !told.Skip(1).Any(head => Rights.Concat(Denied).Concat(Told).Contains(head, StringComparer.Ordinal)))
            {
                continue;
            }

            facts.Claim(table);
            foreach (var row in table.Rows.Where(row => row.Cells.Count > 0 && row.Cells[0].Text.Trim().Length > 1))
            {
                ReadRow(row, told, facts);
            }
        }
    }

    private static void ReadRow(TableRow row, string[] heads, FactCollector facts)
    {
        var role = row.Cells[0].Text.Trim();
        var words = string.Join(" | ", row.Cells.Select(cell => cell.Text));
        var description = Array.FindIndex(heads, head => Told.Contains(head, StringComparer.Ordinal)) is > 0 and var column && column < row.Cells.Count ? row.Cells[column].Text : null;
        facts.Add(new RoleFact(role, description, [], row.Span, words));
        for (var index = 1; index < Math.Min(row.Cells.Count, heads.Length); index++)
        {
            var allowed = !Denied.Contains(heads[index], StringComparer.Ordinal);
            var isRight = Rights.Contains(heads[index], StringComparer.Ordinal) || !allowed || Told.Contains(heads[index], StringComparer.Ordinal);
            foreach (var grant in isRight && row.Cells[index].Text.Trim().Length > 1 ? Grants.Read(row.Cells[index].Text, [], allowed).Distinct() : [])
            {
                facts.Add(new AccessFact(role, grant.Verb, grant.Resource, grant.Scope, grant.Allowed, row.Span, words));
            }
        }

        facts.Classify(row.Span, StatementClass.Access, $"says what {role} may do");
    }
}
