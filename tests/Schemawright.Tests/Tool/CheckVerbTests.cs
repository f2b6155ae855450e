using System.Text.Json.Nodes;
using Schemawright.Tool.Cli;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

public sealed class CheckVerbTests : IDisposable
{
    private const string Model = "# Product Requirements Document: Reeds\n\n## Data Model\n\n```\nReed\n- id: UUID\n- label: string\n- height: decimal - must be > 0\n```\n";

    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    [Fact]
    public async Task Documents_with_nothing_but_notes_are_clean()
    {
        Put("PRD.md", Model);
        (await Check()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_statement_that_cannot_be_read_is_a_finding()
    {
        Put("PRD.md", Model);
        Put("RULES.md", "# Business Rules\n\n## Reed\n\n- The colour must be rather green\n");
        var (code, text) = await Check();
        code.ShouldBe(1);
        text.ShouldContain("RULES.md:5:3: warning SW3103");
    }

    [Fact]
    public async Task An_unusable_document_is_named_together_with_the_findings_of_the_others()
    {
        Put("PRD.md", Model);
        Put("RULES.md", "# Business Rules\n\n## Reed\n\n- The colour must be rather green\n");
        File.WriteAllBytes(Path.Combine(_root, "SCALE.md"), [0xFF, 0xFE, 0x00]);
        var (code, text) = await Check();
        code.ShouldBe(2);
        text.ShouldContain("error SW1013: SCALE.md is not UTF-8 text");
        text.ShouldContain("warning SW3103");
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        Put("PRD.md", Model);
        await Check();
        Directory.EnumerateFileSystemEntries(_root).Select(Path.GetFileName).ShouldBe(["PRD.md"]);
    }

    [Fact]
    public async Task What_cannot_be_read_at_all_is_still_a_finding_in_every_format()
    {
        var (code, text) = await Check("--format", "json");
        code.ShouldBe(2);
        JsonNode.Parse(text)!["findings"]![0]!["code"]!.GetValue<string>().ShouldBe("SW1011");
        (await Check("--format", "github")).Text.ShouldStartWith("::error title=SW1011");
    }

    [Fact]
    public async Task Output_that_is_no_terminal_holds_no_escapes()
    {
        Put("PRD.md", Model);
        Put("RULES.md", "# Business Rules\n\n## Reed\n\n- The colour must be \u001b[31mrather\u001b[0m \u202Egreen\n");
        var (_, text) = await Check();
        text.ShouldContain("SW3103");
        text.Any(character => character != '\n' && (char.IsControl(character) || character == '\u202E')).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_root, name), text);

    private async Task<(int Code, string Text)> Check(params string[] options)
    {
        using var writer = new StringWriter();
        var code = await CommandLine.RunAsync(["check", _root, .. options], Terminals.Of(writer));
        return (code, writer.ToString());
    }
}
