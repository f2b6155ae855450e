using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Scripts;

/// <summary>A statement and what the server said to it.</summary>
internal sealed record StatementOutcome(SqlStatement Statement, ServerAnswer Answer);

/// <summary>Runs SQL files statement by statement, each file until its first refusal.</summary>
internal static class ScriptRunner
{
    private static readonly ServerAnswer MetaCommand = new("42601", null, "a psql command; only psql understands it", -1);

    /// <summary>All files in one exchange; null when a statement was refused, and the database is of no use then.</summary>
    public static async Task<IReadOnlyList<StatementOutcome>?> RunTogetherAsync(ProofSession session, IEnumerable<Rendering.Artifact> files)
    {
        var statements = files.SelectMany(file => SqlSplitter.Split(file.Path, file.Text)).ToArray();
        return Array.TrueForAll(statements, statement => !statement.Sql.StartsWith('\\')) && await session.TryEachAsync(statements.Select(statement => statement.Sql))
            ? [.. statements.Select(statement => new StatementOutcome(statement, new(null, null, "", -1)))]
            : null;
    }

    public static async Task<IReadOnlyList<StatementOutcome>> RunAsync(ProofSession session, string file, string sql)
    {
        var outcomes = new List<StatementOutcome>();
        foreach (var statement in SqlSplitter.Split(file, sql))
        {
            var answer = statement.Sql.StartsWith('\\') ? MetaCommand : await session.TryAsync(statement.Sql);
            outcomes.Add(new(statement, answer));
            if (!answer.Accepted)
            {
                await session.TryAsync("ROLLBACK"); // The file may have opened a transaction of its own.
                break;
            }
        }

        return outcomes;
    }
}
