using Schemawright.Diagnostics;
using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Postgres;

public class ExprSqlTests
{
    private static readonly Target Target = new(SampleDesign.Create(), new Findings());

    private static readonly Expr Draft = new Compare(CompareOp.Equal, Ref.To("status"), Literal.String("draft"));
    private static readonly Expr Free = new Compare(CompareOp.Equal, Ref.To("total"), Literal.Number(0));

    private static string Write(string table, Expr expr, string? row = null) =>
        new ExprSql(new ColumnScope(Target, Target.Table(table)!, row is null ? null : SqlText.Of($"{new Identifier(row)}"))).Write(expr).Text;

    [Fact]
    public void Mixed_and_and_or_keep_their_grouping() =>
        Write("invoices", new And([new Or([Draft, Free]), new Not(new And([Draft, Free]))]))
            .ShouldBe("(status = 'draft' OR total = 0) AND NOT (status = 'draft' AND total = 0)");

    [Fact]
    public void An_implication_passes_where_its_condition_does_not_hold() =>
        Write("invoices", new Implies(Draft, Free)).ShouldBe("status <> 'draft' OR total = 0");

    [Fact]
    public void Presence_of_a_text_asks_for_more_than_blanks() =>
        Write("owners", new IsPresent(Ref.To("name"))).ShouldBe("name IS NOT NULL AND btrim(name) <> ''");

    [Fact]
    public void Absence_of_a_moment_is_written_as_queries_write_it() =>
        Write("owners", new Not(new IsPresent(Ref.To("deleted_at")))).ShouldBe("deleted_at IS NULL");

    [Fact]
    public void A_quotation_mark_in_a_pattern_stays_inside_the_constant() =>
        Write("owners", new Matches(Ref.To("name"), "^o'[a-z]+$")).ShouldBe("name ~ '^o''[a-z]+$'");

    [Fact]
    public void A_time_between_two_moments_is_measured_by_the_calendar() =>
        Write("patients", new Compare(CompareOp.GreaterOrEqual, new Arithmetic(ArithmeticOp.Subtract, new Clock(ClockKind.Today), Ref.To("born_on")), new Interval(new(18, PeriodUnit.Year))))
            .ShouldBe("(now() AT TIME ZONE 'UTC')::date >= (born_on + INTERVAL '18 years')");

    /// <summary>Or else whoever has another zone in the session is answered otherwise, and a day of 23 hours counts as one.</summary>
    [Fact]
    public void Days_from_a_moment_on_are_those_of_universal_time()
    {
        var later = new Arithmetic(ArithmeticOp.Add, Ref.To("created_at"), new Interval(new(30, PeriodUnit.Day)));
        Write("patients", new Compare(CompareOp.LessOrEqual, new Clock(ClockKind.Now), later)).ShouldBe("now() AT TIME ZONE 'UTC' <= (created_at AT TIME ZONE 'UTC' + INTERVAL '30 days')");
        Write("patients", new Compare(CompareOp.GreaterOrEqual, Ref.To("born_on"), later)).ShouldBe("born_on >= ((created_at AT TIME ZONE 'UTC' + INTERVAL '30 days'))::date");
        Write("patients", new Compare(CompareOp.Less, Ref.To("born_on"), Ref.To("created_at"))).ShouldBe("born_on < (created_at AT TIME ZONE 'UTC')::date");
        Write("patients", later).ShouldBe("(created_at AT TIME ZONE 'UTC' + INTERVAL '30 days') AT TIME ZONE 'UTC'");
        var hours = new Arithmetic(ArithmeticOp.Add, Ref.To("created_at"), new Interval(new(30, PeriodUnit.Hour)));
        Write("patients", new Compare(CompareOp.LessOrEqual, new Clock(ClockKind.Now), hours)).ShouldBe("now() <= (created_at + INTERVAL '30 hours')");
    }

    [Fact]
    public void Days_between_two_dates_are_compared_as_a_number() =>
        Write("patients", new Compare(CompareOp.Less, new Arithmetic(ArithmeticOp.Subtract, new Clock(ClockKind.Today), Ref.To("born_on")), Literal.Number(30)))
            .ShouldBe("((now() AT TIME ZONE 'UTC')::date - born_on) < 30");

    [Fact]
    public void A_null_in_a_list_does_not_make_the_list_accept_everything() =>
        Write("invoices", new OneOf(Ref.To("status"), [Literal.String("draft"), new Literal(LiteralKind.Null, "")])).ShouldBe("status IN ('draft')");

    [Fact]
    public void A_walk_to_another_table_stays_within_the_tenant() =>
        Write("visits", new Compare(CompareOp.Equal, new Ref(["patient", "owner", "name"]), Literal.String("x")), "v")
            .ShouldBe("(SELECT (SELECT step_2.name FROM app.owners AS step_2 WHERE step_2.practice_id = step_1.practice_id AND step_2.id = step_1.owner_id) FROM app.patients AS step_1 WHERE step_1.practice_id = v.practice_id AND step_1.id = v.patient_id) = 'x'");

    [Fact]
    public void A_sum_of_nothing_is_zero() =>
        Write("invoices", new Compare(CompareOp.Equal, Ref.To("total"), new Aggregate(AggregateKind.Sum, "InvoiceLine", "invoice", "amount", null)), "i")
            .ShouldBe("i.total = (SELECT coalesce(sum(counted.amount), 0) FROM app.invoice_lines AS counted WHERE counted.practice_id = i.practice_id AND counted.invoice_id = i.id)");

    [Fact]
    public void A_rule_over_an_unknown_attribute_is_reported_and_left_out()
    {
        var findings = new Findings();
        var target = new Target(SampleDesign.Create(), findings);
        Expressions.Condition(target, target.Table("visits")!, new IsPresent(new Ref(["patient", "insurer"])), Origin.Decided("D"), "visits_insured").ShouldBeNull();
        findings.Diagnostics.Select(diagnostic => diagnostic.Kind.Code).ShouldBe(["SW5001"]);
    }
}
