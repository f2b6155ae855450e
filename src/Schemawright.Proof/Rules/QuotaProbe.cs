using System.Globalization;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>At most so many: the last place is taken, one more is refused, and another group has places of its own.</summary>
internal sealed class QuotaProbe : IRuleProbe
{
    private const string CheckViolation = "23514";
    private const int MostRows = 3000;

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.Quotas.SelectMany(quota => new[]
    {
        RuleTrial.Accept(table, quota.Name, quota.Origin, Scenes(table, quota, staging, isOver: false)),
        RuleTrial.Refuse(table, quota.Name, quota.Origin, CheckViolation, Scenes(table, quota, staging, isOver: true)),
        RuleTrial.Refuse(table, quota.Name, quota.Origin, CheckViolation, Later(table, quota, staging)) with { Optional = true },
    });

    private static IEnumerable<Scene> Scenes(TableDesign table, QuotaDesign quota, Staging staging, bool isOver) =>
        quota.Sum is null ? Timetable.Ways(table, quota.Window, staging).SelectMany(lay => new[] { false, true }.SelectMany(apart => Counted(table, quota, staging, isOver, false, lay, apart)).Concat(Counted(table, quota, staging, isOver, true, lay))) : Summed(table, quota, staging, isOver).Concat(quota.Where is null ? [] : SummedLater(table, quota, staging, isOver));

    /// <summary>A row that is there already comes to count, or moves into the group.</summary>
    private static IEnumerable<Scene> Later(TableDesign table, QuotaDesign quota, Staging staging) =>
        quota.Sum is not null ? quota.Where is null ? [] : SummedLater(table, quota, staging, isOver: true)
        : Timetable.Ways(table, quota.Window, staging).SelectMany(lay => Counted(table, quota, staging, isOver: true, byUpdate: true, lay)).Concat(Moved(table, quota, staging));

    private static IEnumerable<Scene> Moved(TableDesign table, QuotaDesign quota, Staging staging)
    {
        if (quota.Limit is < 1 or > MostRows || quota.Per.Select(name => table.ForeignKeys.FirstOrDefault(key => key.Column == name)).OfType<ForeignKeyDesign>().LastOrDefault() is not { } link)
        {
            return [];
        }

        var world = staging.World();
        var others = Enumerable.Range(0, (int)quota.Limit).Select(_ => Member(world, table, quota)).ToArray();
        var row = Staging.Changing(Member(world, table, quota), [link.Column]);
        row.Before[link.Column] = new KeyValue(world.Fresh(world.Design.Find(link.ReferencedTable)!));
        Settle(world, others.SelectMany(other => Counting(quota, other).Concat(RowRules.Stored(other))));
        return staging.Update(world, row, [.. Counting(quota, row), .. RowRules.Changed(row)], others).Where(_ => SameGroup(world, quota, others.Append(row)))
            .Select(scene => scene with { What = $"move a row into a group that holds {quota.Limit.ToString(CultureInfo.InvariantCulture)} already" });
    }

    /// <param name="lay">Keeps the rows from taking the same time.</param>
    /// <param name="apart">The rows are spread over the groups of other limits, which then do not answer first.</param>
    private static IEnumerable<Scene> Counted(TableDesign table, QuotaDesign quota, Staging staging, bool isOver, bool byUpdate, Action<IReadOnlyList<PlannedRow>> lay, bool apart = false)
    {
        var present = (int)quota.Limit - (isOver ? 0 : 1);
        if (quota.Limit is < 1 or > MostRows || (byUpdate && quota.Where is null) || (apart && table.Quotas.Count == 1))
        {
            return [];
        }

        var world = staging.World();
        var others = Enumerable.Range(0, present).Select(_ => Member(world, table, quota)).ToArray();
        var row = Member(world, table, quota);
        if (apart)
        {
            OtherGroups.Spread(world, table, quota, [.. others, row]);
        }

        lay([.. others, row]);
        var words = $"{(byUpdate ? "update" : "insert")} row {(present + 1).ToString(CultureInfo.InvariantCulture)} of a group that may hold {quota.Limit.ToString(CultureInfo.InvariantCulture)}";
        IEnumerable<Goal> otherGoals = others.SelectMany(other => Counting(quota, other).Concat(RowRules.Stored(other)));
        if (!byUpdate)
        {
            Settle(world, otherGoals);
            return staging.Insert(world, row, [.. Counting(quota, row), .. RowRules.Created(row)])
                .Where(_ => SameGroup(world, quota, others.Append(row)))
                .Select(scene => scene with { Setup = [.. staging.Sql.All([.. others, row], except: row)], What = words });
        }

        Staging.Changing(row, quota.Where!.Refs().Where(reference => reference.IsOwn).Select(reference => reference.Attribute));
        Settle(world, otherGoals);
        return staging.Update(world, row, [.. Counting(quota, row), new Goal(quota.Where!, row, Wanted.NotTrue, Old: true), .. RowRules.Changed(row)], others)
            .Select(scene => scene with { What = words });
    }

