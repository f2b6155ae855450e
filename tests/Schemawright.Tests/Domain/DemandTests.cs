using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Facts;
using Schemawright.Terms;
using Shouldly;
using Xunit;
using static Schemawright.Tests.Domain.Said;

namespace Schemawright.Tests.Domain;

/// <summary>Tenants, roles, retention, size, queries, privacy and recovery, resolved against the entities.</summary>
public class DemandTests
{
    private static Said Marina => new Said()
        .Table("users", Sql("users.email", required: true) with { Unique = true }, Sql("users.tax_id"), Sql("users.role", DataKind.Enumeration, true, null, "captain", "admin"))
        .Table("companies", Sql("companies.name"), Sql("companies.subdomain") with { Unique = true })
        .Table("invoices", Sql("invoices.amount", DataKind.Decimal), Sql("invoices.due_date", DataKind.Date), Sql("invoices.user_id", DataKind.Uuid, true, "users"));

    [Fact]
    public void Isolation_by_company_makes_the_company_the_tenant_of_users()
    {
        var said = Marina.Fact(DocumentKind.BusinessRules, span => new TenancyFact(TenancyKind.Isolation, "company", span, "company isolation"));
        var domain = said.Build();
        (domain.Tenancy.Model, domain.Tenancy.TenantEntity).ShouldBe((TenancyModel.SharedSchema, "Company"));
        domain.ParentsOf("User").ShouldHaveSingleItem().Parent.ShouldBe("Company");
        domain.Find("Company")!.Keys.ShouldHaveSingleItem().Global.ShouldBeTrue();
    }

    [Fact]
    public void People_who_work_with_several_tenants_have_their_log_in_name_per_tenant()
    {
        var said = Marina.Fact(DocumentKind.BusinessRules, span => new TenancyFact(TenancyKind.Isolation, "company", span, "company isolation"))
            .Line("Company", "N:N", "User", FactForm.Table, DocumentKind.BusinessRules).Line("Company", "1:N", "User");
        var domain = said.Build();
        domain.Find("User")!.Keys.ShouldHaveSingleItem().Global.ShouldBeFalse();
        said.Asked(ClarificationReason.Contradiction).ShouldContain(question => question.Question == "Can one User belong to several companies, or to one only?");
    }

