using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>References: a parent that is not there is refused, and a parent that goes is refused, takes its rows along or leaves them without it, as the delete rule says.</summary>
internal sealed class ForeignKeyProbe : IRuleProbe
{
    private const string ForeignKeyViolation = "23503";
    private const string RestrictViolation = "23001";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.ForeignKeys.SelectMany(link => OfLink(table, link, staging));

    private static IEnumerable<RuleTrial> OfLink(TableDesign table, ForeignKeyDesign link, Staging staging)
    {
        yield return RuleTrial.Refuse(table, link.Name, link.Origin, ForeignKeyViolation, Orphans(table, link, staging));
        if (link.OnDelete == DeleteRule.Restrict)
        {
            yield return RuleTrial.Refuse(table, link.Name, link.Origin, ForeignKeyViolation, ParentDeletes(table, link, staging)) with
            {
                Optional = true, // The parent may be protected by a rule of its own.
                Insists = true,
                OtherSqlState = RestrictViolation,
            };
        }
        else if (CanGo(link, staging))
        {
            yield return RuleTrial.Accept(table, link.Name, link.Origin, Departures(table, link, staging)) with
            {
                Side = $"a delete of the row that {link.Column} refers to",
                Optional = staging.Design.Find(link.ReferencedTable)!.Scope == TenantScope.TenantRoot, // Other rows of a tenant may hold it.
                Insists = true,
            };
        }
    }

    /// <summary>Nothing follows a parent that is never deleted.</summary>
    private static bool CanGo(ForeignKeyDesign link, Staging staging) =>
        staging.Design.Find(link.ReferencedTable) is { } parent && parent.DeleteGuards.All(guard => guard.When is not null);

    /// <summary>The parent goes: its row goes too, or stays and refers to nothing.</summary>
    private static IEnumerable<Scene> Departures(TableDesign table, ForeignKeyDesign link, Staging staging)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        var parent = IsTenant(world, link) ? world.Tenant! : Absent(world, link)!;
        row.Values[link.Column] = new KeyValue(parent);
        var after = link.OnDelete == DeleteRule.Cascade
            ? new Aftermath($"SELECT count(*) || ' rows' FROM {staging.Sql.NameOf(table)} WHERE {staging.Sql.KeyOf(row)}", "0 rows")
            : new Aftermath($"SELECT CASE WHEN {new Identifier(link.Column)} IS NULL THEN 'no reference' ELSE 'a reference' END FROM {staging.Sql.NameOf(table)} WHERE {staging.Sql.KeyOf(row)}", "no reference");
        return staging.Delete(world, parent, [.. RowRules.Deleted(parent), .. RowRules.Stored(row)], row)
            .Select(scene => scene with { What = $"delete the row that {link.Column} refers to, and look for the row that refers to it", AtCommit = true, Then = after });
    }

    private static IEnumerable<Scene> Orphans(TableDesign table, ForeignKeyDesign link, Staging staging)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        if (Absent(world, link) is not { } absent)
        {
            return [];
        }

        row.Values[link.Column] = new KeyValue(absent);
        return staging.Insert(world, row, RowRules.Created(row))
            .Where(_ => row[link.Column] is KeyValue key && key.Row == absent)
            .Select(scene => scene with
            {
                Setup = [.. staging.Sql.ParentsOf(row, without: absent)],
                What = $"insert with {link.Column} of a row that is not there",
                AtCommit = true,
            });
    }

    private static PlannedRow? Absent(PlannedWorld world, ForeignKeyDesign link) =>
        world.Design.Find(link.ReferencedTable) is { } parent ? world.Fresh(parent) : null;

    /// <summary>A row's tenant is the world's own.</summary>
    private static bool IsTenant(PlannedWorld world, ForeignKeyDesign link) => world.Tenant?.Table.Name == link.ReferencedTable;

    private static IEnumerable<Scene> ParentDeletes(TableDesign table, ForeignKeyDesign link, Staging staging)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        if ((IsTenant(world, link) ? world.Tenant : Absent(world, link)) is not { } parent)
        {
            return [];
        }

        row.Values[link.Column] = new KeyValue(parent);
        return staging.Delete(world, parent, [.. RowRules.Deleted(parent), .. RowRules.Stored(row)], row)
            .Select(scene => scene with { What = $"delete the row that {link.Column} refers to" });
    }
}
