using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

/// <summary>Every verb in every adverse condition, as one table: one clear line, the right exit code, nothing half written.</summary>
public sealed class AdversityTests : IDisposable
{
    /// <summary>A line of each verb that works; <c>p</c> is a product.</summary>
    private static readonly string[] Working =
    [
        "init new", "check p", "clarify p --write", "explain p Loom", "build p --out o", "prove p --pg-bin /nowhere", "diff p p", "doctor --pg-bin /nowhere", "completion bash",
    ];

    /// <summary>A condition, the line of bash that brings it about, and the exit codes that are right then.</summary>
    private static readonly Dictionary<string, (Func<string, string> Line, int[] Codes)> Conditions = new(StringComparer.Ordinal)
    {
        ["an unknown option"] = (line => $"tool {line} --no-such-option", [2]),
        ["an empty argument"] = (line => $"tool {line.Split(' ')[0]} ''", [2]),
        ["too many arguments"] = (line => $"tool {line} a b c d e", [2]),
        ["a path that is not there"] = (line => $"tool {Elsewhere(line, "missing/product")}", [2, 3]),
        ["a path below a file"] = (line => $"tool {Elsewhere(line, "p/PRD.md/below")}", [2, 3]),
        ["a full disk behind the output"] = (line => $"tool {line} >/dev/full", [2, 3]),
        ["a full disk behind the errors"] = (line => $"tool {line} 2>/dev/full", [0, 1, 2, 3]),
        ["no output at all"] = (line => $"tool {line} >&-", [0, 1, 2, 3]),
        ["a reader that leaves early"] = (line => $"tool {line} | head -c 1 >/dev/null; exit ${{PIPESTATUS[0]}}", [0, 1, 3]),
        ["Ctrl-C"] = (line => $"dotnet \"$SCHEMAWRIGHT_TOOL\" {line} & run=$!; sleep 0.2; kill -INT $run 2>/dev/null; wait $run", [0, 1, 3, 130]),
    };

    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-test-").FullName;

    public AdversityTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "p"));
        File.WriteAllText(Path.Combine(_root, "p", "PRD.md"), "# Product Requirements Document: Looms\n\n## Data Model\n\n```\nLoom\n- id: UUID\n- label: string\n- width: decimal\n```\n");
    }

    public static TheoryData<string> Names => [.. Conditions.Keys];

    /// <summary>All verbs of one condition in one process of bash, each in a folder of its own.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_verb_answers_with_one_clear_line_and_leaves_nothing_half_written(string condition)
    {
        var (line, codes) = Conditions[condition];
        foreach (var working in Working)
        {
            var folder = Path.Combine(_root, working.Split(' ')[0]);
            Directory.CreateDirectory(Path.Combine(folder, "p"));
            File.Copy(Path.Combine(_root, "p", "PRD.md"), Path.Combine(folder, "p", "PRD.md"));
            var result = await ToolProcess.BashAsync(folder, line(working));
            var said = $"{working}: {result.Code}\n{result.Out}\n{result.Error}";
            codes.ShouldContain(result.Code, said);
            result.Error.ShouldNotContain("   at ", Case.Sensitive, said);
            result.Error.ShouldNotContain("a defect of this tool", Case.Sensitive, said);
            result.Error.Split('\n').Count(told => told.StartsWith("schemawright: ", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1, said);
            if (condition.StartsWith("an ", StringComparison.Ordinal) || condition.StartsWith("too ", StringComparison.Ordinal))
            {
                result.Error.ShouldStartWith("schemawright: ", Case.Sensitive, said);
                result.Error.Count(character => character == '\n').ShouldBe(1, said);
                result.Out.ShouldBeEmpty(said);
            }

            WholeOrNothing(folder, said);
        }
    }

    [Fact]
    public async Task The_table_has_a_line_for_every_verb()
    {
        var help = (await ToolProcess.RunAsync("--help")).Out.Split('\n').SkipWhile(line => !line.StartsWith("Commands:", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal));
        help.Select(line => line.Trim().Split(' ')[0]).Order(StringComparer.Ordinal).ShouldBe(Working.Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>The product's place taken by another; what makes a product makes none below a file.</summary>
    private static string Elsewhere(string line, string path) => line.StartsWith("init ", StringComparison.Ordinal) ? "init p/PRD.md/below"
        : line.Split(' ').Contains("p", StringComparer.Ordinal) ? string.Join(' ', line.Split(' ').Select(word => word == "p" ? path : word))
        : $"{line.Split(' ')[0]} {path}";

    /// <summary>Whatever a verb makes is there as a whole: a product of all its documents, an output with its list, a file of answers with its end.</summary>
    private static void WholeOrNothing(string folder, string said)
    {
        var left = Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).ToList();
        left.ShouldNotContain(name => name.Contains("schemawright-", StringComparison.Ordinal) && !name.EndsWith(".schemawright-manifest", StringComparison.Ordinal), said);
        foreach (var output in left.Where(name => name is "o" || name.StartsWith("out/", StringComparison.Ordinal) && name.Count(character => character == '/') == 1))
        {
            File.Exists(Path.Combine(folder, output, ".schemawright-manifest")).ShouldBeTrue(said);
            File.Exists(Path.Combine(folder, output, "model.json")).ShouldBeTrue(said);
        }

        if (left.Contains("new", StringComparer.Ordinal))
        {
            left.Count(name => name.StartsWith("new/", StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal)).ShouldBe(5, said);
        }
    }
}
