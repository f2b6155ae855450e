using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <param name="First">What must stand first, and what the first session does.</param>
/// <param name="Second">What the second session does.</param>
internal sealed record RaceScene(Scene First, string Second);

/// <summary>Two acts of which each alone is allowed, and both together are not.</summary>
internal sealed record Race(string Subject, string What, string Source, string SqlState, IEnumerable<RaceScene> Scenes);

/// <summary>The races a table's rules invite.</summary>
internal static class Races
{
    private const int LargestGroup = 200;

    public static IEnumerable<Race> Of(TableDesign table, Staging staging) =>
    [
        .. table.Quotas.Where(quota => quota is { Sum: null, Limit: >= 1 and <= LargestGroup }).Select(quota => new Race(
            $"{table.Name}.{quota.Name}", "two sessions take the last place of a group", quota.Origin.ToString(), "23514", LastPlaces(table, quota, staging))),
        .. table.Exclusions.Select(exclusion => new Race(
            $"{table.Name}.{exclusion.Name}", "two sessions take the same free time", exclusion.Origin.ToString(), "23P01", SameTimes(table, exclusion, staging))),
        .. table.Minimums.Where(minimum => minimum.Count >= 1).Select(minimum => new Race(
            $"{table.Name}.{minimum.Name}", $"two sessions each remove one of the last {minimum.Count + 1} {minimum.ChildTable}", minimum.Origin.ToString(), "23514", LastChildren(table, minimum, staging))),
        .. table.OptimisticLock && !OrdinaryScenes.NeverChanges(table)
            ? [new Race(table.Name, "two sessions change the row they both have read", table.Origin.ToString(), "40001", SameRow(table, staging))]
            : Seq<Race>.Empty,
    ];

    private static IEnumerable<RaceScene> LastPlaces(TableDesign table, QuotaDesign quota, Staging staging)
    {
        var world = staging.World();
        var group = Enumerable.Range(0, (int)quota.Limit + 1).Select(_ => QuotaProbe.Member(world, table, quota)).ToArray();
        var (one, other) = (group[^2], group[^1]);
        QuotaProbe.Settle(world, group[..^2].SelectMany(row => QuotaProbe.Counting(quota, row).Concat(RowRules.Stored(row))));
        QuotaProbe.Settle(world, [.. QuotaProbe.Counting(quota, other), .. RowRules.Created(other)]);
        return staging.Solve(world, [.. QuotaProbe.Counting(quota, one), .. RowRules.Created(one)]).Where(_ => QuotaProbe.SameGroup(quota, group))
            .Select(_ => Both(staging, world, staging.Sql.All(group, one, other), staging.Sql.Insert(one), staging.Sql.Insert(other))).Take(3);
    }

    private static IEnumerable<RaceScene> SameTimes(TableDesign table, ExclusionDesign exclusion, Staging staging) =>
        ExclusionProbe.Pairs(table, exclusion, staging, 0)
            .Select(pair => Both(staging, pair.World, staging.Sql.All([pair.First, pair.Second], pair.First, pair.Second), staging.Sql.Insert(pair.First), staging.Sql.Insert(pair.Second))).Take(4);

    private static IEnumerable<RaceScene> LastChildren(TableDesign table, MinimumDesign minimum, Staging staging)
    {
        var (world, row, children) = MinimumProbe.Family(table, minimum, staging, minimum.Count + 1);
        Goal[] goals = [.. MinimumProbe.InState(minimum, row), .. RowRules.Stored(row), .. children.SelectMany(child => RowRules.Deleted(child))];
        return staging.Solve(world, goals).Take(3)
            .Select(_ => Both(staging, world, staging.Sql.All([row, .. children]), staging.Sql.Delete(children[0]), staging.Sql.Delete(children[1])));
    }

    /// <summary>Each writes the version it has read beside its change.</summary>
    private static IEnumerable<RaceScene> SameRow(TableDesign table, Staging staging)
    {
        var version = new Postgres.Sql.Identifier(table.Columns.First(column => column.Role == ColumnRole.Version).Name);
        return OrdinaryScenes.Updates(table, staging).Take(12).Select(pair =>
        {
            var change = pair.Scene.Tried.Replace(" SET ", $" SET {version} = 1, ", StringComparison.Ordinal);
            return new RaceScene(pair.Scene with { Tried = change }, change);
        });
    }

    private static RaceScene Both(Staging staging, PlannedWorld world, IEnumerable<string> setup, string one, string other) =>
        new(new([.. setup], one, RowSql.TenantKey(world.Tenant), ""), other);
}
