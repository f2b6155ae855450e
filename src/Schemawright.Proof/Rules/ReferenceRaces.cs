using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>One session removes a row while another begins to refer to it: the reference must not lead nowhere.</summary>
internal static class ReferenceRaces
{
    private const string ForeignKeyViolation = "23503";
    private const string RestrictViolation = "23001";

    /// <summary>The first two references of a table; others are kept by the same means of the server.</summary>
    private const int MostLinks = 2;

    public static IEnumerable<Race> Of(TableDesign table, Staging staging) =>
        from link in table.ForeignKeys.Where(link => CanGo(table, link, staging)).Take(MostLinks)
        from race in new[]
        {
            Make(table, link, $"one session removes the row that another begins to refer to by {link.Column}", Scenes(table, link, staging, removalFirst: true)),
            Make(table, link, $"one session begins to refer by {link.Column} to the row that another removes", link.OnDelete == DeleteRule.Restrict ? Scenes(table, link, staging, removalFirst: false) : []),
        }
        select race;

    private static Race Make(TableDesign table, ForeignKeyDesign link, string what, IEnumerable<RaceScene> scenes) =>
        new($"{table.Name}.{link.Name}", what, link.Origin.ToString(), [ForeignKeyViolation, RestrictViolation], scenes) { Optional = true, AtCommit = true };

    /// <summary>The tenant of the session cannot go; what is never deleted does not either.</summary>
    private static bool CanGo(TableDesign table, ForeignKeyDesign link, Staging staging) => link.ReferencedTable != table.Name
        && staging.Design.Find(link.ReferencedTable) is { } parent && parent.Scope != TenantScope.TenantRoot && parent.DeleteGuards.All(guard => guard.When is not null);

    private static IEnumerable<RaceScene> Scenes(TableDesign table, ForeignKeyDesign link, Staging staging, bool removalFirst)
    {
        var world = staging.World();
        var (row, parent) = (world.Fresh(table), world.Fresh(world.Design.Find(link.ReferencedTable)!));
        row.Values[link.Column] = new KeyValue(parent);
        return staging.Solve(world, [.. RowRules.Created(row), .. RowRules.Deleted(parent)]).Where(_ => row[link.Column] is KeyValue key && key.Row == parent).Take(2).Select(_ =>
        {
            var (removal, reference) = (staging.Sql.Delete(parent), staging.Sql.Insert(row));
            return RaceScene.Both(staging, world, staging.Sql.All([row, parent], except: row), removalFirst ? removal : reference, removalFirst ? reference : removal);
        });
    }
}