    private static IEnumerable<Scene> Summed(TableDesign table, QuotaDesign quota, Staging staging, bool isOver)
    {
        var world = staging.World();
        var (other, row) = (Member(world, table, quota), Member(world, table, quota));
        var step = table.Find(quota.Sum!)?.Type.Kind is DataKind.Integer or DataKind.BigInteger ? 1 : 0.01m;
        var total = quota.Limit + (isOver ? step : 0);
        var rest = new Compare(CompareOp.Equal, Ref.To(quota.Sum!), Literal.Number(1));
        Settle(world, [new Goal(rest, other, Wanted.True), .. Counting(quota, other), .. RowRules.Stored(other)]);
        var amount = new Compare(CompareOp.Equal, Ref.To(quota.Sum!), Literal.Number(total - 1));
        return staging.Insert(world, row, [new Goal(amount, row, Wanted.True), .. Counting(quota, row), .. RowRules.Created(row)])
            .Select(scene => scene with { Setup = [.. staging.Sql.All([other, row], except: row)], What = $"insert a row that makes the sum {total.ToString(CultureInfo.InvariantCulture)}" });
    }

    /// <summary>The row is there already and comes to count by a change: a new row may not be in a later state.</summary>
    private static IEnumerable<Scene> SummedLater(TableDesign table, QuotaDesign quota, Staging staging, bool isOver)
    {
        var world = staging.World();
        var row = Member(world, table, quota);
        Staging.Changing(row, quota.Where!.Refs().Where(reference => reference.IsOwn).Select(reference => reference.Attribute));
        var step = table.Find(quota.Sum!)?.Type.Kind is DataKind.Integer or DataKind.BigInteger ? 1 : 0.01m;
        var amount = new Compare(CompareOp.Equal, Ref.To(quota.Sum!), Literal.Number(quota.Limit + (isOver ? step : 0)));
        return staging.Update(world, row, [new Goal(amount, row, Wanted.True), .. Counting(quota, row), new Goal(quota.Where!, row, Wanted.NotTrue, Old: true), .. RowRules.Changed(row)])
            .Select(scene => scene with { What = $"let a row count that makes the sum {(quota.Limit + (isOver ? step : 0)).ToString(CultureInfo.InvariantCulture)}" });
    }

    public static PlannedRow Member(PlannedWorld world, TableDesign table, QuotaDesign quota)
    {
        var row = world.Fresh(table);
        foreach (var column in quota.Per.Select(name => table.ColumnOf(name)).OfType<ColumnDesign>().Where(column => column.Role != ColumnRole.Tenant))
        {
            var link = table.ForeignKeys.FirstOrDefault(key => key.Column == column.Name);
            row.Values[column.Name] = link is not null && world.Design.Find(link.ReferencedTable) is { } parent
                ? new KeyValue(world.Default(parent))
                : TypicalValues.Given(world.Tenant ?? row, column, world.Clock);
        }

        if (quota.Window is { } window && table.ColumnOf(window.Column) is { } moment && (!row[moment.Name].IsNull || moment.Default is null))
        {
            row.Values[moment.Name] = TypicalValues.Given(world.Tenant ?? row, moment, world.Clock);
        }

        return row;
    }

    public static void Settle(PlannedWorld world, IEnumerable<Goal> goals)
    {
        foreach (var group in goals.GroupBy(goal => goal.Row))
        {
            using var solutions = new Solver(world).Solve([.. group]).GetEnumerator();
            if (solutions.MoveNext())
            {
                RowRules.Keep(solutions.Current);
            }
        }
    }

    public static bool SameGroup(PlannedWorld world, QuotaDesign quota, IEnumerable<PlannedRow> rows) =>
        (quota.Window is not { } window || rows.Select(row => Timetable.Begin(world, row, window)).Distinct().Count() <= 1) && quota.Per.All(name => rows.Select(row => row.Table.ColumnOf(name) is { } column ? row[column.Name] : Value.Null).Distinct().Count() <= 1);

    public static IEnumerable<Goal> Counting(QuotaDesign quota, PlannedRow row) => quota.Where is { } where ? [new(where, row, Wanted.True)] : Seq<Goal>.Empty;
}
