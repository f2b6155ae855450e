using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>Children that are marked with their parent: after the parent's deletion they are, and after its return they are not.</summary>
internal sealed class DeletedAlongProbe : IRuleProbe
{
    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.DeletedAlong.SelectMany(along => new[]
    {
        RuleTrial.Accept(table, along.Name, along.Origin, Moves(table, along, staging, back: false)),
        RuleTrial.Accept(table, along.Name, along.Origin, Moves(table, along, staging, back: true)),
    });

    private static IEnumerable<Scene> Moves(TableDesign table, DeletedAlongDesign along, Staging staging, bool back)
    {
        var world = staging.World();
        var (parent, child) = (world.Fresh(table), world.Fresh(staging.Design.Find(along.ChildTable)!));
        child.Values[along.ChildColumn] = new KeyValue(parent);
        foreach (var _ in staging.Solve(world, [.. RowRules.Stored(parent), .. RowRules.Stored(child)]).Take(3))
        {
            Seq<string> stored = [.. staging.Sql.All([parent, child])];
            Seq<string> marked = back ? [Mark(staging, parent, "'2030-01-01'"), Mark(staging, child, "'2030-01-01'")] : [];
            yield return new Scene([.. stored, .. marked], Mark(staging, parent, back ? "NULL" : "now()"), RowSql.TenantKey(world.Tenant), back ? $"bring the row of its {along.ChildTable} back" : $"delete the row of its {along.ChildTable}")
            {
                Then = new($"SELECT CASE WHEN {Marked(child)} IS NULL THEN 'live' ELSE 'deleted' END FROM {staging.Sql.NameOf(child.Table)} WHERE {staging.Sql.KeyOf(child)}", back ? "live" : "deleted"),
            };
        }
    }

    private static string Mark(Staging staging, PlannedRow row, string time) => $"UPDATE {staging.Sql.NameOf(row.Table)} SET {Marked(row)} = {time} WHERE {staging.Sql.KeyOf(row)}";

    private static Identifier Marked(PlannedRow row) => new(row.Table.Columns.First(column => column.Role == ColumnRole.DeletedAt).Name);
}
