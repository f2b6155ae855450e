using Schemawright.Collections;
using Schemawright.Postgres.Model;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Plans;

/// <summary>A question about one month of a split table reads that month's partition and no other.</summary>
internal static class PartitionPlans
{
    public static async Task<ProofVector> TryAsync(ProofSession session, PgTable table)
    {
        var parts = table.Partitioning!;
        var attempt = new Attempt(table.Name.Name.Text, $"explain a query for one {parts.Unit} of it", table.Origin.ToString());
        var bounds = await session.QueryAsync(
            $"""
            SELECT child.relname::text, substring(pg_get_expr(child.relpartbound, child.oid) FROM $re$FROM \('([^']+)'\)$re$), substring(pg_get_expr(child.relpartbound, child.oid) FROM $re$ TO \('([^']+)'\)$re$)
            FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid WHERE inhparent = '{table.Name}'::regclass AND child.reltuples > 0 ORDER BY 1
            """);
        if (bounds.Count < 2)
        {
            return attempt.CouldNotVerify("its partition alone", $"{bounds.Count} partitions hold rows");
        }

        var (name, from, until) = (bounds[^2][0]!, bounds[^2][1], bounds[^2][2]);
        var type = parts.ByUuid7 ? "uuid" : "timestamptz";
        var plan = await session.QueryAsync($"EXPLAIN (COSTS OFF) SELECT * FROM {table.Name} WHERE {parts.Column} >= '{from}'::{type} AND {parts.Column} < '{until}'::{type}");
        var read = bounds.Select(bound => bound[0]!).Where(known => plan.Any(line => Names(line[0]!, known))).ToSeq();
        return attempt.Expect("its partition alone", read.Count == 1 && read[0] == name ? "its partition alone" : read.Count == 0 ? "no partition" : string.Join(", ", read));
    }

    /// <summary>Names end where a blank, an alias or the line does.</summary>
    private static bool Names(string line, string partition) => line.Split(' ').Any(word => word.Trim('"') == partition || word.Trim('"').EndsWith("." + partition, StringComparison.Ordinal));
}
