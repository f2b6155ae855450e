using Schemawright.Design;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>Required columns refuse null.</summary>
internal sealed class NotNullProbe : IRuleProbe
{
    private const string NotNullViolation = "23502";
    private const string NoPartition = "23514";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging)
    {
        var given = table.Columns.Where(column => LocalDays.IsDefault(table, column)).ToList();
        foreach (var column in given)
        {
            yield return RuleTrial.Accept(table, column.Name, column.Origin, Scenes(table, column, staging)) with { Side = "a row whose day is left open, and then is that of its place" };
        }

        var required = table.Columns.Where(column => column is { Nullable: false, Generated: null } && !IsIdentity(column) && !table.IsGiven(column.Name) && !given.Contains(column));
        foreach (var column in required)
        {
            yield return RuleTrial.Refuse(table, column.Name, column.Origin, NotNullViolation, Scenes(table, column, staging)) with
            {
                OtherSqlState = table.Partition?.Column == column.Name ? NoPartition : null, // Without it there is no partition to put the row in.
            };
        }
    }

    private static bool IsIdentity(ColumnDesign column) => column is { Type.Kind: Terms.DataKind.Identity, Role: ColumnRole.Key };

    private static IEnumerable<Scene> Scenes(TableDesign table, ColumnDesign column, Staging staging)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        return staging.Insert(world, row, RowRules.Created(row)).Select(scene =>
            scene with { Tried = staging.Sql.Insert(row, replaced: column.Name, replacement: "NULL"), What = $"insert with {column.Name} = null" });
    }
}
