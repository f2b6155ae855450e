using Schemawright.Postgres.Model;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Obligations;

/// <summary>Entries of the log are whole: nothing required is missing, no verb is made up, no entry stands twice.</summary>
internal static class AuditLogShape
{
    private static readonly string[] Given = ["table_name", "verb"];

    public static Task<List<ProofVector>> TryAsync(Walk walk, PgTable log) => walk.Session.RolledBackAsync(async () =>
    {
        var vectors = new List<ProofVector>();
        foreach (var column in log.Columns.Where(column => column is { NotNull: true, Generated: null, Identity: false } && log.PrimaryKey?.Columns.Contains(column.Name) != true))
        {
            vectors.Add(About(log, column.Name.Text, $"add an entry with {column.Name.Text} = null").ExpectRefused(await AddAsync(walk, log, column.Name.ToString(), "NULL"), "23502", column.Name.Text));
        }

        foreach (var check in log.Checks)
        {
            vectors.Add(About(log, check.Name.Text, "add an entry with verb = guess").ExpectRefused(await AddAsync(walk, log, "verb", "'guess'"), "23514", check.Name.Text));
        }

        if (log.PrimaryKey is { } key)
        {
            var sql = $"INSERT INTO {log.Name} (table_name, verb, occurred_at) VALUES ('tried', 'insert', now())";
            await walk.Session.RunAsync(sql);
            var again = $"INSERT INTO {log.Name} (table_name, verb, id, occurred_at) OVERRIDING SYSTEM VALUE SELECT table_name, verb, id, occurred_at FROM {log.Name} WHERE table_name = 'tried'";
            vectors.Add(About(log, key.Name.Text, "add the same entry again").ExpectRefused(await walk.Session.TryAndUndoAsync(again), "23505", key.Name.Text));
        }

        return vectors;
    });

    private static Task<ServerAnswer> AddAsync(Walk walk, PgTable log, string column, string value)
    {
        var columns = Given.Append(column).Distinct(StringComparer.Ordinal).ToArray();
        var values = columns.Select(name => name == column ? value : name == "verb" ? "'insert'" : "'tried'");
        return walk.Session.TryAndUndoAsync($"INSERT INTO {log.Name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", values)})");
    }

    private static Attempt About(PgTable log, string what, string attempt) => new($"{log.Name.Name.Text}.{what}", attempt, log.Origin.ToString());
}
