using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>A table with everything that stands in or belongs to it, except what triggers carry.</summary>
internal static class TableLowering
{
    public static PgTable Lower(Target target, TableDesign table) => new(Target.NameOf(table.Name), Sourced.Comment(table.Comment, table.Origin), table.Origin)
    {
        Columns = [.. ColumnLowering.Lower(target, table), .. FullTextLowering.Columns(table)],
        PrimaryKey = KeyLowering.Primary(table),
        Uniques = KeyLowering.Uniques(target, table),
        Checks = [.. CheckLowering.Lower(target, table)],
        ForeignKeys = ForeignKeyLowering.Lower(target, table),
        Exclusions = ExclusionLowering.Lower(target, table),
        Indexes = IndexLowering.Lower(target, table),
        Served = IndexLowering.Served(target, table),
        Partitioning = PartitionLowering.Of(table.Partition),
        RowSecurity = PolicyLowering.IsGuarded(target, table),
        ForceRowSecurity = PolicyLowering.IsGuarded(target, table),
    };
}
