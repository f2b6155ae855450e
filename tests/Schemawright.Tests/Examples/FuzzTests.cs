using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Examples;

/// <summary>Spoilt and monstrous documents are read to the end: no exception, no hang, no unbounded memory, every statement with a fate.</summary>
public class FuzzTests
{
    private const int Rounds = 24;
    private const long MostBytes = 6L << 30; // allocated over the whole run, not held at once

    /// <summary>Far beyond what any of these takes on a slow machine: only a run that does not end reaches it.</summary>
    private static readonly TimeSpan Hangs = TimeSpan.FromMinutes(3);

    private static readonly string[] Texts = [.. Files().Select(File.ReadAllText)];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 16)];

    public static TheoryData<string> Units() =>
        ["a", " ", "x ", "1", ".", ",", ":", ";", "-", "*", "_", "`", "|", "<", ">", "[", "](", "(", ")", "{", "}", "\"", "'", "#", "/", "\\", "=", "→", "─", "and ", "a, ", "each with ", "a.b ", "if (", "A -> ", "<b>", "&lt;", "必"];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Spoilt_documents_are_read_to_the_end(int seed)
    {
        var mutations = new Mutations(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var text = Texts[((seed * Rounds) + round) % Texts.Length];
            Compile(mutations.Spoil(text, Texts[(seed + round) % Texts.Length]), $"seed {seed}, round {round}");
        }
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void A_line_of_100_000_characters_is_read_to_the_end(string unit) =>
        Compile(Lengthened(unit, 100_000), $"a line of {unit}");

    [Theory]
    [InlineData("- x\n", "  ")]
    [InlineData("> x\n", "> ")]
    [InlineData("1. x\n", "   ")]
    [InlineData("key:\n", " ")]
    public void Ten_thousand_levels_are_read_to_the_end(string line, string indent) =>
        Compile("# Deep\n\n" + string.Concat(Enumerable.Range(0, 10_000).Select(level => string.Concat(Enumerable.Repeat(indent, Math.Min(level, 160))) + line)), $"levels of {line}");

    [Theory]
    [InlineData("json", "{\"a\":")]
    [InlineData("json", "[")]
    [InlineData("yaml", "- ")]
    [InlineData("graphql", "type A { b: [")]
    [InlineData("sql", "CREATE TABLE a (b int CHECK (")]
    [InlineData("ts", "interface A { b: {")]
    [InlineData("csharp", "public class A { public List<")]
    [InlineData("java", "class A<")]
    [InlineData("prisma", "model A { b ")]
    [InlineData("dbml", "Table a { b int [")]
    [InlineData("mermaid", "erDiagram A {")]
    [InlineData("plantuml", "class A {")]
    [InlineData("python", "class A(B):\n  x: list[")]
    [InlineData("", "if (a && (")]
    public void Ten_thousand_open_brackets_of_code_are_read_to_the_end(string language, string open) =>
        Compile($"# Data model\n\n```{language}\n{Lengthened(open, 10_000 * open.Length)}\n```\n\n## Rules\n\n- a must be > 0\n", $"{language} {open}");

    [Fact]
    public void A_table_of_a_thousand_columns_within_a_table_is_read_to_the_end() =>
        Compile(
            "# Wide\n\n| Field |" + Lengthened(" Type |", 7_000) + "\n|---|" + Lengthened("---|", 4_000) + "\n"
            + string.Concat(Enumerable.Repeat("| <table><tr><td>a | b</td></tr></table> |" + Lengthened(" x |", 4_000) + "\n", 20)),
            "a wide table");

    private static string Lengthened(string unit, int length) => string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1));

    /// <summary>Compiles in a thread of its own, with the small stack of a pool's worker, and gives up on one that hangs.</summary>
    private static void Compile(string text, string name)
    {
        Exception? thrown = null;
        long bytes = 0;
        var thread = new Thread(
            () =>
            {
                try
                {
                    Read(text);
                    bytes = GC.GetAllocatedBytesForCurrentThread();
                }
                catch (Exception error)
                {
                    thrown = error;
                }
            },
            1 << 20) { IsBackground = true };
        thread.Start();
        thread.Join(Hangs).ShouldBeTrue($"{name}: does not end");
        thrown.ShouldBeNull($"{name}: {thrown}");
        bytes.ShouldBeLessThan(MostBytes, name);
    }

    private static void Read(string text)
    {
        var findings = new Findings();
        var compilation = Compiler.Compile([new InputDocument("PRD.md", text)], "folder", findings);
        compilation.Facts.Statements.Count.ShouldBe(compilation.Corpus.Statements.Count());
        compilation.Ledger.Entries.Count.ShouldBe(compilation.Facts.Statements.Count);
    }

    private static IEnumerable<string> Files() =>
        Directory.GetFiles(Repository.PathOf("tests", "cases"), "*.txtar", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.PathOf("examples"), "*.md", SearchOption.AllDirectories).Where(file => !file.Contains("expected", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);
}
