using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

public class RuleTests
{
    private static readonly Expr Sent = new Compare(CompareOp.Equal, Ref.To("status"), Literal.String("sent"));

    private static readonly Expr Approved = new IsPresent(Ref.To("approved_by"));

    [Fact]
    public void Bounds_that_exclude_each_other_are_asked_about_and_not_enforced()
    {
        var findings = new Findings();
        var design = With(findings, Always("B1", Amount(CompareOp.Less, 100)), Always("B2", Amount(CompareOp.GreaterOrEqual, 500)));
        Outcome(design, "B1").Fate.ShouldBe(Fate.Unclear);
        Outcome(design, "B2").Fate.ShouldBe(Fate.Unclear);
        findings.Clarifications.ShouldContain(question => question.Reason == ClarificationReason.Contradiction);
    }

    [Fact]
    public void Bounds_that_leave_room_are_both_enforced()
    {
        var design = With(new(), Always("B1", Amount(CompareOp.Greater, 100)), Always("B2", Amount(CompareOp.LessOrEqual, 500)));
        Outcome(design, "B1").Fate.ShouldBe(Fate.Enforced);
        Outcome(design, "B2").Fate.ShouldBe(Fate.Enforced);
    }

    [Fact]
    public void A_rule_that_would_fix_the_state_for_ever_is_not_enforced() =>
        Outcome(With(new(), Always("S1", Sent)), "S1").Fate.ShouldBe(Fate.Unclear);

    [Fact]
    public void A_check_that_a_stricter_one_includes_is_left_out_and_answered_by_it()
    {
        var unapproved = Always("A1", new Or([Approved, Amount(CompareOp.Less, 100)]));
        var large = Always("A2", new Implies(Amount(CompareOp.Greater, 1000), Approved));
        var design = With(new(), unapproved, large);
        Outcome(design, "A2").ObjectName.ShouldBe(Outcome(design, "A1").ObjectName);
        design.Find("invoices").ShouldNotBeNull().Checks.ShouldNotContain(check => check.RuleId == "A2");
    }

    [Fact]
    public void A_check_that_is_stricter_in_one_case_only_stays()
    {
        var design = With(new(), Always("A1", new Or([Approved, Amount(CompareOp.Less, 100)])), Always("A2", Amount(CompareOp.Less, 1000)));
        (Outcome(design, "A2").ObjectName == Outcome(design, "A1").ObjectName).ShouldBeFalse();
    }

    [Fact]
    public void A_required_text_may_still_be_blank_so_its_check_stays()
    {
        var unrelated = Always("T1", new Implies(Sent, Approved));
        var text = Always("T2", new Implies(Sent, new IsPresent(Ref.To("number"))));
        var design = With(new(), unrelated, text);
        (Outcome(design, "T2").ObjectName == Outcome(design, "T1").ObjectName).ShouldBeFalse();
        design.Find("invoices").ShouldNotBeNull().Checks.ShouldContain(check => check.RuleId == "T2");
    }

    [Fact]
    public void A_reference_that_must_be_given_is_held_by_not_null() =>
        Outcome(With(new(), Always("N1", new IsPresent(Ref.To("visit")))), "N1").Mechanism.ShouldBe("NOT NULL visit_id");

    [Fact]
    public void Rows_that_never_change_carry_no_version()
    {
        var lines = With(new(), new Rule("L1", "fixed", "InvoiceLine", RuleTrigger.Always, new Unchangeable([], null), "Lines never change.", SampleDomain.At(90))).Find("invoice_lines").ShouldNotBeNull();
        lines.OptimisticLock.ShouldBeFalse();
        lines.Find("version").ShouldBeNull();
    }

    private static Expr Amount(CompareOp op, decimal value) => new Compare(op, Ref.To("amount"), Literal.Number(value));

    private static Rule Always(string id, Expr condition) =>
        new(id, id.ToLowerInvariant(), "Invoice", RuleTrigger.Always, new Holds(condition), $"rule {id}", SampleDomain.At(91));

    private static DataDesign With(Findings findings, params Rule[] rules) => DesignPasses.Run(SampleDomain.Model with { Rules = rules.ToSeq() }, findings);

    private static RuleOutcome Outcome(DataDesign design, string rule) => design.RuleOutcomes.Single(outcome => outcome.RuleId == rule);
}
