using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

public sealed class InitVerbTests : IDisposable
{
    private static readonly string[] Documents = ["APP_DETAILS.md", "BUSINESS_RULES.md", "PRD.md", "SCALE_REQUIREMENTS.md", "TECHNICAL_SPEC.md"];

    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    [Fact]
    public async Task Five_documents_are_written_that_explain_themselves_and_compile_without_a_warning()
    {
        var written = await ToolProcess.RunInAsync(_root, "init", "first");
        written.ShouldBe(new ToolResult(0, written.Out, ""));
        written.Out.ShouldEndWith("next: schemawright build first\n");
        var folder = Path.Combine(_root, "first");
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(Documents);
        Documents.ShouldAllBe(name => File.ReadAllText(Path.Combine(folder, name)).Contains("<!--", StringComparison.Ordinal));
        (await ToolProcess.RunInAsync(_root, "check", "first")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_folder_with_documents_is_left_as_it_is()
    {
        File.WriteAllText(Path.Combine(_root, "notes.md"), "mine\n");
        var refused = await ToolProcess.RunInAsync(_root, "init", ".");
        refused.Code.ShouldBe(2);
        refused.Error.ShouldStartWith($"error {"SW6020"}: . holds notes.md already\n");
        Directory.EnumerateFileSystemEntries(_root).Select(Path.GetFileName).ShouldBe(["notes.md"]);
    }

    [Fact]
    public async Task An_empty_folder_and_one_that_speaks_of_itself_are_filled()
    {
        File.WriteAllText(Path.Combine(_root, "README.md"), "mine\n");
        var written = await ToolProcess.RunInAsync(_root, "init", ".", "--format", "json");
        written.Code.ShouldBe(0);
        JsonNode.Parse(written.Out)!["files"]!.AsArray().Count.ShouldBe(5);
        File.ReadAllText(Path.Combine(_root, "README.md")).ShouldBe("mine\n");
        Directory.EnumerateFileSystemEntries(_root).Count().ShouldBe(6);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_nothing_is_left()
    {
        File.WriteAllText(Path.Combine(_root, "file"), "");
        var refused = await ToolProcess.RunInAsync(_root, "init", "file/inside");
        refused.Code.ShouldBe(2);
        refused.Error.ShouldStartWith($"error {"SW6021"}: file/inside cannot be written: ");
        Directory.EnumerateFileSystemEntries(_root).Select(Path.GetFileName).ShouldBe(["file"]);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
