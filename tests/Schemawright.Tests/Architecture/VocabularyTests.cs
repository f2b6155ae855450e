using Shouldly;
using Xunit;

namespace Schemawright.Tests.Architecture;

/// <summary>The compiler knows forms and grammar, never a particular product.</summary>
public class VocabularyTests
{
    [Fact]
    public void No_name_of_an_example_product_stands_in_the_compiler()
    {
        var names = Directory.EnumerateDirectories(Repository.PathOf("examples"))
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(folder, "input"), "APP_DETAILS.md"))
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("**App Name:**", StringComparison.Ordinal))
            .Select(line => line["**App Name:**".Length..].Trim())
            .ToList();
        names.ShouldNotBeEmpty();
        foreach (var file in Repository.Sources("src"))
        {
            var text = File.ReadAllText(file);
            names.ShouldAllBe(name => !text.Contains(name, StringComparison.OrdinalIgnoreCase), Path.GetFileName(file));
        }
    }

    [Fact]
    public void Nothing_in_the_compiler_is_unfinished()
    {
        string[] marks = ["NotImplementedException", "TODO", "FIXME", "HACK"];
        foreach (var file in Repository.Sources("src"))
        {
            var text = File.ReadAllText(file);
            marks.ShouldAllBe(mark => !text.Contains(mark, StringComparison.Ordinal), Path.GetFileName(file));
        }
    }
}
