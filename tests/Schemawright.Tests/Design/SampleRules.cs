using Schemawright.Collections;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Tests.Design;

/// <summary>One rule of each kind for the sample product.</summary>
internal static class SampleRules
{
    private static readonly Expr Sent = new Compare(CompareOp.Equal, Ref.To("status"), Literal.String("sent"));

    public static Seq<Rule> All { get; } =
    [
        Rule("V1", "ends_after_start", "Visit", RuleTrigger.Always, new Holds(new Compare(CompareOp.Greater, Ref.To("ends_at"), Ref.To("starts_at")))),
        Rule("V2", "room_is_free", "Visit", RuleTrigger.Always, new NoOverlap(["room"], "starts_at", "ends_at", new Not(new Compare(CompareOp.Equal, Ref.To("status"), Literal.String("cancelled"))))),
        Rule("V3", "starts_in_future", "Visit", RuleTrigger.OnInsert, new Holds(new Compare(CompareOp.GreaterOrEqual, Ref.To("starts_at"), new Clock(ClockKind.Now)))),
        Rule("V4", "at_most_20_per_pet", "Visit", RuleTrigger.Always, new AtMost(["pet"], 20, null, null)),
        Rule("I1", "amount_positive", "Invoice", RuleTrigger.Always, new Holds(new Compare(CompareOp.Greater, Ref.To("amount"), Literal.Number(0)))),
        Rule("I2", "has_line_when_sent", "Invoice", RuleTrigger.Always, new AtLeast("InvoiceLine", "invoice", 1, ["sent", "paid"])),
        Rule("I3", "frozen_when_sent", "Invoice", RuleTrigger.Always, new Unchangeable([], Sent)),
        Rule("I4", "kept_when_sent", "Invoice", RuleTrigger.Always, new NotDeletable(Sent)),
        Rule("I5", "approver_when_sent", "Invoice", new(TriggerKind.OnEnter, ["status"], ["sent"]), new Holds(new IsPresent(Ref.To("approved_by")))),
        Rule("I6", "visit_was_seen", "Invoice", RuleTrigger.OnInsert, new Holds(new Compare(CompareOp.NotEqual, new Ref(["visit", "status"]), Literal.String("cancelled")))),
        Rule("O1", "insured_owner", "Owner", RuleTrigger.Always, new Holds(new IsPresent(Ref.To("insurance_number")))),
        Rule("O2", "insurance_number_form", "Owner", RuleTrigger.Always, new Holds(new Matches(Ref.To("insurance_number"), "^[A-Z]{2}[0-9]{8}$"))),
        Rule("P1", "weight_positive", "Pet", RuleTrigger.Always, new Holds(new Compare(CompareOp.Greater, Ref.To("weight"), Literal.Number(0)))),
        Rule("P2", "file_number_without_gaps", "Pet", RuleTrigger.OnInsert, new Gapless("file_number", [], null)),
        Rule("A1", "trail_fixed", "ActivityTrail", RuleTrigger.Always, new Unchangeable([], null)),
    ];

    private static Rule Rule(string id, string name, string entity, RuleTrigger trigger, Demand demand) =>
        new(id, name, entity, trigger, demand, name.Replace('_', ' '), SampleDomain.At(80));
}
