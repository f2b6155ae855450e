using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>A key that only some rows hold, the live ones say: a row outside it stands already, and two sessions take its value.</summary>
internal static class KeyRaces
{
    public static IEnumerable<Race> Of(TableDesign table, Staging staging) =>
        from unique in table.Uniques
        where UniqueProbe.Live(table, unique.Where) is not null && !unique.Columns.Any(table.IsGiven)
        select new Race($"{table.Name}.{unique.Name}", $"two sessions take the {string.Join(", ", unique.Columns)} of a row outside the key's condition", unique.Origin.ToString(), ["23505"], Scenes(table, unique, staging))
        {
            Optional = true,
        };

    private static IEnumerable<RaceScene> Scenes(TableDesign table, UniqueDesign unique, Staging staging)
    {
        var live = UniqueProbe.Live(table, unique.Where)!;
        var world = staging.World();
        var rows = new[] { world.Fresh(table), world.Fresh(table), world.Fresh(table) };
        foreach (var column in unique.Columns)
        {
            if (rows[0][column].IsNull)
            {
                UniqueProbe.Give(world, rows[0], column);
            }

            rows[1].Values[column] = rows[2].Values[column] = rows[0][column];
        }

        var (gone, one, other) = (rows[0], rows[1], rows[2]);
        Goal[] goals =
        [
            new(live, gone, Wanted.NotTrue), new(live, one, Wanted.True), new(live, other, Wanted.True),
            .. RowRules.Stored(gone), .. RowRules.Created(one), .. RowRules.Created(other),
        ];
        return staging.Solve(world, goals).Where(_ => unique.Columns.All(column => rows.Select(row => row[column]).Distinct().Count() == 1)).Take(3)
            .Select(_ => RaceScene.Both(staging, world, staging.Sql.All(rows, one, other), staging.Sql.Insert(one), staging.Sql.Insert(other)));
    }
}
