using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Architecture;

/// <summary>The table of docs/architecture.md: which folder may use which.</summary>
public class DependencyTests
{
    private static readonly string[] Shared = ["Collections", "Diagnostics", "Terms"];

    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Collections"] = [],
        ["Diagnostics"] = [],
        ["Terms"] = [],
        ["Documents"] = ["Markdig"],
        ["Facts"] = ["Documents"],
        ["Domain"] = ["Facts", "Documents"],
        ["Design"] = ["Domain", "Facts"],
        ["Postgres"] = ["Design", "Domain"],
        ["Coverage"] = ["Documents", "Facts", "Domain", "Design", "Postgres"],
        ["Rendering"] = ["Domain", "Design", "Postgres", "Coverage"],
        ["Reports"] = ["Documents", "Facts", "Domain", "Design", "Postgres", "Coverage", "Rendering"],
    };

    [Fact]
    public void Each_folder_uses_only_what_the_architecture_allows()
    {
        var broken = new List<string>();
        foreach (var (folder, allowed) in MayUse)
        {
            foreach (var file in Repository.Sources($"src/Schemawright/{folder}"))
            {
                broken.AddRange(UsedBy(file).Where(used => used != folder && !allowed.Contains(used) && !Shared.Contains(used)).Select(used => $"{Path.GetRelativePath(Repository.Root, file)} uses {used}"));
            }
        }

        broken.ShouldBeEmpty();
    }

    [Fact]
    public void The_faces_of_the_tool_do_not_know_the_inside_of_the_compiler()
    {
        var inner = new[] { "Schemawright.Postgres", "Schemawright.Facts", "Markdig", "Npgsql" };
        var broken = Repository.Sources("src/Schemawright.Tool")
            .SelectMany(file => File.ReadLines(file).Where(line => inner.Any(name => line.StartsWith($"using {name}", StringComparison.Ordinal))).Select(line => $"{Path.GetFileName(file)}: {line}"));
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void No_file_opens_the_whole_product_to_everything() =>
        Repository.Sources("src").SelectMany(File.ReadLines).ShouldNotContain(line => line.StartsWith("global using Schemawright", StringComparison.Ordinal));

    private static IEnumerable<string> UsedBy(string file) =>
        File.ReadLines(file)
            .Select(line => Regex.Match(line, @"^using (?:static )?(?:Schemawright\.(\w+)|(Markdig))"))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)
            .Distinct(StringComparer.Ordinal);
}
