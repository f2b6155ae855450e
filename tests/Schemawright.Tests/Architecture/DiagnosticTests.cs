using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Architecture;

public class DiagnosticTests
{
    private static readonly List<string> Codes = Repository.Sources("src")
        .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\"(SW[0-9]{4})\"").Select(match => match.Groups[1].Value))
        .ToList();

    [Fact]
    public void Every_diagnostic_code_is_declared_once() =>
        Codes.GroupBy(code => code, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Every_diagnostic_code_has_a_page_and_every_page_a_code()
    {
        var pages = Directory.EnumerateFiles(Repository.PathOf("docs", "diagnostics"), "SW*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
        pages.ShouldBe(Codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_diagnostic_code_has_a_test_that_produces_it()
    {
        var tests = string.Concat(Repository.Sources("tests").Select(File.ReadAllText));
        Codes.Where(code => !tests.Contains($"\"{code}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
