using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Facts;
using Schemawright.Terms;
using Shouldly;
using Xunit;
using static Schemawright.Tests.Domain.Said;

namespace Schemawright.Tests.Domain;

/// <summary>Checklist 1: which things are entities, and under which name.</summary>
public class EntityTests
{
    [Fact]
    public void Spellings_of_one_name_in_several_places_are_one_entity()
    {
        var said = new Said()
            .Block("Boat", Attribute("Boat.name"), Attribute("Boat.length"))
            .Table("boats", Sql("boats.name"), Sql("boats.flag"));
        var boat = said.Build().Entities.ShouldHaveSingleItem();
        boat.Name.ShouldBe("Boat");
        boat.TableName.ShouldBe("boats");
        boat.Attributes.Select(attribute => attribute.Name).ShouldBe(["name", "flag", "length"]);
    }

    [Fact]
    public void A_name_whose_key_refers_to_another_entity_is_a_role_of_it()
    {
        var said = new Said()
            .Table("members", Sql("members.email"), Sql("members.name"))
            .Table("loans", Sql("loans.borrower_id", DataKind.Uuid, true, "members"), Sql("loans.due_on", DataKind.Date))
            .Box("Borrower", Attribute("Borrower.email"), Attribute("Borrower.card_number"))
            .Line("Borrower", "1:N", "Loan", FactForm.Table, DocumentKind.BusinessRules);
        var domain = said.Build();
        domain.Find("Borrower").ShouldBeNull();
        domain.Find("Member")!.Aliases.ShouldContain(alias => alias == "Borrower");
        domain.Find("Member")!.Find("card_number").ShouldNotBeNull();
        var link = domain.Relationships.ShouldHaveSingleItem();
        (link.Parent, link.Role, link.ForeignKey).ShouldBe(("Member", "borrower", "borrower_id"));
        said.Asked(ClarificationReason.Assumption).ShouldContain(question => question.Question.Contains("Is Borrower a role of Member"));
    }

    [Fact]
    public void An_entity_with_a_table_of_its_own_is_no_role_even_if_a_key_is_named_like_it()
    {
        var domain = new Said()
            .Table("members", Sql("members.email"), Sql("members.name"))
            .Table("borrowers", Sql("borrowers.card_number"), Sql("borrowers.fee"))
            .Table("loans", Sql("loans.borrower_id", DataKind.Uuid, true, "members"), Sql("loans.due_on", DataKind.Date))
            .Build();
        domain.Find("Borrower").ShouldNotBeNull();
    }

    [Fact]
    public void A_bare_name_is_asked_about_and_gets_no_table()
    {
        var said = new Said().Block("Berth", Attribute("Berth.name"), Attribute("Berth.depth")).Line("Berth", "1:N", "Lantern", FactForm.Sentence);
        var domain = said.Build();
        domain.Find("Lantern").ShouldBeNull();
        said.Asked(ClarificationReason.Unclear).ShouldContain(question => question.Question.StartsWith("Is Lantern something"));
    }

    [Fact]
    public void A_bare_name_in_a_list_of_relationships_has_a_table_of_its_relationships_and_is_asked_about()
    {
        var said = new Said().Block("Berth", Attribute("Berth.name"), Attribute("Berth.depth")).Line("Berth", "1:N", "Lantern", FactForm.List);
        var domain = said.Build();
        domain.Find("Lantern")!.Attributes.ShouldBeEmpty();
        domain.ParentsOf("Lantern").Single().Parent.ShouldBe("Berth");
        said.Asked(ClarificationReason.Unclear).ShouldContain(question => question.Question.StartsWith("Is Lantern something"));
    }

    [Fact]
    public void A_node_between_two_entities_is_their_junction()
    {
        var domain = new Said()
            .Block("Course", Attribute("Course.name"), Attribute("Course.credits"))
            .Block("Student", Attribute("Student.name"), Attribute("Student.year"))
            .Line("Course", "1:N", "CourseEnrolment").Line("Student", "1:N", "CourseEnrolment")
            .Build();
        var junction = domain.Find("CourseEnrolment")!;
        domain.ParentsOf(junction.Name).Select(link => link.Parent).ShouldBe(["Course", "Student"]);
    }

    [Fact]
    public void A_weak_form_alone_makes_no_entity()
    {
        var domain = new Said()
            .Block("Berth", Attribute("Berth.name"), Attribute("Berth.depth"))
            .Entity("LoginRequest", FactForm.Interface, DocumentKind.TechnicalSpec, [Attribute("LoginRequest.email"), Attribute("LoginRequest.password")], weak: true)
            .Build();
        domain.Entities.ShouldHaveSingleItem().Name.ShouldBe("Berth");
    }

    [Fact]
    public void A_part_with_and_without_its_wholes_name_is_one_entity_and_asked_about()
    {
        var said = new Said()
            .Table("orders", Sql("orders.number"), Sql("orders.total", DataKind.Decimal))
            .Table("order_notes", Sql("order_notes.order_id", DataKind.Uuid, true, "orders"), Sql("order_notes.text"), Sql("order_notes.author"))
            .Box("Note", Attribute("Note.order_id"), Attribute("Note.text"));
        var domain = said.Build();
        domain.Entities.Select(entity => entity.Name).ShouldBe(["Order", "OrderNote"]);
        domain.Find("OrderNote")!.Kind.ShouldBe(EntityKind.Child);
        said.Asked(ClarificationReason.Assumption).ShouldContain(question => question.Question.Contains("OrderNote and Note"));
    }

    [Fact]
    public void Two_names_in_one_document_stay_two_entities()
    {
        var domain = new Said()
            .Table("bookings", Sql("bookings.title"), Sql("bookings.start_time", DataKind.Timestamp), Sql("bookings.end_time", DataKind.Timestamp), Sql("bookings.room"))
            .Table("booking_entries", Sql("booking_entries.title"), Sql("booking_entries.start_time", DataKind.Timestamp), Sql("booking_entries.end_time", DataKind.Timestamp), Sql("booking_entries.room"))
            .Build();
        domain.Entities.Count.ShouldBe(2);
    }

    [Fact]
    public void The_documents_own_audit_log_is_an_audit_trail()
    {
        var domain = new Said().Table("audit_logs", Sql("audit_logs.action"), Sql("audit_logs.changes", DataKind.Json)).Build();
        domain.Entities.ShouldHaveSingleItem().Kind.ShouldBe(EntityKind.AuditTrail);
    }

    [Fact]
    public void A_log_with_columns_enough_is_kept_though_only_a_program_names_it()
    {
        AttributeFact[] columns = [Attribute("AuditLog.action"), Attribute("AuditLog.resource"), Attribute("AuditLog.address"), Attribute("AuditLog.details", DataKind.Json)];
        new Said().Entity("AuditLog", FactForm.Interface, DocumentKind.TechnicalSpec, columns, weak: true).Build().Entities.ShouldHaveSingleItem().Kind.ShouldBe(EntityKind.AuditTrail);
        new Said().Entity("AuditLog", FactForm.Interface, DocumentKind.TechnicalSpec, columns[..2], weak: true).Build().Entities.ShouldBeEmpty();
    }

    [Fact]
    public void Names_without_letters_are_passed_over()
    {
        var domain = new Said().Block("\u26F5", Attribute("x.name"), Attribute("x.length")).Block("Boat", Attribute("Boat.\u26F5"), Attribute("Boat.name"), Attribute("Boat.flag")).Build();
        domain.Entities.ShouldHaveSingleItem().Attributes.Select(attribute => attribute.Name).ShouldBe(["name", "flag"]);
    }
}
