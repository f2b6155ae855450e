using Shouldly;
using Xunit;

namespace Schemawright.Tests.Architecture;

/// <summary>The house's limits: 400 lines a file, 40 a method.</summary>
public class SizeTests
{
    [Fact]
    public void No_source_file_passes_four_hundred_lines() =>
        Repository.Sources("src").Select(file => (File: Path.GetRelativePath(Repository.Root, file), Lines: File.ReadLines(file).Count()))
            .Where(source => source.Lines > 400)
            .ShouldBeEmpty();

    [Fact]
    public void No_method_passes_forty_lines() =>
        Repository.Sources("src").SelectMany(LongMethods).ShouldBeEmpty();

    /// <summary>A member's body runs from a line at the member's indentation holding only an open brace to its partner.</summary>
    private static IEnumerable<string> LongMethods(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var index = 1; index < lines.Length; index++)
        {
            if (lines[index] != "    {" || !lines[index - 1].TrimEnd().EndsWith(')') || IsType(lines[index - 1]))
            {
                continue;
            }

            var end = Array.FindIndex(lines, index, line => line is "    }" or "    };"); // a list of words ends in the latter
            if (end - index - 1 > 40)
            {
                yield return $"{Path.GetRelativePath(Repository.Root, file)}:{index} {lines[index - 1].Trim()} ({end - index - 1} lines)";
            }
        }
    }

    private static bool IsType(string line) => new[] { " class ", " record ", " struct " }.Any(word => line.Contains(word, StringComparison.Ordinal));
}
