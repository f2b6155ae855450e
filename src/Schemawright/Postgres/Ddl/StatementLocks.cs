using Schemawright.Collections;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>The lock that a kind of statement takes on a table, and how the same is done on a table in use.</summary>
/// <param name="Kind">As in <see cref="PgStatement"/>, or of a later change.</param>
/// <param name="Change">What is changed, a noun.</param>
/// <param name="Level">As PostgreSQL calls it.</param>
/// <param name="While">Who waits, and for how long.</param>
/// <param name="Recipe">What to do where rows and readers are.</param>
public sealed record StatementLock(string Kind, string Change, string Level, string While, string Recipe);

/// <summary>What is known of locks; a server is asked for each whether it is so.</summary>
public static class StatementLocks
{
    private const string Retry = "a lock_timeout of 100 ms, and another try";

    public static readonly Seq<StatementLock> Created =
    [
        new("foreignKey", "foreign key", "SHARE ROW EXCLUSIVE", "on both tables, nobody writes while every row is checked", "ADD CONSTRAINT ... NOT VALID, then VALIDATE CONSTRAINT by itself, which takes SHARE UPDATE EXCLUSIVE and lets everybody go on"),
        new("index", "index or unique key", "SHARE", "nobody writes while it is built", "CREATE INDEX CONCURRENTLY in a file of its own without a transaction, for a key then ADD CONSTRAINT ... USING INDEX, and DROP INDEX what stays invalid"),
        new("trigger", "trigger", "SHARE ROW EXCLUSIVE", "for a moment", Retry),
        new("policy", "policy", "ACCESS EXCLUSIVE", "for a moment nobody reads", $"policies before ENABLE ROW LEVEL SECURITY, so that no query sees nothing, {Retry}"),
        new("partition", "partition", "SHARE UPDATE EXCLUSIVE", "everybody goes on", "CREATE TABLE ... (LIKE ...), then ATTACH PARTITION, where PARTITION OF would take ACCESS EXCLUSIVE"),
        new("comment", "comment", "SHARE UPDATE EXCLUSIVE", "everybody goes on", "as it is"),
    ];

    /// <summary>What later changes take beside those.</summary>
    public static readonly Seq<StatementLock> Changed =
    [
        new("addColumn", "column, empty or with a fixed default", "ACCESS EXCLUSIVE", "for a moment nobody reads", Retry),
        new("fillColumn", "column with a default of its own for each row, or a generated one", "ACCESS EXCLUSIVE", "nobody reads while the table is written anew", "add it empty, fill it in batches, then constrain it"),
        new("required", "column that becomes required", "ACCESS EXCLUSIVE", "nobody reads while every row is looked at", "CHECK (... IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT, SET NOT NULL, which then looks at none, and drop the check"),
        new("check", "check", "ACCESS EXCLUSIVE", "nobody reads while every row is checked", "ADD CONSTRAINT ... NOT VALID, then VALIDATE CONSTRAINT by itself, which takes SHARE UPDATE EXCLUSIVE"),
        new("dropColumn", "column that goes", "ACCESS EXCLUSIVE", "for a moment nobody reads", $"first let no program name it, {Retry}"),
    ];

    /// <summary>The statements, with the lock and the recipe before the first of each kind.</summary>
    public static IEnumerable<SqlText> Told(IEnumerable<PgStatement> statements)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            var known = Created.FirstOrDefault(known => known.Kind == statement.Kind);
            yield return known is null || !told.Add(known.Kind) ? statement.Sql : SqlText.Of($"{Comment(known)}\n{statement.Sql}");
        }
    }

    private static SqlText Comment(StatementLock known) =>
        SqlText.Of($"-- Lock of each {SqlText.Words(known.Change)}: {SqlText.Words(known.Level)}, {SqlText.Words(known.While)}.\n-- On a table in use: {SqlText.Words(known.Recipe)}.");
}
