using Schemawright.Rendering.Exports;
using Schemawright.Rendering.Migrations;
using Schemawright.Tool.Cli;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

/// <summary>build --emit prints and writes nothing; build --layout writes the migrations a tool wants.</summary>
public sealed class EmitTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    public static TheoryData<string> Formats => [.. SchemaExports.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_format_is_printed_and_no_file_is_written(string format)
    {
        var (code, output) = await RunAsync("build", Repository.PathOf("examples", "library"), "--emit", format, "--out", Path.Combine(_root, "out"));
        code.ShouldBe(ExitCode.Clean);
        output.ShouldContain("loans", Case.Insensitive);
        Directory.Exists(Path.Combine(_root, "out")).ShouldBeFalse();
    }

    [Fact]
    public void The_page_on_exports_names_every_format_and_layout()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "exports.md"));
        foreach (var name in SchemaExports.Formats.Concat(MigrationLayouts.Names))
        {
            page.ShouldContain($"| `{name}` |");
        }
    }

    [Fact]
    public async Task A_layout_replaces_the_migrations_and_leaves_the_rest()
    {
        var (plain, flyway) = (Path.Combine(_root, "plain"), Path.Combine(_root, "flyway"));
        (await RunAsync("build", Repository.PathOf("examples", "library"), "--out", plain)).Code.ShouldBe(ExitCode.Clean);
        (await RunAsync("build", Repository.PathOf("examples", "library"), "--out", flyway, "--layout", "flyway")).Code.ShouldBe(ExitCode.Clean);
        File.Exists(Path.Combine(flyway, "db/migrations/V1__create_initial_schema.sql")).ShouldBeTrue();
        File.Exists(Path.Combine(flyway, "db/migrations/001_create_initial_schema.sql")).ShouldBeFalse();
        File.ReadAllText(Path.Combine(flyway, "DATA_MODEL.md")).ShouldBe(File.ReadAllText(Path.Combine(plain, "DATA_MODEL.md")));
        Others(flyway).ShouldBe(Others(plain));
    }

    [Theory]
    [InlineData("--emit", "xml")]
    [InlineData("--layout", "liquibase")]
    public async Task An_unknown_format_or_layout_is_refused(string option, string name) =>
        (await RunAsync("build", Repository.PathOf("examples", "library"), option, name)).Code.ShouldBe(ExitCode.Unusable);

    private static string[] Others(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Where(file => !file.StartsWith("db/migrations", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, Terminals.Of(output));
        return (code, output.ToString());
    }
}
