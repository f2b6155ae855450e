using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Facts.Rules;

/// <summary>Runs the cases of tests/cases/facts-rules: documents in, the facts of one kind out.</summary>
public class RuleFactCaseTests
{
    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "cases", "facts-rules"), "*.txtar").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_case_reads_what_it_wants(string name)
    {
        var sections = Sections(File.ReadAllText(Repository.PathOf("tests", "cases", "facts-rules", name + ".txtar")));
        var documents = sections.Where(section => section.Name.EndsWith(".md", StringComparison.Ordinal)).Select(section => new InputDocument(section.Name, section.Text));
        var findings = new Findings();
        var facts = FactReader.Read(DocumentReader.Read(documents, "case", findings), findings);
        foreach (var (wanted, text) in sections.Where(section => !section.Name.EndsWith(".md", StringComparison.Ordinal)))
        {
            FactDump.Of(facts, wanted).ShouldBe(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), $"{name}: {wanted}");
        }
    }

    private static List<(string Name, string Text)> Sections(string archive) =>
        [.. archive.Split("\n-- ").Skip(1).Select(part => part.Split(" --\n", 2)).Select(part => (part[0], part.Length > 1 ? part[1] + "\n" : ""))];
}
