using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Proof.Servers;

/// <summary>A PostgreSQL server of our own, reachable only through a socket in a private folder, gone when disposed or orphaned.</summary>
internal sealed class ThrowAwayCluster : IAsyncDisposable
{
    private const string OrdinaryUser = "nobody";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private static readonly DiagnosticKind DoesNotStart = new(
        "SW7002", Severity.Error, "The throw-away PostgreSQL server does not start",
        "the throw-away PostgreSQL server does not start: {0}",
        "Without a server nothing is tried, so nothing is proved.",
        "run the named programs by hand to see more, or name another folder of programs with --pg-bin");

    private readonly Process _keeper;
    private readonly string _folder;
    private readonly NpgsqlDataSource _administration;

    static ThrowAwayCluster() => AppContext.SetSwitch("Npgsql.EnableSqlRewriting", false); // SQL-standard function bodies hold semicolons.

    private ThrowAwayCluster(ServerPrograms programs, Process keeper, string folder)
    {
        Programs = programs;
        _keeper = keeper;
        _folder = folder;
        _administration = Database("postgres");
    }

    /// <summary>Such as <c>PostgreSQL 15.14</c>.</summary>
    public string Version { get; private set; } = "";

    public int MajorVersion { get; private set; }

    /// <summary>Those it runs: its own copy of the system's, which go when it goes.</summary>
    public ServerPrograms Programs { get; }

    /// <summary>Where everything of this server lies; only its own user gets in.</summary>
    public string Folder => _folder;

    public static Task<ThrowAwayCluster> StartAsync(string? namedFolder, CancellationToken cancellation) =>
        StartAsync(ServerPrograms.Find(namedFolder), _ => [], backup: "", cancellation);

    /// <param name="settings">Further settings, which may name the server's folder.</param>
    /// <param name="backup">A base backup to start from; empty: a new cluster.</param>
    public static async Task<ThrowAwayCluster> StartAsync(ServerPrograms programs, Func<string, Seq<string>> settings, string backup, CancellationToken cancellation)
    {
        var folder = DataFolder.Choose();
        var files = programs.AreTheSystems ? ServerFiles.Of(programs) : null;
        var keeper = StartKeeper([folder, programs.Folder, backup, files?.Root ?? "", files?.Programs ?? "", files?.Libraries ?? "", files?.Data ?? "", .. Settings(settings(folder))]);
        var cluster = new ThrowAwayCluster(files is null ? programs : new(Path.Combine(folder, "server", files.Programs)) { AreTheSystems = false }, keeper, folder);
        try
        {
            await cluster.WaitUntilReadyAsync(cancellation);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder { Host = _folder, Username = "postgres", Database = database }.ConnectionString;

    /// <summary>Connections to one database, without a pool: a closed connection is a closed session.</summary>
    /// <param name="user">Who logs in; null: the server's superuser.</param>
    public NpgsqlDataSource Database(string name, string? user = null)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(ConnectionTo(name));
        builder.ConnectionStringBuilder.Username = user ?? builder.ConnectionStringBuilder.Username;
        builder.ConnectionStringBuilder.Pooling = false;
        builder.ConnectionStringBuilder.IncludeErrorDetail = true;
        builder.ConnectionStringBuilder.CommandTimeout = 300;
        builder.ConnectionStringBuilder.Timeout = 60;
        return builder.Build();
    }

    /// <summary>A copy of a database nobody is connected to; null copies the server's empty one.</summary>
    public async Task CreateDatabaseAsync(string name, string? template, CancellationToken cancellation)
    {
        await using var command = _administration.CreateCommand($"CREATE DATABASE {name} TEMPLATE {template ?? "template0"} STRATEGY file_copy");
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task DropDatabaseAsync(string name, CancellationToken cancellation)
    {
        await using var command = _administration.CreateCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _administration.DisposeAsync();
        try
        {
            _keeper.StandardInput.Close();
            await _keeper.WaitForExitAsync(CancellationToken.None);
        }
        finally
        {
            _keeper.Dispose();
        }
    }

    private static Process StartKeeper(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        if (Environment.IsPrivilegedProcess)
        {
            start.UserName = OrdinaryUser; // The server refuses to run as root.
        }

        foreach (var argument in arguments.Prepend("keeper").Prepend(EmbeddedText.Of("Servers.Keeper.sh")).Prepend("-c"))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("sh does not start");
    }

    /// <summary>A later setting wins.</summary>
    private static IEnumerable<string> Settings(Seq<string> further) =>
        new[]
        {
            "listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "wal_level=minimal",
            "max_wal_senders=0", "max_locks_per_transaction=1024", "max_connections=40", "jit=off", "dynamic_shared_memory_type=mmap", "timezone=UTC", "datestyle=ISO",
            "intervalstyle=postgres", "unix_socket_permissions=0700", "log_min_messages=fatal", "log_min_error_statement=panic",
        }.Concat(further).SelectMany(setting => new[] { "-c", setting });

    private async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        var firstWord = await _keeper.StandardOutput.ReadLineAsync(cancellation);
        if (firstWord is not "started")
        {
            throw new ServerUnavailableException(DoesNotStart, await LastWordsAsync(cancellation));
        }

        var failure = _keeper.StandardOutput.ReadLineAsync(cancellation).AsTask();
        var patience = Stopwatch.StartNew();
        while (!await AnswersAsync(cancellation))
        {
            if (failure.IsCompleted || patience.Elapsed > LongestStart)
            {
                throw new ServerUnavailableException(DoesNotStart, failure.IsCompleted ? await LastWordsAsync(cancellation) : "it does not answer");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), cancellation);
        }
    }

    private async Task<string> LastWordsAsync(CancellationToken cancellation)
    {
        _keeper.StandardInput.Close();
        var words = await _keeper.StandardError.ReadToEndAsync(cancellation);
        return words.Trim() is { Length: > 0 } text ? text : "its keeper ended without a word";
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var command = _administration.CreateCommand("SELECT current_setting('server_version'), current_setting('server_version_num')");
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            Version = "PostgreSQL " + reader.GetString(0).Split(' ')[0];
            MajorVersion = int.Parse(reader.GetString(1), CultureInfo.InvariantCulture) / 10000;
            return true;
        }
        catch (NpgsqlException)
        {
            return false; // Not listening yet, or "the database system is starting up".
        }
    }
}
