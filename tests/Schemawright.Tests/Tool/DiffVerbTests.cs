using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

public sealed class DiffVerbTests : IDisposable
{
    private const string Before = """
        # Product Requirements Document: Kites

        ## Data Model

        ```
        Kite
        - id: UUID
        - label: string(40) - unique
        - span_cm: integer - must be > 0
        - status: enum - whole|torn

        Line
        - id: UUID
        - kite_id: UUID - foreign key to Kite
        - length_m: decimal(5,2)
        ```
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    [Fact]
    public async Task A_product_is_the_same_as_itself_and_as_what_was_built_of_it()
    {
        Put("one", Before);
        (await Tool("diff", "one", "one")).ShouldBe(new ToolResult(0, "Kites: the models are the same\n", ""));
        (await Tool("build", "one", "--out", "built")).Code.ShouldBe(0);
        (await Tool("diff", "built", "one")).ShouldBe(new ToolResult(0, "Kites: the models are the same\n", ""));
        (await Tool("diff", "one", "built/model.json")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_changed_is_said_entity_by_entity_and_the_database_follows()
    {
        Put("one", Before);
        Put("two", Before.Replace("string(40)", "string(60)", StringComparison.Ordinal).Replace("must be > 0", "must be > 5", StringComparison.Ordinal).Replace("whole|torn", "whole|torn|lost", StringComparison.Ordinal)
            .Replace("Line\n- id: UUID\n- kite_id: UUID - foreign key to Kite\n", "Reel\n- id: UUID\n", StringComparison.Ordinal));
        var (code, text, _) = await Tool("diff", "one", "two");
        code.ShouldBe(1);
        text.ShouldContain("~ Kite\n");
        text.ShouldContain("    ~ attribute label: was text of at most 40 characters, now text of at most 60 characters\n");
        text.ShouldContain("    ~ attribute status: was one of a list (whole, torn), now one of a list (whole, torn, lost)\n");
        text.ShouldContain("    in the database ~ check kites_status_values\n");
        text.ShouldContain("+ Reel\n    attribute length_m\n");
        text.ShouldContain("- Line\n    attribute length_m\n    reference kite\n");
        text.ShouldContain("Kites: 3 entities (1 new, 1 gone, 1 changed), ");
    }

    [Fact]
    public async Task Programs_get_the_words_of_both_sides()
    {
        Put("one", Before);
        Put("two", Before.Replace("string(40)", "string(60)", StringComparison.Ordinal));
        var json = JsonNode.Parse((await Tool("diff", "one", "two", "--format", "json")).Out)!;
        json["same"]!.GetValue<bool>().ShouldBeFalse();
        var change = json["entities"]![0]!["changes"]!.AsArray().Single(change => change!["kind"]!.GetValue<string>() == "attribute")!;
        change["change"]!.GetValue<string>().ShouldBe("changed");
        change["before"]!.GetValue<string>().ShouldStartWith("text of at most 40 characters; must be given");
        change["after"]!.GetValue<string>().ShouldStartWith("text of at most 60 characters; must be given");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"formatVersion\": 9}")]
    [InlineData("{\"formatVersion\": 1}")]
    [InlineData("{\"formatVersion\": 1, \"domain\": {\"rules\": [{\"demand\": {\"demand\": \"wish\"}}]}}")]
    public async Task A_file_that_is_no_model_is_refused_on_one_line(string text)
    {
        Put("one", Before);
        File.WriteAllText(Path.Combine(_root, "other.json"), text);
        var refused = await Tool("diff", "other.json", "one");
        refused.Code.ShouldBe(2);
        refused.Out.ShouldBeEmpty();
        refused.Error.ShouldStartWith($"error {"SW6030"}: other.json is no model file of this version: ");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Put(string folder, string text)
    {
        Directory.CreateDirectory(Path.Combine(_root, folder));
        File.WriteAllText(Path.Combine(_root, folder, "PRD.md"), text + "\n");
    }

    private Task<ToolResult> Tool(params string[] arguments) => ToolProcess.RunInAsync(_root, arguments);
}
