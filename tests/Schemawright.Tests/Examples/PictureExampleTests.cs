using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Examples;

/// <summary>The picture the README shows is the example's, drawn by the tool itself. SCHEMAWRIGHT_ACCEPT=1 draws it anew.</summary>
public class PictureExampleTests
{
    [Fact]
    public void The_picture_of_the_readme_is_current()
    {
        var documents = Directory.EnumerateFiles(Repository.PathOf("examples", "marina", "input"), "*.md").Select(file => new InputDocument(Path.GetFileName(file), File.ReadAllText(file)));
        var picture = Emission.Write(Compiler.Compile(documents, "marina", new Findings()), "svg");
        var file = Repository.PathOf("docs", "marina.svg");
        if (Environment.GetEnvironmentVariable("SCHEMAWRIGHT_ACCEPT") == "1")
        {
            File.WriteAllText(file, picture);
        }

        (File.ReadAllText(file) == picture).ShouldBeTrue("docs/marina.svg is out of date: run this test once with SCHEMAWRIGHT_ACCEPT=1");
        File.ReadAllText(Repository.PathOf("README.md")).ShouldContain("docs/marina.svg");
    }
}
