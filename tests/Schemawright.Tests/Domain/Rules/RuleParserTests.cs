using Shouldly;
using Xunit;

namespace Schemawright.Tests.Domain.Rules;

/// <summary>The cases of tests/cases/rules: each shows one pattern and a sentence that looks alike and must not match.</summary>
[Collection("cases")]
public class RuleParserTests
{
    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(Repository.PathOf("tests", "cases", "rules"), "*.txtar").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_lines_of_a_case_mean_what_it_says(string file)
    {
        var path = Repository.PathOf("tests", "cases", "rules", file);
        var text = File.ReadAllText(path);
        var actual = RuleCase.Read(text).Actual();
        if (Environment.GetEnvironmentVariable("SCHEMAWRIGHT_ACCEPT") == "1")
        {
            File.WriteAllText(path, text[..text.IndexOf("-- expected --", StringComparison.Ordinal)] + "-- expected --\n" + actual + "\n");
            return;
        }

        actual.ShouldBe(RuleCase.Read(text).Expected);
    }
}
