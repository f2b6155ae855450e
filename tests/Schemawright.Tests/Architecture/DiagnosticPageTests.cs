using System.Reflection;
using System.Text.RegularExpressions;
using Schemawright.Diagnostics;
using Schemawright.Proof;
using Schemawright.Tool.Cli;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Architecture;

/// <summary>Holds the kinds of message and their pages together, and writes the index of the pages.</summary>
public class DiagnosticPageTests
{
    private static readonly List<DiagnosticKind> Kinds = new[] { typeof(Compiler).Assembly, typeof(Prover).Assembly, typeof(ExitCode).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Where(field => field.FieldType == typeof(DiagnosticKind)))
        .Select(field => (DiagnosticKind)field.GetValue(null)!)
        .OrderBy(kind => kind.Code, StringComparer.Ordinal).ToList();

    public static TheoryData<string> Codes => [.. Kinds.Select(kind => kind.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_says_what_its_kind_says(string code)
    {
        var kind = Kinds.Single(known => known.Code == code);
        var page = Regex.Replace(File.ReadAllText(Repository.PathOf("docs", "diagnostics", code + ".md")), @"\s+", " ");
        page.ShouldStartWith($"# {code}: {kind.Title} ");
        page.ShouldContain($"**Why it matters.** {kind.Why} ");
        page.ShouldContain("**Example.**");
        page.ShouldContain("**The way out.**");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Why_a_kind_matters_is_one_sentence_and_the_way_out_continues_a_line(string code)
    {
        var kind = Kinds.Single(known => known.Code == code);
        kind.Why.ShouldEndWith(".");
        Regex.IsMatch(kind.Why, @"[.!?] [A-Z]").ShouldBeFalse();
        char.IsUpper(kind.WayOut[0]).ShouldBeFalse();
        kind.WayOut.ShouldNotEndWith(".");
        kind.Title.ShouldNotEndWith(".");
    }

    [Fact]
    public void The_index_lists_every_kind()
    {
        var file = Repository.PathOf("docs", "diagnostics", "README.md");
        var rows = Kinds.Select(kind => $"| [{kind.Code}]({kind.Code}.md) | {Word(kind.Severity)} | {kind.Title} | {kind.Why} |\n");
        var index = "# Diagnostics\n\nWhat `schemawright check` and the other verbs may report. SW1 speaks of documents, SW2 of what was read in them, SW3 of what it means,\n"
            + "SW4 of the design (the second and third digit are the item of the checklist), SW5 of PostgreSQL, SW6 of files written, SW7 of the proof.\n"
            + "How findings are shown, and as which formats, says [findings](../findings.md).\n\n"
            + "| code | severity | what | why it matters |\n|---|---|---|---|\n" + string.Concat(rows);
        if (Environment.GetEnvironmentVariable("SCHEMAWRIGHT_ACCEPT") == "1")
        {
            File.WriteAllText(file, index);
        }

        File.ReadAllText(file).ShouldBe(index);
    }

    private static string Word(Severity severity) => severity == Severity.Info ? "note" : severity.ToString().ToLowerInvariant();
}
