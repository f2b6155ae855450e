using Shouldly;
using Xunit;

namespace Schemawright.Ecosystem.Tests;

/// <summary>Each format's own parser reads what was written, and finds every table, column and reference.</summary>
public class ParserTests(ForeignParsers parsers) : IClassFixture<ForeignParsers>
{
    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public Task Dbml_is_read_by_its_own_parser(string name) => ReadsEverythingAsync("dbml", name);

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public Task Prisma_schemas_are_validated_by_its_own_engine(string name) => ReadsEverythingAsync("prisma", name);

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public Task Json_schemas_compile_in_ajv(string name) => ReadsEverythingAsync("json-schema", name);

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public async Task Mermaid_diagrams_are_read_by_its_own_parser(string name)
    {
        var sample = Sample.Of(name);
        var text = sample.Export("mermaid");
        Names(text, sample);
        if (IsMissing())
        {
            return;
        }

        // Mermaid takes plain names only, so names are compared by their number.
        var understood = await parsers.ReadAsync("mermaid", text);
        understood.Tables.Count.ShouldBe(sample.Schema.Tables.Count);
        understood.Tables.Values.Sum(columns => columns.Length).ShouldBe(sample.Schema.Tables.Sum(table => table.Columns.Count));
        understood.References.ShouldBe(sample.Schema.Tables.Sum(table => table.ForeignKeys.Count));
    }

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public async Task Plantuml_diagrams_are_read_by_plantuml(string name)
    {
        var sample = Sample.Of(name);
        var text = sample.Export("plantuml");
        Names(text, sample);
        text.Split('\n').Count(line => line.StartsWith("entity ", StringComparison.Ordinal)).ShouldBe(sample.Schema.Tables.Count);
        if (!Programs.Exist("plantuml"))
        {
            TestContext.Current.TestOutputHelper?.WriteLine("not read by PlantUML: plantuml is not installed");
            return;
        }

        var file = Path.Combine(Path.GetTempPath(), $"schemawright-{name}-{Guid.NewGuid():N}.puml");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        var outcome = await Programs.RunAsync(Path.GetTempPath(), "plantuml", "-checkonly", file);
        File.Delete(file);
        outcome.Code.ShouldBe(0, outcome.Output + outcome.Errors);
    }

    [Theory]
    [InlineData("dbml", "Table")]
    [InlineData("prisma", "model ")]
    [InlineData("mermaid", "erDiagram")]
    [InlineData("json-schema", "\"array\"")]
    public async Task A_parser_refuses_what_is_broken(string format, string word)
    {
        var broken = Sample.Of("marina").Export(format).Replace(word, "}{", StringComparison.Ordinal);
        if (!IsMissing())
        {
            (await parsers.TryAsync(format, broken)).Message.ShouldNotBeEmpty();
        }
    }

    private async Task ReadsEverythingAsync(string format, string name)
    {
        var sample = Sample.Of(name);
        var text = sample.Export(format);
        if (name != Sample.Hostile)
        {
            Names(text, sample);
        }

        if (IsMissing())
        {
            return;
        }

        var understood = await parsers.ReadAsync(format, text);
        understood.Tables.Keys.ShouldBe(sample.Schema.Tables.Select(table => table.Name.Name.Text), ignoreOrder: true);
        foreach (var table in sample.Schema.Tables)
        {
            understood.Tables[table.Name.Name.Text].ShouldBe(table.Columns.Select(column => column.Name.Text).Where(column => !IsLeftOut(text, column)), ignoreOrder: true);
        }

        understood.References.ShouldBe(sample.Schema.Tables.Sum(table => table.ForeignKeys.Count));
    }

    /// <summary>Prisma's engine takes a column of a type it does not know, and then does not list it.</summary>
    private static bool IsLeftOut(string text, string column) =>
        text.Split('\n').Any(line => line.Contains("Unsupported(", StringComparison.Ordinal) && line.Contains($"@map(\"{column}\")", StringComparison.Ordinal));

    private static void Names(string text, Sample sample)
    {
        foreach (var table in sample.Schema.Tables)
        {
            text.ShouldContain(table.Name.Name.Text);
        }
    }

    private bool IsMissing()
    {
        if (parsers.Missing is { } reason)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"not read by another tool's parser: {reason}");
        }

        return parsers.Missing is not null;
    }
}
