using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>Whose data is handed out and erased, and how far that reaches.</summary>
public class DataSubjectTests
{
    [Fact]
    public void A_request_reaches_what_is_about_the_person_and_not_what_he_did_for_others()
    {
        var subject = Compile().Design.DataSubjects.ShouldHaveSingleItem();
        subject.Table.ShouldBe("singers");
        (subject.Exported, subject.Erased).ShouldBe((true, true));
        subject.Parts.Select(part => part.Table).ShouldBe(["voice_tests", "callbacks"], ignoreOrder: true);
        subject.Parts.Single(part => part.Table == "callbacks").Path.Count.ShouldBe(2);
    }

    [Fact]
    public void Nobody_but_the_job_runner_may_call_either()
    {
        var schema = Compile().Schema;
        var calls = schema.Functions.Where(function => function.Name.Name.Text is "export_singers" or "erase_singers").ToList();
        calls.Count.ShouldBe(2);
        foreach (var call in calls)
        {
            schema.Grants.Where(grant => grant.Object.Text.Contains(call.Name.ToString(), StringComparison.Ordinal)).Select(grant => grant.Role.Text).ShouldBe(["choir_book_job_runner"]);
        }
    }

    [Theory]
    [InlineData("- GDPR: data export and deletion of singers on request", "singers")]
    [InlineData("- The right to erasure holds for everybody", "singers, patrons")]
    public void Who_is_named_is_meant_and_else_everybody(string demand, string tables) =>
        Compile(demand, "\n### Patron\n- id (uuid)\n- choir_id (uuid, references Choir)\n- email (email, required)\n- phone (phone)\n").Design.DataSubjects.Select(subject => subject.Table).ShouldBe(tables.Split(", "), ignoreOrder: true);

    [Fact]
    public void Nothing_is_handed_out_or_erased_that_nobody_asks_for()
    {
        var compilation = Compile(demand: "- Singers are sorted by voice");
        compilation.Design.DataSubjects.ShouldBeEmpty();
        compilation.Schema.Functions.ShouldNotContain(function => function.Name.Name.Text.StartsWith("export_", StringComparison.Ordinal) || function.Name.Name.Text.StartsWith("erase_", StringComparison.Ordinal));
    }

    internal static Compilation Compile(string demand = "- GDPR: data export and deletion of singers on request", string further = "") => Compiler.Compile(
        [
            new InputDocument("PRD.md",
                $"""
                # PRD: Choir Book

                ### Choir
                - id (uuid)
                - name (string, required)

                ### Singer
                - id (uuid)
                - choir_id (uuid, references Choir)
                - name (string, required)
                - email (email, required, unique)
                - phone (phone)
                - voice (string, required)

                ### Voice Test
                - id (uuid)
                - choir_id (uuid, references Choir)
                - singer_id (uuid, references Singer, required)
                - score (integer, required)

                ### Callback
                - id (uuid)
                - choir_id (uuid, references Choir)
                - voice_test_id (uuid, references Voice Test, required)
                - phone (phone, required)
                - minutes (integer)

                ### Concert
                - id (uuid)
                - choir_id (uuid, references Choir)
                - title (string, required)
                - announced_by (uuid, references Singer)
                {further}
                """),
            new InputDocument("TECHNICAL_SPEC.md", $"# Technical Specification\n\n## Security\n\n### Data Protection\n\n- Choir-based isolation: a user never sees data of another choir\n- All changes are logged\n- Names, emails and phones of singers are personal data\n{demand}\n"),
        ], "choir", new Findings());
}
