using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Proof.Plans;

/// <summary>Partitions of the months behind, made by the database's own function with its clock put back.</summary>
internal static class PastPartitions
{
    public const string Span = "interval '6 months'";

    private const int Months = 7;
    private const string Clock = "job_time";

    public static IEnumerable<string> Statements(PgSchema schema)
    {
        var split = schema.Tables.Where(table => table.Partitioning is not null).ToArray();
        if (split.Length == 0 || schema.Functions.FirstOrDefault(function => function.Name.Name.Text == Clock) is not { } clock)
        {
            return [];
        }

        return
        [
            .. Enumerable.Range(1, Months).SelectMany(month => split.Select(table => Make(table)).Prepend($"CREATE OR REPLACE FUNCTION {clock.Name}() RETURNS {clock.Returns} LANGUAGE sql STABLE PARALLEL SAFE RETURN now() - interval '{month} months'")),
            $"CREATE OR REPLACE FUNCTION {clock.Name}() RETURNS {clock.Returns} LANGUAGE sql STABLE PARALLEL SAFE RETURN now()",
        ];
    }

    private static string Make(PgTable table)
    {
        var parts = table.Partitioning!;
        return $"SELECT app.ensure_partitions({SqlLiteral.String(table.Name.ToString())}, {SqlLiteral.String(parts.Unit)}, {(parts.ByUuid7 ? "true" : "false")}, 0)";
    }
}
