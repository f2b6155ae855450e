using Npgsql;

namespace Schemawright.Proof.Servers;

/// <summary>One session on a database, which answers each statement instead of throwing.</summary>
internal sealed class ProofSession : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;
    private readonly CancellationToken _cancellation;

    private ProofSession(NpgsqlDataSource source, NpgsqlConnection connection, CancellationToken cancellation)
    {
        _source = source;
        _connection = connection;
        _cancellation = cancellation;
    }

    public string Database => _connection.Database;

    /// <summary>Names of partitions and their indexes, each with the name of the whole: refusals speak of the whole.</summary>
    public IReadOnlyDictionary<string, string> Wholes { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static async Task<ProofSession> OpenAsync(
        ThrowAwayCluster cluster, string database, CancellationToken cancellation, IReadOnlyDictionary<string, string>? wholes = null, string? user = null, Func<ProofSession, Task<bool>>? takenBack = null)
    {
        var source = cluster.Database(database, user);
        return new(source, await source.OpenConnectionAsync(cancellation), cancellation) { Wholes = wholes ?? new Dictionary<string, string>(StringComparer.Ordinal), TakenBack = takenBack };
    }

    /// <summary>A session on somebody's own database that cannot change it.</summary>
    public static async Task<ProofSession> OpenReadOnlyAsync(string connection, CancellationToken cancellation)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(ConnectionWords.Of(connection));
        builder.EnableTransportSecurity();
        builder.ConnectionStringBuilder.Pooling = false;
        builder.ConnectionStringBuilder.Options = $"{builder.ConnectionStringBuilder.Options} -c default_transaction_read_only=on".TrimStart();
        var source = builder.Build();
        return new(source, await source.OpenConnectionAsync(cancellation), cancellation);
    }

    /// <summary>Rows of the answer: those changed, or for <c>SELECT count(*)</c> the count.</summary>
    public async Task<ServerAnswer> TryAsync(string sql)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, _connection);
            await using var reader = await command.ExecuteReaderAsync(_cancellation);
            var isCount = reader.FieldCount == 1 && reader.GetDataTypeName(0) == "bigint" && await reader.ReadAsync(_cancellation);
            var count = isCount ? (int)reader.GetInt64(0) : 0;
            await reader.CloseAsync();
            return new(null, null, "", isCount ? count : reader.RecordsAffected);
        }
        catch (PostgresException refusal)
        {
            return Refusal(refusal);
        }
    }

    /// <summary>Several statements in one exchange; the first refusal ends it and is the answer.</summary>
    public async Task<ServerAnswer> TryAllAsync(IReadOnlyList<string> statements)
    {
        try
        {
            await using var batch = new NpgsqlBatch(_connection);
            foreach (var statement in statements)
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
            }

            return new(null, null, "", await batch.ExecuteNonQueryAsync(_cancellation));
        }
        catch (PostgresException refusal)
        {
            return Refusal(refusal);
        }
    }

    /// <summary>Several statements in one exchange, each a transaction of its own; false when any of them was refused.</summary>
    public async Task<bool> TryEachAsync(IEnumerable<string> statements)
    {
        await using var batch = new NpgsqlBatch(_connection) { EnableErrorBarriers = true };
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        }

        try
        {
            await batch.ExecuteNonQueryAsync(_cancellation);
            return true;
        }
        catch (NpgsqlException refusal) when (refusal is PostgresException or { InnerException: AggregateException })
        {
            return false;
        }
    }

    /// <summary>A statement of the prover's own that must work.</summary>
    public async Task RunAsync(string sql)
    {
        var answer = await TryAsync(sql);
        if (!answer.Accepted)
        {
            throw new InvalidOperationException($"{answer.Explained}\n{sql}");
        }
    }

    /// <summary>Rows of text; a value of another type needs a cast to text.</summary>
    public async Task<IReadOnlyList<string?[]>> QueryAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await using var reader = await command.ExecuteReaderAsync(_cancellation);
        var rows = new List<string?[]>();
        while (await reader.ReadAsync(_cancellation))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetString(column))]);
        }

        return rows;
    }

    /// <param name="copy">A <c>COPY … TO STDOUT</c>.</param>
    public async Task<string> ExportAsync(string copy)
    {
        using var reader = await _connection.BeginTextExportAsync(copy, _cancellation);
        return await reader.ReadToEndAsync(_cancellation);
    }

    /// <param name="copy">A <c>COPY … FROM STDIN</c>.</param>
    public async Task ImportAsync(string copy, string rows)
    {
        await using var writer = await _connection.BeginTextImportAsync(copy, _cancellation);
        await writer.WriteAsync(rows);
    }

    /// <summary>The first value of the first row.</summary>
    public async Task<string?> AskAsync(string sql) => await QueryAsync(sql) is [{ Length: > 0 } row, ..] ? row[0] : null;

    /// <summary>The first value of the first row, or the refusal.</summary>
    public async Task<string> AnswerAsync(string sql)
    {
        try
        {
            return await AskAsync(sql) ?? "nothing";
        }
        catch (PostgresException refusal)
        {
            return Refusal(refusal).Explained;
        }
    }

    /// <summary>Tries a statement and takes back what it did.</summary>
    public async Task<ServerAnswer> TryAndUndoAsync(string sql)
    {
        await RunAsync("SAVEPOINT attempt");
        var answer = await TryAsync(sql);
        await RunAsync("ROLLBACK TO SAVEPOINT attempt");
        return answer;
    }

    /// <summary>Tries a statement inside a transaction that goes on, refused or not.</summary>
    public async Task<ServerAnswer> TryAndKeepAsync(string sql)
    {
        await RunAsync("SAVEPOINT attempt");
        var answer = await TryAsync(sql);
        await RunAsync(answer.Accepted ? "RELEASE SAVEPOINT attempt" : "ROLLBACK TO SAVEPOINT attempt");
        return answer;
    }

    /// <summary>Everything done inside is taken back.</summary>
    public async Task<T> RolledBackAsync<T>(Func<Task<T>> work)
    {
        await RunAsync("BEGIN");
        try
        {
            return await work();
        }
        finally
        {
            await TryAsync("ROLLBACK");
        }
    }

    private ServerAnswer Refusal(PostgresException refusal)
    {
        // A missing value is reported by column; before version 18 its constraint has no name.
        var isMissing = refusal.SqlState == PostgresErrorCodes.NotNullViolation;
        var name = isMissing ? refusal.ColumnName ?? refusal.DataTypeName : refusal.ConstraintName;
        return new(refusal.SqlState, WholeOf(name), refusal.MessageText, -1) { Table = WholeOf(refusal.TableName) };
    }

    private string? WholeOf(string? name) => name is null ? null : Wholes.GetValueOrDefault(name, name);

    /// <summary>Takes the session back instead of closing it; false when it is not fit for that.</summary>
    public Func<ProofSession, Task<bool>>? TakenBack { get; init; }

    public async ValueTask DisposeAsync()
    {
        if (TakenBack is not null && await TakenBack(this))
        {
            return;
        }

        await CloseAsync();
    }

    public async ValueTask CloseAsync()
    {
        await _connection.DisposeAsync();
        await _source.DisposeAsync();
    }
}
