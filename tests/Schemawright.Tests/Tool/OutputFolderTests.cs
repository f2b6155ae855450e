using Schemawright.Diagnostics;
using Schemawright.Rendering;
using Schemawright.Tool.Output;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

public sealed class OutputFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    private string Out => Path.Combine(_root, "nested", "out");

    [Fact]
    public void Artefacts_are_written_with_their_folders_and_run_bits()
    {
        Write(new Artifact("db/a.sql", "select 1;\n"), new Artifact("db/run.sh", "#!/bin/sh\n", Executable: true)).ShouldBeEmpty();
        File.ReadAllText(Path.Combine(Out, "db", "a.sql")).ShouldBe("select 1;\n");
        File.GetUnixFileMode(Path.Combine(Out, "db", "run.sh")).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
    }

    [Fact]
    public void A_second_run_replaces_the_first_and_drops_what_is_no_longer_written()
    {
        Write(new("a.md", "1"), new("b.md", "1"));
        Write(new Artifact("a.md", "2")).ShouldBeEmpty();
        File.ReadAllText(Path.Combine(Out, "a.md")).ShouldBe("2");
        File.Exists(Path.Combine(Out, "b.md")).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_with_somebody_elses_files_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "mine.txt"), "mine");
        Write(new Artifact("a.md", "1")).ShouldBe(["SW6001"]);
        Directory.EnumerateFileSystemEntries(Out).Select(Path.GetFileName).ShouldBe(["mine.txt"]);
    }

    [Fact]
    public void An_edited_file_is_refused_and_keeps_its_edits()
    {
        Write(new Artifact("a.md", "1"));
        File.WriteAllText(Path.Combine(Out, "a.md"), "edited");
        Write(new Artifact("a.md", "2")).ShouldBe(["SW6002"]);
        File.ReadAllText(Path.Combine(Out, "a.md")).ShouldBe("edited");
    }

    [Fact]
    public void A_file_put_beside_ours_survives_the_next_run()
    {
        Write(new Artifact("a.md", "1"));
        File.WriteAllText(Path.Combine(Out, "notes.txt"), "mine");
        Write(new Artifact("a.md", "2")).ShouldBeEmpty();
        File.ReadAllText(Path.Combine(Out, "notes.txt")).ShouldBe("mine");
    }

    [Fact]
    public void Nothing_is_left_behind_when_the_place_cannot_be_written()
    {
        var file = Path.Combine(_root, "file");
        File.WriteAllText(file, "x");
        var findings = new Findings();
        new OutputFolder(Path.Combine(file, "out")).Write([new("a.md", "1")], findings).ShouldBeFalse();
        findings.Diagnostics.Select(found => found.Kind.Code).ShouldBe(["SW6003"]);
        Directory.EnumerateFileSystemEntries(_root).Select(Path.GetFileName).ShouldBe(["file"]);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private IEnumerable<string> Write(params Artifact[] artifacts)
    {
        var findings = new Findings();
        new OutputFolder(Out).Write(artifacts, findings).ShouldBe(findings.Diagnostics.Count == 0);
        return findings.Diagnostics.Select(found => found.Kind.Code);
    }
}
