using Schemawright.Design;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>Rows that may not be deleted, for ever or while a condition holds.</summary>
internal static class DeleteGuardLowering
{
    public static TriggerSet Lower(Target target, TableDesign table, DeleteGuardDesign guard) =>
        RefusalLowering.Lower(target, table, guard.Name, guard.When, null, SqlText.Of($"DELETE"), guard.Description, guard.Origin);
}
