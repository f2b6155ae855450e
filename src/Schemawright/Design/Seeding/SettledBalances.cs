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
        _ => rows[table.Name].TrueForAll(row => SeedCondition.Accepts(row, must, Everything) || Counts(row, must)),
    };

    /// <summary>One of the rows below becomes such as the figure counts: "at least one active owner".</summary>
    private bool Counts(SeedRow row, Expr must) => must.Nodes().OfType<Aggregate>().Where(figure => figure.Where is not null)
        .Any(figure => Everything.Where(child => child.Table.Entity == figure.Entity && child.Parents.GetValueOrDefault(figure.Role) == row).Any(child => Becomes(child, figure.Where!) && (SeedCondition.Accepts(row, must, Everything) || Undo(child))));

    /// <summary>The row's values before it was last changed.</summary>
    private readonly Dictionary<string, Literal> _before = new(StringComparer.Ordinal);

    private bool Becomes(SeedRow child, Expr where)
    {
        _before.Clear();
        foreach (var (column, value) in Wanted(where))
        {
            var isFree = child.Table.Find(column) is { Role: ColumnRole.Attribute or ColumnRole.State } && !child.Table.Uniques.Any(unique => unique.Columns.Contains(column, StringComparer.Ordinal))
                && child.Table.Transitions.All(machine => machine.Column != column || machine.Initial.Contains(value.Text, StringComparer.Ordinal));
            if (!isFree)
            {
                return Undo(child);
            }

            _before.TryAdd(column, child[column]);
            child.Values[column] = value;
        }

        return (_before.Count > 0 && SeedRows.Conditions(child.Table).All(condition => SeedCondition.Accepts(child, condition))) || Undo(child);
    }

    private bool Undo(SeedRow child)
    {
        foreach (var (column, value) in _before)
        {
            child.Values[column] = value;
        }

        return false;
    }

    private static IEnumerable<(string Column, Literal Value)> Wanted(Expr where) => where switch
    {
        And all => all.Terms.SelectMany(Wanted),
        Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } column, Right: Literal value } => [(column.Attribute, value)],
        OneOf { Term: Ref { IsOwn: true } column, Values.Count: > 0 } choice => [(column.Attribute, choice.Values[0])],
        _ => [],
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
