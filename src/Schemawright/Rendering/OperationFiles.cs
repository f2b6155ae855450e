using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Rendering.Operations;

namespace Schemawright.Rendering;

/// <summary>What people and timers run beside the application: backups, restores, jobs, partitions, upkeep, watching.</summary>
internal static class OperationFiles
{
    public const string Folder = "db/operations/";

    public static IEnumerable<Artifact> Render(DataDesign design, PgSchema schema) =>
    [
        .. BackupScripts.Render(design),
        .. RestoreScripts.Render(design),
        .. JobScripts.Render(design, schema),
        .. PartitionScripts.Render(design, schema),
        ServerSettings.Render(design, schema),
        .. CitusScript.Render(design, schema),
        MaintenanceScript.Render(design, schema),
        MonitoringScript.Render(design, schema),
    ];
}