    [Fact]
    public void People_with_memberships_belong_to_no_single_tenant()
    {
        var said = Marina.Fact(DocumentKind.BusinessRules, span => new TenancyFact(TenancyKind.Isolation, "company", span, "company isolation"))
            .Table("company_members", Sql("company_members.company_id", DataKind.Uuid, true, "companies"), Sql("company_members.user_id", DataKind.Uuid, true, "users"), Sql("company_members.joined_at", DataKind.Timestamp));
        said.Build().ParentsOf("User").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Request a hall", "HallBooking")]
    [InlineData("Add a hall", "Hall")]
    public void Who_asks_for_a_thing_makes_the_record_of_asking(string words, string entity)
    {
        var said = Marina.Fact(DocumentKind.BusinessRules, span => new AccessFact("admin", AccessVerb.Create, "hall", AccessScope.All, true, span, words))
            .Table("halls", Sql("halls.name", DataKind.ShortText)).Table("hall_bookings", Sql("hall_bookings.hall_id", DataKind.Uuid, true, "halls"), Sql("hall_bookings.held_on", DataKind.Date));
        said.Build().Permissions.ShouldHaveSingleItem().Entity.ShouldBe(entity);
    }

    [Theory]
    [InlineData("captain accounts", AccessVerb.Create, "User")]
    [InlineData("accounts", AccessVerb.Create, "Company")]
    [InlineData("financial data", AccessVerb.Read, "Invoice")]
    [InlineData("financial reports", AccessVerb.Read, null)]
    public void A_right_names_its_rows_by_who_holds_the_account_or_by_the_money_they_hold(string resource, AccessVerb verb, string? entity)
    {
        var said = Marina.Fact(DocumentKind.BusinessRules, span => new TenancyFact(TenancyKind.Isolation, "company", span, "company isolation"))
            .Table("invoices", Sql("invoices.total", DataKind.Money))
            .Fact(DocumentKind.BusinessRules, span => new AccessFact("admin", verb, resource, AccessScope.All, true, span, resource));
        said.Build().Permissions.Where(given => given.Entity is "User" or "Company" or "Invoice").Select(given => given.Entity).FirstOrDefault().ShouldBe(entity);
    }

    [Fact]
    public void The_condition_of_a_key_takes_the_spelling_of_the_values()
    {
        var domain = Marina.Table("berths", Sql("berths.number"), Sql("berths.state", DataKind.Enumeration, true, null, "FREE", "TAKEN"))
            .Fact(DocumentKind.TechnicalSpec, span => new KeyFact("berths", ["number", "state"], false, false, new Compare(CompareOp.Equal, Ref.To("state"), Literal.String("TAKEN")), span, "key"))
            .Build();
        var key = domain.Find("Berth")!.Keys.ShouldHaveSingleItem();
        key.Attributes.ShouldBe(["number"]);
        key.Where.ShouldBe(new Compare(CompareOp.Equal, Ref.To("state"), Literal.String("taken")));
    }

    [Fact]
    public void A_period_that_starts_when_the_account_ends_counts_from_the_deletion()
    {
        var domain = Marina.Fact(DocumentKind.TechnicalSpec, span => new RetentionFact("User accounts", new(30, PeriodUnit.Day), RetentionKind.Maximum, "account closure", "anonymise", span, "30 days")).Build();
        domain.Retention.ShouldHaveSingleItem().Anchor.ShouldBe("deleted_at");
    }

    [Fact]
    public void A_role_has_what_it_takes_over_but_not_what_a_drawing_of_ranks_puts_below_it()
    {
        Marina.Fact(DocumentKind.TechnicalSpec, span => new AccessFact("diver", AccessVerb.Delete, "users", AccessScope.All, true, span, "divers delete users"))
            .Fact(DocumentKind.TechnicalSpec, span => new RoleFact("diver", null, [], span, "diver"))
            .Fact(DocumentKind.TechnicalSpec, span => new RoleFact("chief", null, ["diver"], span, "chief") { TakesOver = true })
            .Fact(DocumentKind.TechnicalSpec, span => new RoleFact("drawn", null, ["diver"], span, "drawn"))
            .Build().Permissions.Where(given => given.Kind == AccessKind.Delete).Select(given => given.Actor).ShouldBe(["chief", "diver"], ignoreOrder: true);
    }

    [Fact]
    public void A_throughput_is_no_number_of_rows()
    {
        var domain = Marina.Fact(DocumentKind.ScaleRequirements, span => new ScaleFact("users", ScaleMeasure.RowsPerPeriod, 100, 100, new(1, PeriodUnit.Second), null, null, null, span, "100 users/second")).Build();
        domain.Scale.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_word_of_tenants_there_are_none() => Marina.Build().Tenancy.Model.ShouldBe(TenancyModel.None);

    [Fact]
    public void A_role_and_its_abbreviation_are_one_actor()
    {
        var domain = Marina.Fact(DocumentKind.BusinessRules, span => new RoleFact("Administrator", "runs it", [], span, "Administrator"))
            .Fact(DocumentKind.BusinessRules, span => new RoleFact("Captain", null, [], span, "Captain")).Build();
        domain.Actors.Select(actor => (actor.Name, actor.RoleValue)).ShouldBe([("captain", "captain"), ("admin", "admin")]);
    }

    [Fact]
    public void Two_periods_for_one_subject_are_a_contradiction_and_the_longer_is_kept()
    {
        var said = Marina
            .Fact(DocumentKind.BusinessRules, span => new RetentionFact("Invoices", new(7, PeriodUnit.Year), RetentionKind.Minimum, "due date", null, span, "7 years"))
            .Fact(DocumentKind.TechnicalSpec, span => new RetentionFact("invoice records", new(10, PeriodUnit.Year), RetentionKind.Minimum, null, null, span, "10 years"));
        var kept = said.Build().Retention.ShouldHaveSingleItem();
        (kept.Entity, kept.Period).ShouldBe(("Invoice", new Period(10, PeriodUnit.Year)));
        said.Asked(ClarificationReason.Contradiction).ShouldHaveSingleItem().Question.ShouldContain("10 years or 7 years");
    }

    [Fact]
    public void Each_of_several_things_kept_is_kept_for_itself_and_a_strange_one_is_asked_about()
    {
        var said = Marina.Table("invoices", Sql("invoices.total", DataKind.Money)).Table("slips", Sql("slips.length", DataKind.Decimal)).Table("tariffs", Sql("tariffs.price", DataKind.Money))
            .Fact(DocumentKind.BusinessRules, span => new RetentionFact("Invoices, slips and payments", new(10, PeriodUnit.Year), RetentionKind.Minimum, null, null, span, "10 years"));
        said.Build().Retention.Select(kept => kept.Entity).ShouldBe(["Invoice", "Slip"], ignoreOrder: true);
        said.Asked(ClarificationReason.Unclear).ShouldContain(question => question.Question == "Which rows are the \"payments\" that are kept for 10 years?");
    }

    [Fact]
    public void Financial_records_are_the_entities_that_hold_money()
    {
        var domain = Marina.Fact(DocumentKind.BusinessRules, span => new RetentionFact("Financial records", new(7, PeriodUnit.Year), RetentionKind.Minimum, null, null, span, "7 years")).Build();
        domain.Retention.ShouldHaveSingleItem().Entity.ShouldBe("Invoice");
    }

    [Fact]
    public void Of_two_recovery_targets_the_stricter_holds_and_both_are_asked_about()
    {
        var said = Marina
            .Fact(DocumentKind.TechnicalSpec, span => new RecoveryFact(RecoveryMeasure.Rpo, new(1, PeriodUnit.Hour), "1 hour", DocumentKind.TechnicalSpec, span, "RPO"))
            .Fact(DocumentKind.ScaleRequirements, span => new RecoveryFact(RecoveryMeasure.Rpo, new(5, PeriodUnit.Minute), "5 minutes", DocumentKind.ScaleRequirements, span, "RPO"));
        said.Build().Recovery.ShouldHaveSingleItem().Period.ShouldBe(new Period(5, PeriodUnit.Minute));
        said.Asked(ClarificationReason.Contradiction).ShouldHaveSingleItem();
    }

    [Fact]
    public void Figures_find_their_entity_through_roles_and_adjectives()
    {
        var domain = Marina.Fact(DocumentKind.ScaleRequirements, span => new ScaleFact("Active captains", ScaleMeasure.Rows, 200, 500, null, null, 12, null, span, "200-500 captains")).Build();
        domain.Scale.ShouldHaveSingleItem().ShouldSatisfyAllConditions(figure => figure.Entity.ShouldBe("User"), figure => figure.Value.ShouldBe(500));
    }

    [Fact]
    public void A_query_becomes_an_access_path_over_attributes_and_roles()
    {
        var domain = Marina.Fact(DocumentKind.TechnicalSpec, span => new QueryFact("invoices", QueryKind.Filter, ["user_id", "due_date"], false, "amount > 10", span, "index")).Build();
        var path = domain.AccessPaths.ShouldHaveSingleItem();
        path.Equality.ShouldBe(["user"]);
        path.Range.ShouldBe("due_date");
        path.Where.ShouldBe(new Compare(CompareOp.Greater, Ref.To("amount"), Literal.Number(10)));
    }

    [Fact]
    public void A_demand_to_encrypt_marks_the_attributes_it_names()
    {
        var domain = Marina.Fact(DocumentKind.TechnicalSpec, span => new PrivacyFact(PrivacyMeasure.Encrypt, "tax IDs", "AES-256", span, "tax IDs")).Build();
        domain.Find("User")!.Find("tax_id")!.Encrypted.ShouldBeTrue();
        domain.Privacy.ShouldHaveSingleItem().ShouldSatisfyAllConditions(demand => demand.Entity.ShouldBe("User"), demand => demand.Attribute.ShouldBe("tax_id"));
    }

    [Fact]
    public void A_range_beside_an_attribute_is_a_rule()
    {
        var domain = new Said().Table("boats", Sql("boats.name"), Sql("boats.seats", DataKind.Integer) with { Check = new Compare(CompareOp.Greater, Ref.To("seats"), Literal.Number(0)) }).Build();
        domain.Rules.ShouldContain(rule => rule.Entity == "Boat" && rule.Demand == new Holds(new Compare(CompareOp.Greater, Ref.To("seats"), Literal.Number(0))));
    }
}
