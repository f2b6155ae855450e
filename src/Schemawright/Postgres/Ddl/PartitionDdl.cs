using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>The first partitions, made by the server, which knows the date.</summary>
public static class PartitionDdl
{
    public static SqlText Write(PgTable table, PgPartitioning partitioning) => SqlText.Of(
        $"SELECT {PartitionFunctions.Ensure}({SqlLiteral.String(table.Name.ToString())}, {SqlLiteral.String(partitioning.Unit)}, {SqlLiteral.Bool(partitioning.ByUuid7)}, {partitioning.Ahead});");
}
