using Schemawright.Proof.Servers;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

public class ThrowAwayClusterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_answers_and_is_gone_when_disposed()
    {
        string folder;
        await using (var cluster = await ThrowAwayCluster.StartAsync(null, Cancellation))
        {
            cluster.MajorVersion.ShouldBeGreaterThanOrEqualTo(15);
            await using var session = await ProofSession.OpenAsync(cluster, "postgres", Cancellation);
            folder = (await session.AskAsync("SELECT current_setting('unix_socket_directories')"))!;
            Directory.Exists(folder).ShouldBeTrue();
        }

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_refusal_is_an_answer_with_its_state_and_constraint()
    {
        await using var cluster = await ThrowAwayCluster.StartAsync(null, Cancellation);
        await using var session = await ProofSession.OpenAsync(cluster, "postgres", Cancellation);
        await session.RunAsync("CREATE TEMP TABLE t (a integer CONSTRAINT a_positive CHECK (a > 0), b text NOT NULL)");
        (await session.TryAsync("INSERT INTO t VALUES (0, 'x')")).Words.ShouldBe("refused 23514 a_positive");
        (await session.TryAsync("INSERT INTO t VALUES (1, NULL)")).Words.ShouldBe("refused 23502 b");
        (await session.TryAsync("INSERT INTO t VALUES (1, 'x')")).Words.ShouldBe("accepted");
    }

    [Fact]
    public async Task A_folder_without_server_programs_says_so()
    {
        var failure = await Should.ThrowAsync<ServerUnavailableException>(() => ThrowAwayCluster.StartAsync("/nowhere", Cancellation));
        failure.Diagnostic.Kind.Code.ShouldBe("SW7001");
    }

    [Fact]
    public async Task A_server_that_does_not_start_says_so()
    {
        var programs = Directory.CreateTempSubdirectory("schemawright-test-");
        foreach (var name in new[] { "initdb", "postgres" })
        {
            var program = Path.Combine(programs.FullName, name);
            await File.WriteAllTextAsync(program, "#!/bin/sh\necho 'no space left on device' >&2\nexit 1\n", Cancellation);
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        try
        {
            var failure = await Should.ThrowAsync<ServerUnavailableException>(() => ThrowAwayCluster.StartAsync(programs.FullName, Cancellation));
            failure.Diagnostic.Kind.Code.ShouldBe("SW7002");
        }
        finally
        {
            programs.Delete(recursive: true);
        }
    }
}
