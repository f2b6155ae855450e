using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>Reads tables of roles against resources or actions whose cells are CRUD letters, ticks, dashes or reaches.</summary>
internal sealed class PermissionMatrixReader : IFactReader
{
    private static readonly string[] Corners =
        ["resource", "resources", "permission", "permissions", "action", "actions", "feature", "capability", "entity", "role", "roles", "module", "operation", "function", "data", "user role", "access", "object", "table"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>())
        {
            if (!facts.IsClaimed(table) && !HeadingTopics.StatesNoData(table) && IsMatrix(table))
            {
                facts.Claim(table);
                ReadMatrix(table, facts);
            }
        }
    }

    private static bool IsMatrix(TableBlock table)
    {
        if (table.Header.Count < 3 || table.Rows.Count == 0 || !Corners.Contains(table.Header[0].Text.Trim().ToLowerInvariant(), StringComparer.Ordinal))
        {
            return false;
        }

        var cells = table.Rows.SelectMany(row => row.Cells.Skip(1)).Select(cell => cell.Text).ToArray();
        return cells.Count(cell => MatrixCell.Read(cell) is not null) * 10 >= cells.Length * 8;
    }

    private static void ReadMatrix(TableBlock table, FactCollector facts)
    {
        var rolesInRows = table.Header[0].Text.Says("role", "roles", "user role");
        if (!rolesInRows)
        {
            foreach (var role in table.Header.Skip(1))
            {
                facts.Add(new RoleFact(role.Text, null, [], role.Span, role.Text));
            }
        }

        foreach (var row in table.Rows)
        {
            if (rolesInRows)
            {
                facts.Add(new RoleFact(row.Cells[0].Text, null, [], row.Span, row.Cells[0].Text));
            }

            for (var column = 1; column < Math.Min(row.Cells.Count, table.Header.Count); column++)
            {
                var (role, thing) = rolesInRows ? (row.Cells[0].Text, table.Header[column].Text) : (table.Header[column].Text, row.Cells[0].Text);
                AddCell(role, thing, row.Cells[column], row, facts);
            }

            facts.Classify(row.Span, StatementClass.Access, "a row of the permission matrix");
        }
    }

    private static void AddCell(string role, string thing, TableCell cell, TableRow row, FactCollector facts)
    {
        if (MatrixCell.Read(cell.Text) is not { } access)
        {
            return;
        }

        var (named, rest) = AccessVerbs.Open(thing);
        var (scope, resource) = AccessScopes.Cut(named.Count > 0 ? rest : thing);
        var verbs = access.Verbs.Count > 0 ? access.Verbs : named.Count > 0 ? named : [AccessVerb.Create, AccessVerb.Read, AccessVerb.Update, AccessVerb.Delete];
        var words = $"{string.Join(" | ", row.Cells.Select(column => column.Text))}";
        foreach (var verb in verbs)
        {
            facts.Add(new AccessFact(role, verb, resource.Length == 0 ? Grants.Everything : resource, access.Scope ?? scope, access.Allowed, row.Span, words));
        }
    }
}
