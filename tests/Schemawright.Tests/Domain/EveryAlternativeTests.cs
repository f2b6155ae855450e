using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Domain;

/// <summary>Whatever an alternative of a question says is what happens when it is the answer.</summary>
public class EveryAlternativeTests
{
    /// <summary>An alternative that asks for words of the author's own does nothing by its number.</summary>
    private const string NeedsWords = "the answer";

    private static readonly InputDocument[] Documents = Read();
    private static readonly Compilation Open = Compile(Documents);

    public static TheoryData<string, int, string> Alternatives()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var question in Open.Clarifications)
        {
            for (var number = 1; number <= question.Alternatives.Count; number++)
            {
                data.Add(question.Id, number, $"{question.Question} {question.Alternatives[number - 1]}");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Alternatives))]
    public void An_alternative_does_what_it_says(string id, int number, string words)
    {
        var answered = Compile([.. Documents, new InputDocument("ANSWERS.md", $"{id}: {number}\n")]);
        if (words.Contains(NeedsWords, StringComparison.Ordinal))
        {
            answered.Diagnostics.ShouldContain(found => found.Kind.Code == "SW3002", words);
            return;
        }

        answered.Diagnostics.ShouldNotContain(found => found.Kind.Code == "SW3001" || found.Kind.Code == "SW3002", words);
        answered.Clarifications.ShouldNotContain(question => question.Id == id, words);
        if (number == 1)
        {
            Tables(answered).ShouldBe(Tables(Open), words);
        }
        else
        {
            Model(answered).ShouldNotBe(Model(Open), words);
        }
    }

    [Theory]
    [MemberData(nameof(Alternatives))]
    public void An_answer_raises_no_question_about_itself(string id, int number, string words)
    {
        var answered = Compile([.. Documents, new InputDocument("ANSWERS.md", $"{id}: {number}\n")]);
        answered.Clarifications.ShouldNotContain(question => question.Sources.Any(source => source.Document == "ANSWERS.md"), words);
        answered.Clarifications.Count.ShouldBeLessThanOrEqualTo(Open.Clarifications.Count + 1, words);
    }

    /// <summary>What is built and planned, without the questions and without the places that say so.</summary>
    private static string Model(Compilation run) => string.Join('\n', run.Artifacts
        .Where(artifact => artifact.Path.StartsWith("db/migrations", StringComparison.Ordinal) || artifact.Path == "DATA_MODEL.md" || artifact.Path.StartsWith("db/operations", StringComparison.Ordinal))
        .SelectMany(artifact => artifact.Text.Split("\n## Clarification Requests", 2)[0].Split('\n'))
        .Where(line => !line.Contains(".md:", StringComparison.Ordinal) && !line.Contains("Q-", StringComparison.Ordinal) && !line.Contains("ANSWERS.md", StringComparison.Ordinal)));

    /// <summary>The columns, keys and checks: a confirmed assumption leaves them as they are.</summary>
    private static string Tables(Compilation run) => string.Join('\n', run.Schema.Tables.Select(table =>
        $"{table.Name}: {string.Join(", ", table.Columns.Select(column => $"{column.Name} {column.Type} {column.NotNull}"))}; {table.Uniques.Count} {table.Indexes.Count} {string.Join(", ", table.Checks.Select(check => check.Name))}"));

    private static Compilation Compile(IEnumerable<InputDocument> documents) => Compiler.Compile(documents, "kennel", new Findings());

    private static InputDocument[] Read() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "cases", "answers", "kennel")).Order(StringComparer.Ordinal).Select(file => new InputDocument(Path.GetFileName(file), File.ReadAllText(file)))];
}
