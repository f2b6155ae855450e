using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <param name="First">What must stand first, and what the first session does.</param>
/// <param name="Second">What the second session does.</param>
internal sealed record RaceScene(Scene First, string Second)
{
    /// <summary>What the first session adds to its act, because its row must have it when it is committed.</summary>
    public Seq<string> WithFirst { get; init; }

    /// <summary>The same for the second.</summary>
    public Seq<string> WithSecond { get; init; }

    public static RaceScene Both(Staging staging, PlannedWorld world, IEnumerable<string> setup, string one, string other) =>
        new(new([.. setup], one, RowSql.TenantKey(world.Tenant), ""), other);
}

/// <summary>Two acts of which each alone is allowed, and both together are not.</summary>
/// <param name="SqlState">How the second is refused; two states where versions of the server differ.</param>
internal sealed record Race(string Subject, string What, string Source, Seq<string> SqlState, IEnumerable<RaceScene> Scenes)
{
    public const string CheckViolation = "23514";

    /// <summary>The rule waits for the commit, so both sessions have to be there together when it is asked.</summary>
    public bool AtCommit { get; init; }

    /// <summary>Rules that may refuse each act by itself, so that no two can meet.</summary>
    public Seq<string> HeldBy { get; init; }

    /// <summary>Without two such rows nothing is left unproved: the server keeps this promise by itself, or nobody can act so.</summary>
    public bool Optional { get; init; }
}

/// <summary>The races a table's rules invite.</summary>
internal static class Races
{
    private const int LargestGroup = 200;

    public static IEnumerable<Race> Of(TableDesign table, Staging staging) =>
    [
        .. table.Quotas.Where(quota => quota is { Sum: null, Limit: >= 1 and <= LargestGroup }).Select(quota => new Race(
            $"{table.Name}.{quota.Name}", "two sessions take the last place of a group", quota.Origin.ToString(), [Race.CheckViolation], Timetable.Ways(table, quota.Window, staging).SelectMany(lay => LastPlaces(table, quota, staging, lay).Concat(LastPlacesByChange(table, quota, staging, lay))))),
        .. table.Exclusions.Select(exclusion => new Race(
            $"{table.Name}.{exclusion.Name}", "two sessions take the same free time", exclusion.Origin.ToString(), ["23P01"], SameTimes(table, exclusion, staging))),
        .. table.Minimums.Where(minimum => minimum.Count >= 1 && !HasOneAtMost(minimum, staging)).Select(minimum => new Race(
            $"{table.Name}.{minimum.Name}", $"two sessions each remove one of the last {minimum.Count + 1} {minimum.ChildTable}", minimum.Origin.ToString(), [Race.CheckViolation], LastChildren(table, minimum, staging))
            {
                AtCommit = true,
                HeldBy = [.. table.Balances.Where(balance => balance.Must.Nodes().OfType<Aggregate>().Any(figure => staging.World().ChildLink(table, figure) is var (child, _) && child.Name == minimum.ChildTable)).Select(balance => balance.Name)],
            }),
        .. table.OptimisticLock && !OrdinaryScenes.NeverChanges(table)
            ? [new Race(table.Name, "two sessions change the row they both have read", table.Origin.ToString(), ["40001"], SameRow(table, staging))]
            : Seq<Race>.Empty,
        .. KeyRaces.Of(table, staging), .. TransitionRaces.Of(table, staging), .. ReferenceRaces.Of(table, staging), .. BalanceRaces.Of(table, staging), .. CycleRaces.Of(table, staging),
    ];

    /// <summary>A key lets a row have one child only, so there are no two to remove at the same moment.</summary>
    private static bool HasOneAtMost(MinimumDesign minimum, Staging staging) =>
        staging.Design.Find(minimum.ChildTable) is { } child && child.Uniques.Any(unique => unique.Where is null && unique.Columns.All(column => column == minimum.ChildColumn || column == staging.Design.Tenancy.TenantColumn));

    private static IEnumerable<RaceScene> LastPlaces(TableDesign table, QuotaDesign quota, Staging staging, Action<IReadOnlyList<PlannedRow>> lay)
    {
        var world = staging.World();
        var group = Enumerable.Range(0, (int)quota.Limit + 1).Select(_ => QuotaProbe.Member(world, table, quota)).ToArray();
        var (one, other) = (group[^2], group[^1]);
        OtherGroups.Spread(world, table, quota, group);
        lay(group);
        QuotaProbe.Settle(world, group[..^2].SelectMany(row => QuotaProbe.Counting(quota, row).Concat(RowRules.Stored(row))));
        QuotaProbe.Settle(world, [.. QuotaProbe.Counting(quota, other), .. RowRules.Created(other)]);
        return staging.Standing(world, [.. QuotaProbe.Counting(quota, one), .. RowRules.Created(one), .. RowRules.Committed(one, staging.Design), .. QuotaProbe.Counting(quota, other), .. RowRules.Committed(other, staging.Design)]).Where(_ => QuotaProbe.SameGroup(world, quota, group) && Count(world, quota, group))
            .Select(_ => RaceScene.Both(staging, world, staging.Sql.All([.. group, .. world.Grown], [one, other, .. world.Grown]), staging.Sql.Insert(one), staging.Sql.Insert(other)) with { WithFirst = Parts(one), WithSecond = Parts(other) }).Take(3);

        Seq<string> Parts(PlannedRow row) => [.. world.Grown.Where(part => part.Values.ContainsValue(new KeyValue(row))).Select(part => staging.Sql.Insert(part))];
    }

