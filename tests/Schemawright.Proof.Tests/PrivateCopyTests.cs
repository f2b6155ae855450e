using System.Diagnostics;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Proof.Servers;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>The system's server may be upgraded while a proof runs on it.</summary>
public sealed class PrivateCopyTests : IDisposable
{
    private const string Requirements = "# Product Requirements Document: Pond Keeper\n\n## Data Model\n\n```\nPond\n- id: UUID\n- name: string(100)\n- depth: decimal\n```\n";

    private readonly DirectoryInfo _system = Directory.CreateTempSubdirectory("schemawright-system-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _system.Delete(recursive: true);

    [Fact]
    public async Task A_run_ends_well_though_every_file_of_the_systems_server_is_replaced_meanwhile()
    {
        if (ServerFiles.Of(ServerPrograms.Find(null)) is not { } files)
        {
            return; // No server of the system's: nothing is shared with anybody.
        }

        var programs = await StandInAsync(files);
        string folder;
        await using (var cluster = await ThrowAwayCluster.StartAsync(programs with { AreTheSystems = true }, _ => [], backup: "", Cancellation))
        {
            folder = cluster.Folder;
            cluster.Programs.Folder.ShouldStartWith(folder);
            Replace();
            var compilation = Compiler.Compile([new InputDocument("PRD.md", Requirements)], "pond-keeper", new Findings());
            var report = await Prover.ProveAsync(cluster, compilation, new ProofOptions(), new Progress<ProofEvent>(), "", Cancellation);
            report.Obligations.Where(obligation => obligation.Verdict is not (Verdict.Proved or Verdict.NotApplicable)).Select(obligation => $"{obligation.Name}: {obligation.Reason}").ShouldBeEmpty();
            report.Obligations.Single(obligation => obligation.Name == "RecoveryBringsBackTheMoment").Verdict.ShouldBe(Verdict.Proved);
        }

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_of_the_systems_that_is_replaced_breaks_a_run_without_a_copy()
    {
        if (ServerFiles.Of(ServerPrograms.Find(null)) is not { } files)
        {
            return;
        }

        await using var cluster = await ThrowAwayCluster.StartAsync(await StandInAsync(files) with { AreTheSystems = false }, _ => [], backup: "", Cancellation);
        Replace();
        await using var session = await ProofSession.OpenAsync(cluster, "postgres", Cancellation);
        (await session.TryAsync("CREATE EXTENSION pgcrypto")).Accepted.ShouldBeFalse();
    }

    [Fact]
    public void The_files_of_a_server_are_found_where_systems_keep_them()
    {
        ServerFiles.Of(Installed("usr", "lib/postgresql/16/bin", "lib/postgresql/16/lib", "share/postgresql/16"))!.Programs.ShouldBe("lib/postgresql/16/bin");
        ServerFiles.Of(Installed("usr/pgsql-17", "bin", "lib", "share"))!.Libraries.ShouldBe("lib");
        ServerFiles.Of(Installed("opt", "bin", "lib/postgresql", "share/postgresql"))!.Data.ShouldBe("share/postgresql");
        ServerFiles.Of(Installed("elsewhere", "programs/bin", "code", "text")).ShouldBeNull();
        new ServerPrograms("/usr/lib/postgresql/15/bin").AreTheSystems.ShouldBeTrue();
        new ServerPrograms("/home/potter/postgres/bin").AreTheSystems.ShouldBeFalse();
    }

    private ServerPrograms Installed(string root, string programs, string libraries, string data)
    {
        foreach (var file in new[] { $"{programs}/postgres", $"{libraries}/plpgsql.so", $"{data}/postgres.bki" })
        {
            var path = Path.Combine(_system.FullName, root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }

        return new(Path.Combine(_system.FullName, root, programs));
    }

    /// <summary>The machine's own server, in a folder that may be ruined.</summary>
    private async Task<ServerPrograms> StandInAsync(ServerFiles files)
    {
        const string Copy = "cd \"$1\" && chmod 755 \"$2\" && mkdir -p \"$2/$3\" \"$2/$4\" \"$2/$5\" && cp -p \"$3/initdb\" \"$3/postgres\" \"$2/$3\" && cp -p \"$4\"/*.so \"$2/$4\" && cp -R -p \"$5/.\" \"$2/$5\"";
        using var copy = Process.Start(new ProcessStartInfo("sh") { ArgumentList = { "-c", Copy, "copy", files.Root, _system.FullName, files.Programs, files.Libraries, files.Data } })!;
        await copy.WaitForExitAsync(Cancellation);
        copy.ExitCode.ShouldBe(0);
        return new(Path.Combine(_system.FullName, files.Programs));
    }

    /// <summary>As a package manager does it: each new file is put in the place of the old one. These are of another build, and do not fit.</summary>
    private void Replace()
    {
        foreach (var file in _system.EnumerateFiles("*", SearchOption.AllDirectories).ToArray())
        {
            var upgraded = file.FullName + ".new";
            File.WriteAllText(upgraded, "another build");
            File.Move(upgraded, file.FullName, overwrite: true);
        }
    }
}
