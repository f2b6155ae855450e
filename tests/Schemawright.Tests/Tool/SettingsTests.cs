using System.Text.Json.Nodes;
using Schemawright.Tool.Settings;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

public sealed class SettingsTests : IDisposable
{
    private const string Model = "# Product Requirements Document: Looms\n\n## Data Model\n\n```\nLoom\n- id: UUID\n- label: string\n- width: decimal\n```\n";

    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    public SettingsTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "docs", "product"));
        Directory.CreateDirectory(Path.Combine(_root, "src"));
        File.WriteAllText(Path.Combine(_root, "docs", "product", "PRD.md"), Model);
    }

    [Fact]
    public async Task The_nearest_file_above_names_product_and_output_and_its_paths_are_meant_from_its_folder()
    {
        Put("product = \"docs/product\"\nout = \"docs/model\" # beside the documents\n");
        var built = await Tool("src", "build");
        built.Code.ShouldBe(0, built.Error);
        File.Exists(Path.Combine(_root, "docs", "model", "DATA_MODEL.md")).ShouldBeTrue();
        (await Tool("src", "explain", "Loom")).Out.ShouldContain("Loom");
    }

    [Fact]
    public async Task What_stands_on_the_command_line_weighs_more()
    {
        Put("product = \"nowhere\"\nformat = \"json\"\nquiet = true\n");
        JsonNode.Parse((await Tool(".", "check", "docs/product")).Out).ShouldNotBeNull();
        var text = (await Tool(".", "check", "docs/product", "--format", "text")).Out;
        text.ShouldContain("note SW3104");
        text.ShouldNotContain("next:");
        (await Tool(".", "check")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_is_not_known_is_named_with_its_place_and_the_nearest_name()
    {
        Put("quiet = true\nfromat = \"json\"\n\n[prove]\nfast = true\n");
        var (code, text, error) = await Tool("src", "check", "../docs/product");
        code.ShouldBe(2);
        text.ShouldBeEmpty();
        error.ShouldContain($"schemawright.toml:2:1: error {"SW1020"}: there is no setting fromat\n");
        error.ShouldContain("   = instead: did you mean format?\n");
        error.ShouldContain($"schemawright.toml:4:2: error SW1020: there is no setting prove\n");
    }

    [Theory]
    [InlineData("format = \"yaml\"\n", "1:10", "format must be one of \"text\", \"json\"")]
    [InlineData("quiet = \"yes\"\n", "1:9", "quiet must be true or false")]
    [InlineData("out = 3\n", "1:7", "out must be a path in quotes")]
    public async Task A_value_that_cannot_be_is_named_with_its_place(string text, string place, string message)
    {
        Put(text);
        var result = await Tool(".", "check", "docs/product");
        result.Code.ShouldBe(2);
        result.Error.ShouldStartWith($"schemawright.toml:{place}: error {"SW1021"}: {message}\n");
    }

    [Fact]
    public async Task What_is_no_toml_stops_the_run_but_not_the_help()
    {
        Put("quiet = \n");
        var result = await Tool(".", "check", "docs/product");
        result.Code.ShouldBe(2);
        result.Error.ShouldStartWith("schemawright.toml:1:");
        result.Error.ShouldContain($"error {"SW1022"}: the settings cannot be read: ");
        (await Tool(".", "check", "--help")).Code.ShouldBe(0);
        (await Tool(".", "--version")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_variable_that_loses_against_a_setting_or_an_option_is_named()
    {
        Put("pg-bin = \"servers\"\n");
        var variables = new[] { ("SCHEMAWRIGHT_PG_BIN", "/opt/other") };
        var settings = await ToolProcess.RunInAsync(_root, variables, "doctor");
        settings.Error.ShouldBe("schemawright: SCHEMAWRIGHT_PG_BIN is not followed: schemawright.toml says servers\n");
        var option = await ToolProcess.RunInAsync(_root, variables, "doctor", "--pg-bin", "/nowhere");
        option.Error.ShouldBe("schemawright: SCHEMAWRIGHT_PG_BIN is not followed: --pg-bin says /nowhere\n");
        option.Out.ShouldContain("/nowhere holds no server programs");
    }

    [Fact]
    public void The_published_schema_is_that_of_the_keys()
    {
        var file = Repository.PathOf("docs", "settings.schema.json");
        if (Environment.GetEnvironmentVariable("SCHEMAWRIGHT_ACCEPT") == "1")
        {
            File.WriteAllText(file, SettingsSchema.Write());
        }

        File.ReadAllText(file).ShouldBe(SettingsSchema.Write());
        JsonNode.Parse(SettingsSchema.Write())!["properties"]!.AsObject().Select(property => property.Key).ShouldBe(SettingKey.All.Select(key => key.Name));
    }

    [Fact]
    public void The_settings_page_names_every_key() =>
        SettingKey.All.ShouldAllBe(key => File.ReadAllText(Repository.PathOf("docs", "settings.md")).Contains($"| `{key.Name}` |", StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Put(string text) => File.WriteAllText(Path.Combine(_root, "schemawright.toml"), text);

    private Task<ToolResult> Tool(string folder, params string[] arguments) => ToolProcess.RunInAsync(Path.Combine(_root, folder), arguments);
}
