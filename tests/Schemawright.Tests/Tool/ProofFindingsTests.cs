using Schemawright.Proof;
using Schemawright.Tool.Cli;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Tool;

public class ProofFindingsTests
{
    private static readonly ProofReport Report = new("Looms", "PostgreSQL 17.2",
    [
        new("RulesAcceptAndRefuse", "every rule refuses", Verdict.Refuted, "",
        [
            new("looms.width_check", "insert 0", "refused 23514 width_check", "accepted", Verdict.Refuted, "RULES.md:12, PRD.md:7"),
            new("looms.label_length", "insert 41 characters", "refused 23514 label_length", "refused 23514 label_length", Verdict.Proved, "PRD.md:7"),
            new("looms.code_key", "insert twice", "refused 23505 code_key", "no answer", Verdict.CouldNotVerify, "decision D03-looms-key"),
        ]),
        new("SeedsAreRepeatable", "seeds run twice", Verdict.CouldNotVerify, "the server was gone", []),
        new("IndexesServeTheirQueries", "indexes are used", Verdict.Proved, "",
        [
            new("looms.looms_label_idx", "explain its query at 9,000 rows", "through looms_label_idx", "redundant at this size: another index serves it as well: looms_width_idx", Verdict.NotApplicable, "PRD.md:7"),
        ]),
        new("RolesAreLimited", "roles are limited", Verdict.NotApplicable, "there are none", []),
    ]);

    [Fact]
    public void What_was_refuted_is_an_error_at_the_sentence_that_promises_it()
    {
        var refuted = ProofFindings.Of(Report, ["RULES.md", "PRD.md"]).Single(finding => finding.Kind.Code == "SW7010");
        refuted.Place!.Document.ShouldBe("RULES.md");
        refuted.Place.Line.ShouldBe(12);
        refuted.Message.ShouldBe("looms.width_check: insert 0; expected refused 23514 width_check; the server answered accepted");
    }

    [Fact]
    public void What_could_not_be_tried_is_a_warning_and_what_was_proved_is_nothing()
    {
        var open = ProofFindings.Of(Report, ["RULES.md", "PRD.md"]).Where(finding => finding.Kind.Code == "SW7011").ToList();
        open.Select(finding => finding.Place).ShouldAllBe(place => place == null);
        open.Select(finding => finding.Message.Split(':')[0]).ShouldBe(["looms.code_key", "SeedsAreRepeatable"]);
        ProofFindings.Of(Report, ["RULES.md"]).Count.ShouldBe(4);
    }

    [Fact]
    public void An_index_that_no_plan_uses_is_a_warning_at_the_sentence_that_brought_it()
    {
        var idle = ProofFindings.Of(Report, ["RULES.md", "PRD.md"]).Single(finding => finding.Kind.Code == "SW7012");
        idle.Place!.Document.ShouldBe("PRD.md");
        idle.Message.ShouldBe("looms.looms_label_idx: explain its query at 9,000 rows; redundant at this size: another index serves it as well: looms_width_idx");
    }
}
