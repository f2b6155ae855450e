using Schemawright.Design;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>A hierarchy: two sessions each put one of two rows below the other.</summary>
internal static class CycleRaces
{
    public static IEnumerable<Race> Of(TableDesign table, Staging staging) => table.Cycles.Where(cycle => !cycle.DirectOnly).Select(cycle => new Race(
        $"{table.Name}.{cycle.Name}", "two sessions each put one of two rows below the other", cycle.Origin.ToString(), [Race.CheckViolation], Scenes(table, cycle, staging)));

    private static IEnumerable<RaceScene> Scenes(TableDesign table, CycleDesign cycle, Staging staging)
    {
        var world = staging.World();
        var (one, other) = (world.Fresh(table), world.Fresh(table));
        one.Values[cycle.Column] = other.Values[cycle.Column] = Value.Null;
        return staging.Solve(world, [.. RowRules.Stored(one), .. RowRules.Stored(other)]).Take(3)
            .Select(_ => RaceScene.Both(staging, world, staging.Sql.All([one, other]), Below(one, other), Below(other, one)));

        string Below(PlannedRow row, PlannedRow above) =>
            $"UPDATE {staging.Sql.NameOf(table)} SET {new Postgres.Sql.Identifier(cycle.Column)} = {staging.Sql.Constant(above, table.PrimaryKey.Columns[^1], old: false)} WHERE {staging.Sql.KeyOf(row)}";
    }
}
