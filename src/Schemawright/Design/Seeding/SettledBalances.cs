using System.Globalization;
using Schemawright.Terms;

namespace Schemawright.Design.Seeding;

/// <summary>Sets the totals that must agree with the rows below a row to what those rows sum to; where no total would do, the table keeps no rows.</summary>
internal sealed class SettledBalances(DataDesign design, IReadOnlyDictionary<string, List<SeedRow>> rows)
{
    /// <returns>The tables that lost their rows: those whose balance cannot be kept, and all that refer to them.</returns>
    public IReadOnlySet<string> Settle()
    {
        var lost = new HashSet<string>(StringComparer.Ordinal);
        if (design.Tenancy.TenantTable is { } tenants && rows.GetValueOrDefault(tenants) is { Count: 0 })
        {
            lost.Add(tenants); // Rows without a tenant are refused.
        }

        foreach (var table in design.Tables)
        {
            var follows = (table.Scope == TenantScope.Scoped && lost.Contains(design.Tenancy.TenantTable ?? "")) || rows[table.Name].Exists(row => row.Parents.Values.Any(parent => lost.Contains(parent.Table.Name)));
            if (follows || (rows[table.Name].Count > 0 && !table.Balances.All(balance => Agrees(table, balance.Must))))
            {
                lost.Add(table.Name);
            }
        }

        foreach (var name in lost)
        {
            rows[name].Clear();
        }

        return lost;
    }

    private bool Agrees(TableDesign table, Expr must) => must switch
    {
        Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } total, Right: Aggregate { Kind: AggregateKind.Sum, Attribute: { } part, Where: null } sum } => rows[table.Name].TrueForAll(row => Set(row, total.Attribute, sum, part)),
        Compare { Op: CompareOp.Equal, Left: Aggregate { Kind: AggregateKind.Sum, Attribute: { } part, Where: null } sum, Right: Ref { IsOwn: true } total } => rows[table.Name].TrueForAll(row => Set(row, total.Attribute, sum, part)),
        _ => rows[table.Name].TrueForAll(row => SeedCondition.Accepts(row, must, Everything)),
    };

    private List<SeedRow> Everything => [.. rows.Values.SelectMany(list => list)];

    private bool Set(SeedRow row, string total, Aggregate sum, string part)
    {
        var parts = rows.Values.SelectMany(list => list).Where(child => child.Table.Entity == sum.Entity && child.Parents.GetValueOrDefault(sum.Role) == row).Select(child => child[part]).Where(value => value.Kind == LiteralKind.Number);
        row.Values[total] = Literal.Number(parts.Sum(value => decimal.Parse(value.Text, CultureInfo.InvariantCulture)));
        return SeedRows.Conditions(row.Table).All(condition => SeedCondition.Accepts(row, condition));
    }
}
