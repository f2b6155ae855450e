using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Rendering;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Examples;

/// <summary>
/// The examples are the product itself: their whole output is compared byte for byte. SCHEMAWRIGHT_ACCEPT=1 rewrites it.
/// </summary>
public class ExampleTests
{
    public static TheoryData<string> Examples() =>
        [.. Directory.EnumerateDirectories(Repository.PathOf("examples")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_output_of_an_example_is_the_expected_one(string example)
    {
        var artifacts = Compile(example).Artifacts;
        var expected = Repository.PathOf("examples", example, "expected");
        if (Environment.GetEnvironmentVariable("SCHEMAWRIGHT_ACCEPT") == "1")
        {
            Accept(expected, artifacts);
        }

        var written = Directory.EnumerateFiles(expected, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(expected, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        artifacts.Select(artifact => artifact.Path).Order(StringComparer.Ordinal).ShouldBe(written.Keys.Order(StringComparer.Ordinal));
        foreach (var artifact in artifacts)
        {
            FirstDifference(written[artifact.Path], artifact.Text).ShouldBeNull(artifact.Path);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_same_documents_give_the_same_bytes(string example) =>
        Compile(example).Artifacts.ShouldBe(Compile(example).Artifacts);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_compiles_without_errors(string example) =>
        Compile(example).Diagnostics.Where(found => found.Kind.Severity == Severity.Error).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Examples))]
    public void One_tagged_file_says_what_the_folder_says(string example)
    {
        string Part(string tag, string name) => $"<{tag}>\n{File.ReadAllText(Repository.PathOf("examples", example, "input", name))}\n</{tag}>\n";
        var text = Part("app_name", "APP_DETAILS.md") + Part("prd", "PRD.md") + Part("technical_spec", "TECHNICAL_SPEC.md")
            + Part("business_rules", "BUSINESS_RULES.md") + Part("scale_requirements", "SCALE_REQUIREMENTS.md");
        var tagged = Compiler.Compile([new InputDocument("all.md", text)], example, new Findings());
        var folder = Compile(example);
        tagged.Domain.AppName.ShouldBe(folder.Domain.AppName);
        tagged.Domain.Rules.Select(rule => (rule.Entity, rule.Name)).ShouldBe(folder.Domain.Rules.Select(rule => (rule.Entity, rule.Name)), ignoreOrder: true);
        tagged.Design.Tables.SelectMany(table => table.Columns.Select(column => (table.Name, column.Name)))
            .ShouldBe(folder.Design.Tables.SelectMany(table => table.Columns.Select(column => (table.Name, column.Name))), ignoreOrder: true);
    }

    private static Compilation Compile(string example)
    {
        var documents = Directory.EnumerateFiles(Repository.PathOf("examples", example, "input"), "*.md")
            .Select(file => new InputDocument(Path.GetFileName(file), File.ReadAllText(file)));
        return Compiler.Compile(documents, example, new Findings());
    }

    private static void Accept(string folder, IEnumerable<Artifact> artifacts)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var artifact in artifacts)
        {
            var file = Path.Combine(folder, artifact.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, artifact.Text);
        }
    }

    private static string? FirstDifference(string expected, string actual)
    {
        if (expected == actual)
        {
            return null;
        }

        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(index => left[index] != right[index], Math.Min(left.Length, right.Length));
        return $"line {line + 1}: expected \"{left.ElementAtOrDefault(line)}\", got \"{right.ElementAtOrDefault(line)}\"";
    }
}
