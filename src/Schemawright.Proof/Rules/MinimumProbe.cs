using System.Globalization;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>At least so many children from a state on: one too few is refused at commit, enough is not.</summary>
internal sealed class MinimumProbe : IRuleProbe
{
    private const string CheckViolation = "23514";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.Minimums.SelectMany(minimum => new[]
    {
        RuleTrial.Accept(table, minimum.Name, minimum.Origin, Entering(table, minimum, staging, minimum.Count)),
        RuleTrial.Refuse(table, minimum.Name, minimum.Origin, CheckViolation, Entering(table, minimum, staging, minimum.Count - 1)),
        RuleTrial.Refuse(table, minimum.Name, minimum.Origin, CheckViolation, Leaving(table, minimum, staging)) with { Optional = true },
    });

    private static IEnumerable<Scene> Entering(TableDesign table, MinimumDesign minimum, Staging staging, int children)
    {
        if (minimum.StateColumn is null || minimum.States.Count == 0)
        {
            return Creating(table, minimum, staging, children);
        }

        return minimum.States.SelectMany(state =>
        {
            var (world, row, family) = Family(table, minimum, staging, children);
            Staging.Changing(row, [minimum.StateColumn]);
            var inState = new OneOf(Ref.To(minimum.StateColumn), [.. minimum.States.Select(Literal.String)]);
            Goal[] goals =
            [
                new(new Compare(CompareOp.Equal, Ref.To(minimum.StateColumn), Literal.String(state)), row, Wanted.True),
                new(inState, row, Wanted.NotTrue, Old: true), .. RowRules.Changed(row), .. family.SelectMany(child => RowRules.Stored(child)),
            ];
            return staging.Update(world, row, goals, family)
                .Select(scene => scene with { AtCommit = true, What = $"{scene.What}, having {children.ToString(CultureInfo.InvariantCulture)} {minimum.ChildTable}" });
        });
    }

    /// <summary>Without a state the rule holds from the first commit on; the last statement before it is the one tried.</summary>
    private static IEnumerable<Scene> Creating(TableDesign table, MinimumDesign minimum, Staging staging, int children)
    {
        var (world, row, family) = Family(table, minimum, staging, children);
        Goal[] goals = [.. RowRules.Created(row), .. family.SelectMany(child => RowRules.Stored(child))];
        return staging.Solve(world, goals).Take(4).Select(_ => new Scene(
            [.. staging.Sql.All([row, .. family, .. Companions(world, [row, .. family])], except: family.Length > 0 ? family[^1] : row)], staging.Sql.Insert(family.Length > 0 ? family[^1] : row), RowSql.TenantKey(world.Tenant),
            $"insert a row with {children.ToString(CultureInfo.InvariantCulture)} {minimum.ChildTable}") { AtCommit = true, LiveSetup = true });
    }

    private static IEnumerable<Scene> Leaving(TableDesign table, MinimumDesign minimum, Staging staging)
    {
        var (world, row, family) = Family(table, minimum, staging, minimum.Count);
        if (family.Length == 0)
        {
            return [];
        }

        Goal[] goals =
        [
            .. InState(minimum, row),
            .. RowRules.Stored(row), .. family.SelectMany(child => RowRules.Deleted(child)),
        ];
        return staging.Delete(world, family[0], goals, [row, .. family])
            .Select(scene => scene with { AtCommit = true, What = $"delete one of the last {minimum.Count.ToString(CultureInfo.InvariantCulture)} {minimum.ChildTable}" });
    }

    /// <summary>The row is in a state in which the rule holds.</summary>
    public static IEnumerable<Goal> InState(MinimumDesign minimum, PlannedRow row) => minimum.StateColumn is { } column && minimum.States.Count > 0
        ? [new Goal(new Compare(CompareOp.Equal, Ref.To(column), Literal.String(minimum.States[0])), row, Wanted.True)]
        : Seq<Goal>.Empty;

    /// <summary>What tells the children of one parent apart: one other reference of each key that the parent is part of.</summary>
    private static IEnumerable<ForeignKeyDesign> Distinguishing(PlannedWorld world, TableDesign child, string parent) =>
        child.Uniques.Where(unique => unique.Columns.Contains(parent, StringComparer.Ordinal))
            .Select(unique => child.ForeignKeys.FirstOrDefault(link => link.Column != parent && link.Column != world.Design.Tenancy.TenantColumn && link.ReferencedTable != child.Name && unique.Columns.Contains(link.Column, StringComparer.Ordinal)))
            .OfType<ForeignKeyDesign>().DistinctBy(link => link.Column, StringComparer.Ordinal);

    public static (PlannedWorld World, PlannedRow Row, PlannedRow[] Children) Family(TableDesign table, MinimumDesign minimum, Staging staging, int count)
    {
        var world = staging.World();
        var row = table.Scope == TenantScope.TenantRoot && world.Tenant is { } tenant ? tenant : world.Fresh(table);
        if (world.Design.Find(minimum.ChildTable) is not { } childTable)
        {
            return (world, row, []);
        }

        return (world, row, Children(world, row, minimum, childTable, count));
    }

    private static PlannedRow[] Children(PlannedWorld world, PlannedRow row, MinimumDesign minimum, TableDesign childTable, int count)
    {
        var children = Enumerable.Range(0, count).Select(_ => world.Fresh(childTable, minimum.ChildColumn, row)).ToArray();
        foreach (var child in children)
        {
            foreach (var link in Distinguishing(world, childTable, minimum.ChildColumn).Where(_ => count > 1))
            {
                child.Values[link.Column] = new KeyValue(world.Fresh(world.Design.Find(link.ReferencedTable)!));
            }
        }

        return children;
    }

    /// <summary>What the rows that the family refers to must have from their first commit on, too.</summary>
    private static IEnumerable<PlannedRow> Companions(PlannedWorld world, PlannedRow[] family) =>
    [
        .. from above in world.Rows.Except(family).ToList()
           from minimum in above.Table.Minimums
           where (minimum.States.Count == 0 || (above[minimum.StateColumn ?? ""] is TextValue state && minimum.States.Contains(state.Text, StringComparer.Ordinal))) && world.Design.Find(minimum.ChildTable) is not null
           from child in Children(world, above, minimum, world.Design.Find(minimum.ChildTable)!, minimum.Count)
           select child,
    ];
}
