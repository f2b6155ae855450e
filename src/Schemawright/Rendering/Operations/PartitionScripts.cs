using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Operations;

/// <summary>Keeps partitions ahead of the clock and drops those whose time is over.</summary>
internal static class PartitionScripts
{
    public static IEnumerable<Artifact> Render(DataDesign design, PgSchema schema)
    {
        var tables = schema.Tables.Where(table => table.Partitioning is not null).ToSeq();
        if (tables.Count == 0)
        {
            yield break;
        }

        yield return new(OperationFiles.Folder + "partitions.sql", SqlFile.Statements(
        [
            $"Partitions of {design.Domain.AppName}: makes those ahead, {(PartitionFunctions.AreArchived(tables) ? "takes away" : "drops")} those past their time.",
            "Run it daily as the job runner: a missed partition refuses rows, and there is no default partition that would catch them.",
        ],
        [
            SqlText.Of($"SET lock_timeout = '5s';"),
            .. tables.Select(table => PartitionDdl.Write(table, table.Partitioning!)),
            .. tables.Select(table => Dropped(design, table)).OfType<SqlText>(),
        ]));
    }

    private static SqlText? Dropped(DataDesign design, PgTable table)
    {
        var keep = table.Name.Schema == Target.Audit
            ? design.Audit.KeepFor ?? design.Audit.Partition?.Keep
            : design.Tables.FirstOrDefault(known => Target.NameOf(known.Name) == table.Name)?.Partition?.Keep;
        return keep is null ? null : SqlText.Of($"SELECT {(table.Partitioning!.Archived ? PartitionFunctions.Archive : PartitionFunctions.Drop)}({SqlLiteral.String(table.Name.ToString())}, {IntervalSql.Write(keep)});");
    }
}
