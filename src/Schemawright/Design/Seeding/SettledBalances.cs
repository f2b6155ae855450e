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
        Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } total, Right: var figure } when figure.UsesAggregate() => rows[table.Name].TrueForAll(row => Set(row, total.Attribute, figure)),
        Compare { Op: CompareOp.Equal, Left: var figure, Right: Ref { IsOwn: true } total } when figure.UsesAggregate() => rows[table.Name].TrueForAll(row => Set(row, total.Attribute, figure)),
        _ => rows[table.Name].TrueForAll(row => SeedCondition.Accepts(row, must, Everything)),
    };

    private List<SeedRow> Everything => [.. rows.Values.SelectMany(list => list)];

    private bool Set(SeedRow row, string total, Expr figure)
    {
        if (SeedCondition.Figure(row, figure, Everything) is not { } value || decimal.Round(value, row.Table.Find(total)?.Type is { Kind: DataKind.Money } money ? money.Scale ?? 2 : 4) != value)
        {
            return false;
        }

        row.Values[total] = Literal.Number(value);
        return SeedRows.Conditions(row.Table).All(condition => SeedCondition.Accepts(row, condition));
    }
}
