using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Partitioning: the table says by what; the server, which knows the date, makes the partitions.</summary>
internal static class PartitionLowering
{
    public static PgPartitioning? Of(PartitionDesign? partition) => partition is null
        ? null
        : new(new Identifier(partition.Column), [])
        {
            ByUuid7 = partition.ByUuid7,
            Unit = partition.Interval.Unit switch
            {
                PeriodUnit.Second or PeriodUnit.Minute or PeriodUnit.Hour or PeriodUnit.Day or PeriodUnit.BusinessDay => "day",
                PeriodUnit.Week => "week",
                PeriodUnit.Quarter => "quarter",
                PeriodUnit.Year => "year",
                _ => "month",
            },
            Archived = partition.Archived,
            Ahead = Math.Max(1, partition.Ahead),
        };
}
