using System.Text;
using System.Text.RegularExpressions;
using Schemawright.Tests;
using Shouldly;
using Xunit;

namespace Schemawright.Ecosystem.Tests;

/// <summary>docs/tutorial.md line by line: its files are saved, its commands run, and they show what it shows. SCHEMAWRIGHT_ACCEPT=1 writes what they show.</summary>
public sealed class TutorialTests : IDisposable
{
    private const string Anything = "…";

    private readonly string _root = Directory.CreateTempSubdirectory("schemawright-tutorial-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Every_command_of_the_tutorial_shows_what_it_says()
    {
        var page = Repository.PathOf("docs", "tutorial.md");
        var lines = await File.ReadAllLinesAsync(page, TestContext.Current.CancellationToken);
        await InstallAsync();
        var (written, differences, commands) = (new List<string>(), new List<string>(), 0);
        for (var at = 0; at < lines.Length; at++)
        {
            written.Add(lines[at]);
            if (lines[at].StartsWith("```markdown", StringComparison.Ordinal))
            {
                var text = Block(lines, at);
                written.AddRange(text.Append("```"));
                await SaveAsync(Regex.Match(string.Join(' ', lines[..at]), ".*Save this as `([^`]+)`").Groups[1].Value, text);
                at += text.Count + 1;
            }
            else if (lines[at].StartsWith("```console", StringComparison.Ordinal))
            {
                var block = Block(lines, at);
                foreach (var (command, expected) in Commands(block))
                {
                    var shown = await RunAsync(command);
                    commands++;
                    var fits = Fits(shown, expected);
                    written.AddRange([$"$ {command}", .. fits ? expected : shown]);
                    if (!fits)
                    {
                        differences.Add($"$ {command}\nexpected:\n{string.Join('\n', expected)}\nshown:\n{string.Join('\n', shown)}");
                    }
                }

                written.Add("```");
                at += block.Count + 1;
            }
        }

        commands.ShouldBeGreaterThan(10);
        if (Environment.GetEnvironmentVariable("SCHEMAWRIGHT_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(page, string.Join('\n', written) + "\n", TestContext.Current.CancellationToken);
            return;
        }

        differences.ShouldBeEmpty(string.Join("\n\n", differences));
    }

    [Fact]
    public void What_is_left_out_stands_for_words_in_a_line_or_for_lines()
    {
        Fits(["a 1 b", "x", "y", "end"], ["a … b", "…", "end"]).ShouldBeTrue();
        Fits(["end"], ["…", "end"]).ShouldBeTrue();
        Fits(["a 1 c", "end"], ["a … b", "end"]).ShouldBeFalse();
        Fits(["end", "more"], ["end"]).ShouldBeFalse();
    }

    /// <summary>Puts the tool on the path of the commands.</summary>
    private async Task InstallAsync()
    {
        var tool = Path.Combine(_root, ".bin", "schemawright");
        Directory.CreateDirectory(Path.GetDirectoryName(tool)!);
        await File.WriteAllTextAsync(tool, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "Schemawright.Tool.dll")}' \"$@\"\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task SaveAsync(string name, IEnumerable<string> text)
    {
        name.ShouldNotBeEmpty();
        var file = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, string.Join('\n', text) + "\n", TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<string>> RunAsync(string command)
    {
        var outcome = await Programs.RunAsync(_root, "bash", "-c", $"PATH=\"$PWD/.bin:$PATH\" LC_ALL=C; {command}");
        (outcome.Code is 0 or 1).ShouldBeTrue($"{command} ended with {outcome.Code}: {outcome.Errors}{outcome.Output}");
        return outcome.Output.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd()).SkipWhile(line => line.Length == 0).ToList();
    }

    private static List<string> Block(string[] lines, int fence) => [.. lines.Skip(fence + 1).TakeWhile(line => line != "```")];

    private static IEnumerable<(string Command, IReadOnlyList<string> Expected)> Commands(List<string> block)
    {
        for (var at = 0; at < block.Count; at++)
        {
            if (block[at].StartsWith("$ ", StringComparison.Ordinal))
            {
                yield return (block[at][2..], [.. block.Skip(at + 1).TakeWhile(line => !line.StartsWith("$ ", StringComparison.Ordinal))]);
            }
        }
    }

    private static bool Fits(IReadOnlyList<string> shown, IReadOnlyList<string> expected)
    {
        var pattern = new StringBuilder("^");
        foreach (var line in expected)
        {
            pattern.Append(line == Anything ? "(.*\n)*" : string.Join(".*", line.Split(Anything).Select(Regex.Escape)) + "\n");
        }

        return Regex.IsMatch(string.Concat(shown.Where(line => line.Length > 0 || shown.Count > 1).Select(line => line + "\n")), pattern.Append('$').ToString(), RegexOptions.None, TimeSpan.FromSeconds(10));
    }
}
