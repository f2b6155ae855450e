using System.Globalization;
using Schemawright.Design;
using Schemawright.Postgres.Capacity;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.Operations;

/// <summary>The server's settings of memory, connections and log, as the planned volume asks for them.</summary>
internal static class ServerSettings
{
    public static Artifact Render(DataDesign design, PgSchema schema)
    {
        var server = ServerSize.Of(new CapacityPlan(design, schema), design.Domain);
        return new(OperationFiles.Folder + "server.conf",
            $"""
            # Include into postgresql.conf. Made for {Number(server.Memory)} GB of memory: indexes and a fifth of the rows after three years need {English.Bytes((decimal)Math.Min(server.WorkingSet, 1e27))}.
            shared_buffers = {Number(server.Memory * 1024 / 4)}MB
            effective_cache_size = {Number(server.Memory * 1024 * 3 / 4)}MB
            maintenance_work_mem = {Number(Math.Min(2048, server.Memory * 1024 / 16))}MB
            work_mem = {Number(server.WorkMemory)}MB
            # A pool of {Number(server.Pool)}: {SqlFile.OneLine(server.PoolBasis)}. The others are for jobs, backups and people.
            max_connections = {Number(server.Connections)}
            # Half an hour of log between two checkpoints.
            max_wal_size = {Number(server.LogBetweenCheckpoints)}GB
            checkpoint_timeout = 30min
            checkpoint_completion_target = 0.9
            wal_compression = on
            # Nothing waits for ever: a forgotten transaction keeps every dead row of every table.
            idle_in_transaction_session_timeout = 5min
            random_page_cost = 1.1

            """);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
