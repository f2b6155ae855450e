using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

public class DoctorVerbTests
{
    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_the_command_that_installs_one()
    {
        var (code, text, _) = await ToolProcess.RunAsync("doctor", "--pg-bin", "/nowhere");
        code.ShouldBe(3);
        text.ShouldStartWith("✔ schemawright ");
        text.ShouldContain("✘ PostgreSQL       /nowhere holds no server programs (initdb, postgres)\n");
        text.ShouldContain("do this: ");
    }

    [Fact]
    public async Task The_server_a_proof_would_use_is_named_with_its_version()
    {
        var folder = Directory.CreateTempSubdirectory("schemawright-test-").FullName;
        try
        {
            Program(Path.Combine(folder, "initdb"), "true");
            Program(Path.Combine(folder, "postgres"), "echo 'postgres (PostgreSQL) 17.2 (Somewhere 17.2-1)'");
            var (code, text, _) = await ToolProcess.RunAsync("doctor", "--pg-bin", folder);
            code.ShouldBe(0);
            text.ShouldContain($"✔ PostgreSQL       17.2 in {folder} (named by --pg-bin): a proof uses this one\n");
            Program(Path.Combine(folder, "postgres"), "echo 'postgres (PostgreSQL) 12.4'");
            (await ToolProcess.RunAsync("doctor", "--pg-bin", folder)).Code.ShouldBe(3);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Programs_get_the_same_as_people()
    {
        var json = JsonNode.Parse((await ToolProcess.RunAsync("doctor", "--pg-bin", "/nowhere", "--format", "json")).Out)!;
        json["ready"]!.GetValue<bool>().ShouldBeFalse();
        json["checks"]!.AsArray().Single(check => check!["state"]!.GetValue<string>() == "missing")!["subject"]!.GetValue<string>().ShouldBe("PostgreSQL");
    }

    [Fact]
    public async Task The_version_is_one_line() =>
        (await ToolProcess.RunAsync("--version")).Out.ShouldMatch(@"^schemawright [0-9]+\.[0-9]+\.[0-9]+[^\n]*\n$");

    private static void Program(string file, string line)
    {
        File.WriteAllText(file, $"#!/bin/sh\n{line}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
