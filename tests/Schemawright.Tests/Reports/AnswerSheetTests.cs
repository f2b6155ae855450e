using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Reports;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Reports;

/// <summary>What each answer would change, and the file in which the answers are given.</summary>
public class AnswerSheetTests
{
    private static readonly InputDocument[] Documents = [Marsh.Requirements, Marsh.Rules];

    [Fact]
    public void An_answer_that_decides_something_lists_the_objects_it_changes()
    {
        var weighed = BlastRadius.Of([Bridges], "bridges", Compile(Bridges));
        var shared = weighed.Single(question => question.Question.Question.Contains("share one", StringComparison.Ordinal));
        shared.Effects[0].Kind.ShouldBe(EffectKind.AsNow);
        shared.Effects[1].Kind.ShouldBe(EffectKind.Compiled);
        shared.Effects[1].Changes.Removed.ShouldContain(name => name.StartsWith("unique ", StringComparison.Ordinal) && name.Contains("bridge_id", StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_answer_is_said_to_change_is_what_it_changes()
    {
        var before = Compile(Bridges);
        foreach (var question in BlastRadius.Of([Bridges], "bridges", before))
        {
            for (var index = 0; index < question.Effects.Count; index++)
            {
                var after = Compile(Bridges, new InputDocument("ANSWERS.md", $"{question.Question.Id}: {index + 1}\n"));
                SchemaChanges.Between(before.Schema, after.Schema).ShouldBe(question.Effects[index].Changes, question.Question.Question);
            }
        }
    }

    [Fact]
    public void A_large_product_says_which_answers_were_not_tried()
    {
        var padding = new InputDocument("NOTES.md", "# Notes\n\n" + string.Concat(Enumerable.Repeat("The water was calm that day.\n\n", 15_000)));
        var questions = BlastRadius.Of([.. Documents, padding], "marsh", Compile([.. Documents, padding]));
        var untried = questions.SelectMany(question => question.Effects).Count(effect => effect.Kind == EffectKind.NotTried);
        var alternatives = questions.Sum(question => Math.Max(0, question.Effects.Count - 1));
        untried.ShouldBe(Math.Max(0, alternatives - 8));
    }

    [Fact]
    public void A_filled_sheet_closes_every_question_and_is_read_as_nothing_else()
    {
        var before = Compile(Documents);
        var sheet = AnswerSheet.Write(before.Clarifications, new(Documents));
        var filled = string.Join('\n', sheet.Split('\n').Select(line => line.StartsWith("Q-", StringComparison.Ordinal) ? line + " 1" : line));
        var after = Compile([.. Documents, new InputDocument("ANSWERS.md", filled)]);
        after.Clarifications.Where(question => question.Alternatives.Count > 0).ShouldBeEmpty();
        after.Diagnostics.Where(found => found.Span?.Document == "ANSWERS.md").ShouldBeEmpty();
        SchemaChanges.Between(before.Schema, after.Schema).ShouldBe(SchemaChanges.None);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" |")]
    public void A_sheet_that_is_not_filled_in_changes_nothing(string ending)
    {
        var before = Compile(Documents);
        var sheet = AnswerSheet.Write(before.Clarifications, new(Documents)).Replace(":\n", $":{ending}\n", StringComparison.Ordinal);
        var after = Compile([.. Documents, new InputDocument("ANSWERS.md", sheet)]);
        after.Clarifications.Select(question => question.Id).ShouldBe(before.Clarifications.Select(question => question.Id));
        after.Diagnostics.Count.ShouldBe(before.Diagnostics.Count);
    }

    [Fact]
    public void Words_of_the_documents_cannot_break_out_of_their_comment()
    {
        var hostile = new Clarification("Q-ABCDEF", ClarificationReason.Unclear, "Is --> this <!-- one?", ["yes -->", "no\nQ-ABCDEF: 2"], "Nothing --> follows.", [], [], 1, 1);
        var sheet = AnswerSheet.Write([hostile], new(Documents));
        sheet.Split("-->").Length.ShouldBe(3);
        sheet.Split('\n').Count(line => line.StartsWith("Q-ABCDEF", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Appending_keeps_every_answer_and_adds_only_new_questions()
    {
        var questions = Compile(Documents).Clarifications;
        var existing = $"# Mine\n\n{questions[0].Id}: 2\n";
        var longer = AnswerSheet.Append(existing, questions, new(Documents));
        longer.ShouldStartWith(existing);
        longer.Split('\n').Count(line => line.StartsWith(questions[0].Id, StringComparison.Ordinal)).ShouldBe(1);
        questions.Skip(1).ShouldAllBe(question => longer.Contains($"\n{question.Id}:\n", StringComparison.Ordinal));
        AnswerSheet.Append(longer, questions, new(Documents)).ShouldBe(longer);
    }

    private static readonly InputDocument Bridges = new("PRD.md",
        """
        # Product Requirements Document: Bridges

        ```mermaid
        erDiagram
            Bridge {
                uuid id
                string label
            }
            Inspection {
                uuid id
                uuid bridge_id
                date done_on
            }
            Bridge ||--o| Inspection : "has"
        ```
        """);

    private static Compilation Compile(params InputDocument[] documents) => Compiler.Compile(documents, "case", new Findings());
}