    /// <summary>What was settled may have been changed for the sake of another rule; then nothing would be raced for.</summary>
    private static bool Count(PlannedWorld world, QuotaDesign quota, IEnumerable<PlannedRow> group) => group.All(row => quota.Where is null || world.Evaluator.Evaluate(quota.Where, row) == Value.True);

    /// <summary>Both rows stand already and come to count: a new row may not be in a later state.</summary>
    private static IEnumerable<RaceScene> LastPlacesByChange(TableDesign table, QuotaDesign quota, Staging staging, Action<IReadOnlyList<PlannedRow>> lay)
    {
        if (quota.Where is not { } where)
        {
            return [];
        }

        var world = staging.World();
        var group = Enumerable.Range(0, (int)quota.Limit + 1).Select(_ => QuotaProbe.Member(world, table, quota)).ToArray();
        var columns = where.Refs().Where(reference => reference.IsOwn).Select(reference => reference.Attribute).ToList();
        var (one, other) = (Staging.Changing(group[^2], columns), Staging.Changing(group[^1], columns));
        OtherGroups.Spread(world, table, quota, group);
        lay(group);
        QuotaProbe.Settle(world, group[..^2].SelectMany(row => QuotaProbe.Counting(quota, row).Concat(RowRules.Stored(row))));
        QuotaProbe.Settle(world, [.. QuotaProbe.Counting(quota, other), new Goal(where, other, Wanted.NotTrue, Old: true), .. RowRules.Changed(other)]);
        // What they come to may ask for rows of their own, which stand before.
        return staging.Standing(world, [.. QuotaProbe.Counting(quota, one), new Goal(where, one, Wanted.NotTrue, Old: true), .. RowRules.Changed(one), .. RowRules.Committed(one, staging.Design), .. QuotaProbe.Counting(quota, other), new Goal(where, other, Wanted.NotTrue, Old: true), .. RowRules.Committed(other, staging.Design)]).Where(_ => QuotaProbe.SameGroup(world, quota, group) && Count(world, quota, group))
            .Select(_ => RaceScene.Both(staging, world, staging.Sql.All([.. group, .. world.Grown]), staging.Sql.Update(one), staging.Sql.Update(other))).Take(3);
    }

    private static IEnumerable<RaceScene> SameTimes(TableDesign table, ExclusionDesign exclusion, Staging staging) =>
        ExclusionProbe.Pairs(table, exclusion, staging, 0)
            .Select(pair => RaceScene.Both(staging, pair.World, staging.Sql.All([pair.First, pair.Second], pair.First, pair.Second), staging.Sql.Insert(pair.First), staging.Sql.Insert(pair.Second))).Take(4)
            .Concat(ExclusionProbe.Coming(table, exclusion, staging, 0, both: true).Take(4).Concat(ExclusionProbe.Moves(table, exclusion, staging).Take(4)).Select(pair => RaceScene.Both(staging, pair.World, staging.Sql.All([pair.First, pair.Second]), staging.Sql.Update(pair.First), staging.Sql.Update(pair.Second))));

    private static IEnumerable<RaceScene> LastChildren(TableDesign table, MinimumDesign minimum, Staging staging)
    {
        var (world, row, children) = MinimumProbe.Family(table, minimum, staging, minimum.Count + 1);
        foreach (var (child, figure) in children.SelectMany(child => Figures(world, child, row).Select(figure => (child, figure))))
        {
            child.Values[figure] = Value.Of(0); // What adds nothing may go without changing what the whole comes to.
        }

        Goal[] goals = [.. MinimumProbe.InState(minimum, row), .. RowRules.Stored(row), .. RowRules.Committed(row, staging.Design, minimum.Name), .. children.SelectMany(child => RowRules.Deleted(child))];
        return staging.Solve(world, goals).Take(3)
            .Select(_ => RaceScene.Both(staging, world, staging.Sql.All([row, .. children]), staging.Sql.Delete(children[0]), staging.Sql.Delete(children[1])));
    }

    private static IEnumerable<string> Figures(PlannedWorld world, PlannedRow child, PlannedRow row) => row.Table.Balances.SelectMany(balance => balance.Must.Nodes().OfType<Aggregate>())
        .Where(figure => figure is { Kind: AggregateKind.Sum, Attribute: not null } && world.ChildLink(row.Table, figure) is var (table, _) && table == child.Table && child.Table.Find(figure.Attribute) is { Generated: null }).Select(figure => figure.Attribute!);

    /// <summary>Each writes the version it has read beside its change.</summary>
    private static IEnumerable<RaceScene> SameRow(TableDesign table, Staging staging)
    {
        var version = new Postgres.Sql.Identifier(table.Columns.First(column => column.Role == ColumnRole.Version).Name);
        return OrdinaryScenes.Updates(table, staging).Take(12).Concat(staging.Design.Tables.Any(known => known.Balances.Count > 0) ? OrdinaryScenes.Updates(table, staging, committed: true).Take(12) : []).Select(pair =>
        {
            var change = pair.Scene.Tried.Replace(" SET ", $" SET {version} = 1, ", StringComparison.Ordinal);
            return new RaceScene(pair.Scene with { Tried = change }, change);
        });
    }
}
