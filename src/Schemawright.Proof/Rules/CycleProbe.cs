using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>A hierarchy: a row gets a parent, and the parent is refused the row as its own parent.</summary>
internal sealed class CycleProbe : IRuleProbe
{
    private const string CheckViolation = "23514";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.Cycles.SelectMany(cycle => new[]
    {
        RuleTrial.Accept(table, cycle.Name, cycle.Origin, Moves(table, cycle, staging, back: false)),
        RuleTrial.Refuse(table, cycle.Name, cycle.Origin, CheckViolation, Moves(table, cycle, staging, back: true)),
    });

    private static IEnumerable<Scene> Moves(TableDesign table, CycleDesign cycle, Staging staging, bool back)
    {
        var world = staging.World();
        var (above, below) = (world.Fresh(table), world.Fresh(table));
        above.Values[cycle.Column] = Value.Null;
        below.Values[cycle.Column] = back && !cycle.DirectOnly ? new KeyValue(above) : Value.Null;
        foreach (var _ in staging.Solve(world, [.. RowRules.Stored(above), .. RowRules.Stored(below)]).Take(3))
        {
            Seq<string> setup = [.. staging.Sql.All([above, below])];
            var (moved, to) = !back ? (below, above) : cycle.DirectOnly ? (below, below) : (above, below);
            var key = moved == to ? $"{new Postgres.Sql.Identifier(cycle.Column)} = {new Postgres.Sql.Identifier(table.PrimaryKey.Columns[^1])}"
                : $"{new Postgres.Sql.Identifier(cycle.Column)} = {staging.Sql.Constant(to, table.PrimaryKey.Columns[^1], old: false)}";
            yield return new Scene(setup, $"UPDATE {staging.Sql.NameOf(table)} SET {key} WHERE {staging.Sql.KeyOf(moved)}", RowSql.TenantKey(world.Tenant), back ? "close a circle of parents" : "give a row a parent");
        }
    }
}
