using System.Text;
using Schemawright.Reports;
using Schemawright.Tests.Domain.Rules;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Documentation;

/// <summary>
/// docs/input-language.md is made from tests/cases, so it cannot say anything the reader does not do. SCHEMAWRIGHT_ACCEPT=1 rewrites it.
/// </summary>
[Collection("cases")]
public class InputLanguageTests
{
    private static readonly string Page = Repository.PathOf("docs", "input-language.md");

    [Fact]
    public void Every_case_has_a_title() =>
        CaseArchive.All().Where(archive => archive.Title.Length == 0).Select(archive => $"{archive.Folder}/{Path.GetFileName(archive.File)} must begin with a line \"Chapter: Title\", the chapter being one of {string.Join("; ", CaseArchive.Chapters)}")
            .ShouldBeEmpty();

    [Fact]
    public void The_page_shows_what_is_read_from_every_case()
    {
        var page = Write();
        if (Environment.GetEnvironmentVariable("SCHEMAWRIGHT_ACCEPT") == "1")
        {
            File.WriteAllText(Page, page);
            return;
        }

        var (left, right) = (File.ReadAllText(Page).Split('\n'), page.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(left.Length, right.Length)).FirstOrDefault(index => left[index] != right[index], Math.Min(left.Length, right.Length));
        (left.ElementAtOrDefault(line), right.ElementAtOrDefault(line)).ShouldBe((right.ElementAtOrDefault(line), right.ElementAtOrDefault(line)), $"line {line + 1}; SCHEMAWRIGHT_ACCEPT=1 writes the page anew");
    }

    [Fact]
    public void A_case_without_a_head_has_no_title() => CaseArchive.Parse("facts/x.txtar", "-- PRD.md --\n# Hive\n-- facts --\n").Title.ShouldBeEmpty();

    [Fact]
    public void A_head_names_chapter_title_explanation_and_lookalike()
    {
        var archive = CaseArchive.Parse("facts/x.txtar", "States: Arrows\nAn arrow changes.\nNot read as this: a path.\n-- PRD.md --\n# Hive\n");
        (archive.Chapter, archive.Title, archive.Explanation, archive.NotRead).ShouldBe(("States", "Arrows", "An arrow changes.", "a path."));
        archive.Part("PRD.md").ShouldBe("# Hive\n");
    }

    private static string Write()
    {
        var cases = CaseArchive.All().Select(archive => (Archive: archive, Read: CaseReading.Of(archive))).ToLookup(pair => CaseReading.ChapterOf(pair.Archive, pair.Read));
        var text = new StringBuilder();
        text.Append("# What is understood\n\nThe forms of writing the compiler reads, each with a small example and what it takes from it. This page is made from the compiler's own\n"
            + "test cases, so every example gives exactly what stands below it. What resembles a form without being one is named too.\n\n"
            + "Nothing here is a language to learn: write as you would for people. What is not understood becomes a question\n([findings](findings.md), [answers](answers.md)), never a guess.\n\n");
        foreach (var chapter in CaseArchive.Chapters)
        {
            text.Append($"- [{chapter}](#{Anchor(chapter)}): {string.Join(", ", cases[chapter].Select(pair => pair.Archive.Title.Length == 0 ? pair.Archive.Title : char.ToLowerInvariant(pair.Archive.Title[0]) + pair.Archive.Title[1..]))}\n");
        }

        foreach (var chapter in CaseArchive.Chapters)
        {
            text.Append($"\n## {chapter}\n");
            foreach (var (archive, read) in cases[chapter])
            {
                Add(text, archive, read);
            }
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, CaseArchive archive, IReadOnlyList<WordedFact> read)
    {
        text.Append($"\n### {archive.Title}\n");
        if (archive.Explanation.Length > 0)
        {
            text.Append($"\n{archive.Explanation}\n");
        }

        if (archive.NotRead.Length > 0)
        {
            text.Append($"\nNot read as this: {archive.NotRead}\n");
        }

        if (archive.Part("domain") is { } domain)
        {
            AddRules(text, archive, domain, read);
            return;
        }

        foreach (var document in CaseReading.Documents(archive))
        {
            text.Append($"\n`{document.Name}`:\n\n````{(document.Name.EndsWith(".md", StringComparison.Ordinal) ? "markdown" : "")}\n{document.Text.Trim('\n')}\n````\n");
        }

        text.Append(read.Count == 0 ? "\nNothing is read from it.\n" : "\nRead from it:\n\n");
        foreach (var group in read.GroupBy(fact => (fact.Place.Document, fact.Place.Line)).OrderBy(group => group.Key.Document, StringComparer.Ordinal).ThenBy(group => group.Key.Line))
        {
            text.Append($"- line {group.Key.Line}: {string.Join("; ", group.Select(fact => Escaped(fact.Words)))}\n");
        }
    }

    /// <summary>A case of rules: what is known, and for each line what it demands.</summary>
    private static void AddRules(StringBuilder text, CaseArchive archive, string domain, IReadOnlyList<WordedFact> read)
    {
        text.Append($"\nWith these entities:\n\n```\n{domain.Trim('\n')}\n```\n\n| the line | what it demands |\n|---|---|\n");
        foreach (var line in RuleCase.Read(File.ReadAllText(archive.File)).Lines)
        {
            var demands = read.Where(fact => fact.Place == line.Source).Select(fact => Escaped(fact.Words)).ToList();
            text.Append($"| {Escaped(line.Words)} | {(demands.Count == 0 ? "-" : string.Join("<br>", demands))} |\n");
        }
    }

    private static string Escaped(string words) =>
        words.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal).Replace('\n', ' ').Trim();

    private static string Anchor(string chapter) => chapter.ToLowerInvariant().Replace(",", "", StringComparison.Ordinal).Replace(' ', '-');
}
