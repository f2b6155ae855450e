using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Rows that may not be deleted: refused while the condition holds, gone when it does not.</summary>
internal sealed class DeleteGuardProbe : IRuleProbe
{
    private const string CheckViolation = "23514";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.DeleteGuards.SelectMany(guard => OfGuard(table, guard, staging));

    private static IEnumerable<RuleTrial> OfGuard(TableDesign table, DeleteGuardDesign guard, Staging staging)
    {
        yield return RuleTrial.Refuse(table, guard.Name, guard.Origin, CheckViolation, Deletes(table, guard, staging, Wanted.True, null));
        if (guard.When is null)
        {
            yield break;
        }

        yield return RuleTrial.Accept(table, guard.Name, guard.Origin, Deletes(table, guard, staging, Wanted.NotTrue, null));
        foreach (var edge in Edges.Of(guard.When, table))
        {
            yield return RuleTrial.Refuse(table, guard.Name, guard.Origin, CheckViolation, Deletes(table, guard, staging, Wanted.True, edge)) with { Optional = true };
            yield return RuleTrial.Accept(table, guard.Name, guard.Origin, Deletes(table, guard, staging, Wanted.NotTrue, edge)) with { Optional = true };
        }
    }

    private static IEnumerable<Scene> Deletes(TableDesign table, DeleteGuardDesign guard, Staging staging, Wanted wanted, Expr? edge)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        IEnumerable<Goal> shown = [.. edge is null ? Array.Empty<Goal>() : [new Goal(edge, row, Wanted.True)], new Goal(guard.When ?? Literal.Bool(true), row, wanted)];
        return staging.Delete(world, row, [.. shown, .. RowRules.Deleted(row, guard.Name)]);
    }
}
