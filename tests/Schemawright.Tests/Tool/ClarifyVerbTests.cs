using System.Text.Json.Nodes;
using Schemawright.Diagnostics;
using Schemawright.Tool.Cli;
using Schemawright.Tool.Output;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

public sealed class ClarifyVerbTests : IDisposable
{
    private const string Model = "# Product Requirements Document: Looms\n\n## Data Model\n\n```\nLoom\n- id: UUID\n- label: string\n- width: decimal\n```\n";

    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    public ClarifyVerbTests() => File.WriteAllText(Path.Combine(_root, "PRD.md"), Model);

    private string Sheet => Path.Combine(_root, "ANSWERS.md");

    [Fact]
    public async Task Questions_are_shown_in_text_and_json()
    {
        var (code, text) = await Run("clarify", _root);
        code.ShouldBe(0);
        text.ShouldContain("1. Q-");
        var json = JsonNode.Parse((await Run("clarify", _root, "--format", "json")).Text)!;
        json["questions"]!.AsArray().Count.ShouldBeGreaterThan(0);
        File.Exists(Sheet).ShouldBeFalse();
    }

    [Fact]
    public async Task A_sheet_is_written_once_and_never_over_what_is_there()
    {
        (await Run("clarify", _root, "--write")).Code.ShouldBe(0);
        var written = File.ReadAllText(Sheet);
        written.ShouldContain("\nQ-");
        File.WriteAllText(Sheet, written + "mine\n");
        (await Run("clarify", _root, "--write")).Code.ShouldBe(2);
        File.ReadAllText(Sheet).ShouldBe(written + "mine\n");
        (await Run("clarify", _root, "--write", "--append")).Code.ShouldBe(0);
        File.ReadAllText(Sheet).ShouldBe(written + "mine\n");
        Directory.EnumerateFiles(_root).Select(Path.GetFileName).Order().ShouldBe(["ANSWERS.md", "PRD.md"]);
    }

    [Fact]
    public async Task Answered_questions_are_shown_on_request_and_stale_answers_are_findings()
    {
        var id = JsonNode.Parse((await Run("clarify", _root, "--format", "json")).Text)!["questions"]![0]!["id"]!.GetValue<string>();
        File.WriteAllText(Sheet, $"{id}: 1\n");
        var (code, text) = await Run("clarify", _root, "--all");
        code.ShouldBe(0);
        text.ShouldContain($"= answered: 1 (ANSWERS.md:1)");
        File.WriteAllText(Sheet, $"{id}: 1\nQ-000001: yes\n");
        (await Run("clarify", _root)).Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_single_file_has_its_answers_beside_it()
    {
        var file = Path.Combine(_root, "PRD.md");
        (await Run("clarify", file, "--write")).Code.ShouldBe(0);
        var sheet = File.ReadAllText(Sheet);
        File.WriteAllText(Sheet, string.Join('\n', sheet.Split('\n').Select(line => line.StartsWith("Q-", StringComparison.Ordinal) ? line + " 1" : line)));
        (await Run("clarify", file)).Text.ShouldContain("No open question.");
    }

    [Fact]
    public async Task A_sheet_that_cannot_be_written_is_said_so()
    {
        Directory.CreateDirectory(Sheet);
        (await Run("clarify", _root, "--write")).Code.ShouldBe(2);
        Directory.EnumerateFileSystemEntries(_root).Select(Path.GetFileName).Order().ShouldBe(["ANSWERS.md", "PRD.md"]);
    }

    [Fact]
    public async Task Explaining_a_known_name_succeeds_and_an_unknown_one_does_not()
    {
        (await Run("explain", _root, "Loom")).Text.ShouldContain("Table looms.");
        var (code, text) = await Run("explain", _root, "Lomo");
        code.ShouldBe(2);
        text.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_nothing_bears_is_answered_with_the_nearest()
    {
        var diagnostic = ExplainVerb.NotFound("Lomo", ["Loom", "Shuttle"]);
        diagnostic.Kind.Code.ShouldBe("SW6006");
        diagnostic.WayOut.ShouldBe("did you mean Loom?");
    }

    [Theory]
    [InlineData("ANSWERS.md", "SW6004")]
    [InlineData("nowhere/ANSWERS.md", "SW6005")]
    public void Why_a_sheet_is_not_written_is_said(string name, string code)
    {
        File.WriteAllText(Sheet, "mine");
        var findings = new Findings();
        AnswerFile.Write(Path.Combine(_root, name), _ => "x", append: false, findings).ShouldBeFalse();
        findings.Diagnostics.Select(found => found.Kind.Code).ShouldBe([code]);
        File.ReadAllText(Sheet).ShouldBe("mine");
        Directory.EnumerateFileSystemEntries(_root).Count().ShouldBe(2);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static async Task<(int Code, string Text)> Run(params string[] arguments)
    {
        using var writer = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, Terminals.Of(writer));
        return (code, writer.ToString());
    }
}
