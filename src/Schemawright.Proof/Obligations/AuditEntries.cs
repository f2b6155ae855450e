using Schemawright.Design;
using Schemawright.Postgres.Sql;

namespace Schemawright.Proof.Obligations;

/// <summary>Reads what the current transaction has written to the audit log.</summary>
internal sealed class AuditEntries(Walk walk, QualifiedName log)
{
    /// <summary>Whom the prover's sessions name as acting.</summary>
    public const string Actor = "prover";

    public static string One(string verb) => $"1 {verb} entry by {Actor}";

    /// <param name="secrets">Columns whose values must not be there.</param>
    public async Task<string> SeenAsync(TableDesign table, string verb, IReadOnlyList<string>? secrets = null)
    {
        var leak = secrets is { Count: > 0 } ? $"bool_or(old_values ?| ARRAY[{string.Join(", ", secrets.Select(column => SqlLiteral.String(column)))}])::text" : "NULL";
        var rows = await walk.Session.QueryAsync(
            $"""
            SELECT count(*)::text, string_agg(DISTINCT coalesce(actor, 'nobody'), ', '), {leak}
            FROM {log}
            WHERE table_name = {SqlLiteral.String(walk.Staging.Sql.NameOf(table).Name.Text)} AND verb = {SqlLiteral.String(verb)} AND transaction_id = pg_current_xact_id()
            """);
        return rows[0][2] == "true" ? "secrets stand in the log" : rows[0][0] == "0" ? $"no {verb} entry" : $"{rows[0][0]} {verb} entry by {rows[0][1]}";
    }
}
