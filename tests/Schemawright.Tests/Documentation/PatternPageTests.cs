using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Documentation;

/// <summary>The pages about patterns cannot be wrong: their SQL stands in an example's output, and each trap they name is tried on a server.</summary>
public partial class PatternPageTests
{
    private const int Traps = 37;

    private static readonly string Folder = Repository.PathOf("docs", "patterns");

    private static readonly string Index = File.ReadAllText(Path.Combine(Folder, "README.md"));

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Folder, "*.md").Select(Path.GetFileName).OfType<string>().Where(name => name != "README.md").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_reached_from_the_index_and_says_what_the_pattern_costs_and_avoids(string page)
    {
        var text = Read(page);
        Index.ShouldContain($"]({page})");
        text.ShouldContain("\n## Price\n");
        text.ShouldContain("\n## Traps\n");
        Excerpts(text).ShouldNotBeEmpty();
        Link().Matches(text).Select(match => match.Groups[1].Value).ShouldAllBe(target => File.Exists(Path.Combine(Folder, target)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_shows_stands_in_the_output_of_an_example(string page)
    {
        var outputs = Directory.EnumerateFiles(Repository.PathOf("examples"), "*", SearchOption.AllDirectories).Where(file => file.Contains("/expected/", StringComparison.Ordinal)).Select(file => $"\n{File.ReadAllText(file)}").ToList();
        foreach (var excerpt in Excerpts(Read(page)))
        {
            outputs.ShouldContain(output => output.Contains($"\n{excerpt}", StringComparison.Ordinal), $"{page} shows what no example has:\n{excerpt}");
        }
    }

    [Fact]
    public void Each_trap_is_named_by_one_page_listed_in_the_index_and_tried_by_a_test()
    {
        var named = Pages.Select(row => row.Data).SelectMany(page => Named(Read(page)).Select(trap => (Trap: trap, Page: page))).OrderBy(pair => pair.Trap).ToList();
        named.Select(pair => pair.Trap).ShouldBe(Enumerable.Range(1, Traps));
        foreach (var page in named.GroupBy(pair => pair.Page, StringComparer.Ordinal))
        {
            Index.ShouldContain($"]({page.Key}) | {string.Join(", ", page.Select(pair => pair.Trap.ToString(CultureInfo.InvariantCulture)))} |");
        }

        var tried = Repository.Sources("tests/Schemawright.Proof.Tests/Traps").SelectMany(file => Tried().Matches(File.ReadAllText(file)))
            .SelectMany(match => match.Groups.Values.Skip(1).SelectMany(group => group.Captures).Select(capture => int.Parse(capture.Value, CultureInfo.InvariantCulture))).Distinct().Order();
        tried.ShouldBe(Enumerable.Range(1, Traps));
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(Folder, page));

    private static IEnumerable<string> Excerpts(string text) => Fence().Matches(text).Select(match => match.Groups[1].Value);

    private static IEnumerable<int> Named(string text) => Trap().Matches(text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^```\w+\n(.*?\n)```$", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^- \*\*(\d+)\*\* ", RegexOptions.Multiline, 1000)]
    private static partial Regex Trap();

    [GeneratedRegex(@"\]\(([^)#:]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    /// <summary><c>Trap_2_…</c>, <c>Traps_8_and_12_…</c>.</summary>
    [GeneratedRegex(@"public (?:async Task|void) Traps?_(\d+)_(?:and_(\d+)_)?", RegexOptions.None, 1000)]
    private static partial Regex Tried();
}
