using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Design.Seeding;

/// <summary>Makes rows of one table, keeping only those the database would accept.</summary>
internal sealed class SeedRows(DataDesign design, TableDesign table, IReadOnlyDictionary<string, List<SeedRow>> known, AskedValues asked)
{
    private readonly List<SeedRow> _made = [];
    private readonly NumberBounds _bounds = new(table);

    public List<SeedRow> Make(IEnumerable<int> tenants, int each)
    {
        // A partitioned table has partitions from today on, and an identity's values are the server's to give.
        var keyless = table.Partition is not null || table.Columns.Any(column => column.Type.Kind == DataKind.Identity);
        if (keyless || table.Minimums.Any(minimum => minimum.States.Count == 0))
        {
            return [];
        }

        var turn = 0;
        foreach (var tenant in tenants)
        {
            for (var row = 0; row < each; row++)
            {
                turn++;
                var style = SeedStyle.All.Select(style => RowIn(tenant, turn, row, style)).FirstOrDefault(made => made is not null);
                if (style is not null)
                {
                    _made.Add(style);
                }
            }
        }

        return _made;
    }

    private SeedRow? RowIn(int tenant, int turn, int place, SeedStyle style)
    {
        var row = new SeedRow(table, tenant);
        if (table.Scope == TenantScope.Scoped)
        {
            PutUnderTenant(row);
        }

        if (!AddReferences(row, place, style) || !AddValues(row, turn, style))
        {
            return null;
        }

        SettledEquations.Settle(row, Conditions(table));
        return IsAccepted(row) ? row : null;
    }

    private void PutUnderTenant(SeedRow row)
    {
        var root = known.GetValueOrDefault(design.Tenancy.TenantTable!, []).Find(root => root.Tenant == row.Tenant);
        row.Values[design.Tenancy.TenantColumn!] = root?[design.Find(design.Tenancy.TenantTable!)!.PrimaryKey.Columns[0]] ?? SeedRow.Null;
        if (root is not null && table.ForeignKeys.FirstOrDefault(key => key.Column == design.Tenancy.TenantColumn) is { } link)
        {
            row.Parents[link.Role] = root;
        }
    }

    private bool AddReferences(SeedRow row, int place, SeedStyle style)
    {
        var turns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in table.ForeignKeys.Where(key => key.Column != design.Tenancy.TenantColumn || table.Scope != TenantScope.Scoped))
        {
            var parents = known.GetValueOrDefault(key.ReferencedTable, []).Where(parent => parent.Tenant == 0 || parent.Tenant == row.Tenant).ToList();
            var optional = table.Find(key.Column) is { Nullable: true };
            if (parents.Count > 0 && (!optional || style.Filling == SeedFilling.Everything))
            {
                // Two references to one table lead to different rows: nobody approves their own work.
                var turn = turns[key.ReferencedTable] = turns.GetValueOrDefault(key.ReferencedTable, -1) + 1;
                var parent = parents[(place + turn) % parents.Count];
                row.Values[key.Column] = parent[key.ReferencedColumns[^1]];
                row.Parents[key.Role] = parent;
            }
            else if (!optional)
            {
                return false;
            }
        }

        return true;
    }

    private bool AddValues(SeedRow row, int turn, SeedStyle style)
    {
        var place = 0;
        var first = true;
        foreach (var column in table.Columns.Where(column => !row.Values.ContainsKey(column.Name) && NeedsValue(column, style)))
        {
            place++;
            var value = ValueOf(column, turn, place, first, style);
            first = first && column.Type.Kind is not (DataKind.Date or DataKind.Timestamp or DataKind.LocalTimestamp);
            if (value is null && !column.Nullable)
            {
                return false;
            }

            row.Values[column.Name] = value ?? SeedRow.Null;
        }

        return true;
    }

    private Literal? ValueOf(ColumnDesign column, int turn, int place, bool first, SeedStyle style)
    {
        if (column.Name == "id" && column.Type.Kind == DataKind.Uuid)
        {
            return Literal.String(SeedValues.Uuid(table.Name, turn));
        }

        var machine = table.Transitions.FirstOrDefault(machine => machine.Column == column.Name);
        return machine is { Initial.Count: > 0 }
            ? Literal.String(machine.Initial[0])
            : Childless(column, turn) is { } state ? state
            : asked.For(table.Name, column.Name, turn) is { } wanted ? wanted
            : column.Default is Literal usual ? usual
            : SeedValues.For(column, LayOutTables.Words(table.Entity ?? table.Name), turn, place, first, style) is { } made ? _bounds.Within(column.Name, made)
            : null;
    }

    /// <summary>The rows that a later state needs do not stand yet.</summary>
    private Literal? Childless(ColumnDesign column, int turn)
    {
        var later = table.Minimums.Where(minimum => minimum.StateColumn == column.Name).SelectMany(minimum => minimum.States).ToHashSet(StringComparer.Ordinal);
        var free = later.Count == 0 ? [] : column.Type.Values.Where(value => !later.Contains(value)).ToList();
        return free.Count == 0 ? null : Literal.String(free[turn % free.Count]);
    }

    private static bool NeedsValue(ColumnDesign column, SeedStyle style) =>
        column.Role is not (ColumnRole.StateSince or ColumnRole.CreatedAt or ColumnRole.UpdatedAt or ColumnRole.Version or ColumnRole.DeletedAt or ColumnRole.ForeignKey or ColumnRole.Generated)
        && (!column.Nullable || column.Default is not null || style.Filling switch
        {
            SeedFilling.Everything => true,
            SeedFilling.Beginning => column.Type.Kind is not (DataKind.Timestamp or DataKind.LocalTimestamp) && !column.Name.EndsWith("_reason", StringComparison.Ordinal),
            _ => false,
        });

    private bool IsAccepted(SeedRow row) => Conditions(table).All(condition => SeedCondition.Accepts(row, condition)) && IsAlone(row) && IsWithinQuotas(row);

    /// <summary>What each new row of a table must fulfil by itself.</summary>
    public static IEnumerable<Expr> Conditions(TableDesign table) =>
        table.Checks.Select(check => check.Condition)
            .Concat(table.RowRules.Where(rule => rule.OnInsert).Select(rule => rule.When is null ? rule.Must : new Implies(rule.When, rule.Must)))
            .Concat(table.Exclusions.Select(span => new Compare(CompareOp.LessOrEqual, Ref.To(span.Start), Ref.To(span.End))));

    private bool IsAlone(SeedRow row) => table.Uniques.Select(unique => unique.Columns).Append(table.PrimaryKey.Columns)
        .All(columns => !_made.Exists(other => columns.All(column => row[column].Kind != LiteralKind.Null && row[column] == other[column])))
        && table.Exclusions.All(span => !_made.Exists(other => span.Keys.All(key => row[key].Kind != LiteralKind.Null && row[key] == other[key]) && Meet(row[span.Start], other[span.Start])));

    /// <summary>What has no beginning covers all time before its end.</summary>
    private static bool Meet(Literal one, Literal other) => one.Kind == LiteralKind.Null || other.Kind == LiteralKind.Null || one == other;

    private bool IsWithinQuotas(SeedRow row) => table.Quotas.All(quota =>
        quota.Sum is null && _made.Count(other => quota.Per.All(column => row[column] == other[column])) < quota.Limit);
}
