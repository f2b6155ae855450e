using Schemawright.Design;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>Numbers without gaps: a row is stored and numbered, and a row that would be numbered and then left out is refused.</summary>
internal sealed class NumberingProbe : IRuleProbe
{
    private const string CheckViolation = "23514";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.Numberings.SelectMany(numbering => new[]
    {
        RuleTrial.Accept(table, numbering.Name, numbering.Origin, OrdinaryScenes.Inserts(table, staging)),
        RuleTrial.Refuse(table, numbering.Name, numbering.Origin, CheckViolation, LeftOut(table, staging)),
    });

    private static IEnumerable<Scene> LeftOut(TableDesign table, Staging staging)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        return staging.Solve(world, RowRules.Created(row)).Select(_ => new Scene(
            [.. staging.Sql.All([row])], $"{staging.Sql.Insert(row)} ON CONFLICT DO NOTHING", RowSql.TenantKey(world.Tenant), "insert a row that stands already, on conflict do nothing"));
    }
}
