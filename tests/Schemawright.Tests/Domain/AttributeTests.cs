using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Facts;
using Schemawright.Terms;
using Shouldly;
using Xunit;
using static Schemawright.Tests.Domain.Said;

namespace Schemawright.Tests.Domain;

/// <summary>Attributes merged from several places, and the questions where the places disagree.</summary>
public class AttributeTests
{
    [Fact]
    public void Columns_that_the_design_adds_are_no_attributes()
    {
        var boat = new Said().Table("boats", Sql("boats.id", DataKind.Uuid) with { PrimaryKey = true }, Sql("boats.name"), Sql("boats.created_at", DataKind.Timestamp), Sql("boats.version", DataKind.Integer)).Build().Find("Boat")!;
        boat.Attributes.Select(attribute => attribute.Name).ShouldBe(["name"]);
        boat.StatedKey.ShouldBe(DataKind.Uuid);
    }

    [Fact]
    public void A_version_that_counts_amendments_keeps_apart_from_the_row_version()
    {
        var said = new Said().Block("Charter", Attribute("Charter.name"), Attribute("Charter.version", DataKind.Integer) with { Note = "for amendments" });
        said.Build().Find("Charter")!.Attributes.Select(attribute => attribute.Name).ShouldBe(["name", "charter_version"]);
        said.Asked(ClarificationReason.Assumption).ShouldContain(question => question.Question.Contains("Charter.version"));
    }

    [Fact]
    public void Lists_of_values_that_differ_are_asked_about_and_joined()
    {
        var said = new Said()
            .Block("Boat", Attribute("Boat.name"), Attribute("Boat.kind", DataKind.Enumeration, values: ["Sail", "Motor"]))
            .Table("boats", Sql("boats.name"), Sql("boats.kind", DataKind.Enumeration, values: ["sail", "row", "motor"]));
        said.Build().Find("Boat")!.Find("kind")!.Type.Values.ShouldBe(["sail", "row", "motor"]);
        var question = said.Asked(ClarificationReason.Contradiction).ShouldHaveSingleItem();
        question.Question.ShouldContain("the 3 values sail, row, motor (TechnicalSpec.md:");
        question.Question.ShouldContain("the 2 values sail, motor (ProductRequirements.md:");
        question.Affects.ShouldBe(["Boat.kind"]);
    }

    [Fact]
    public void Spelling_alone_is_no_difference_of_values()
    {
        var said = new Said()
            .Block("Boat", Attribute("Boat.name"), Attribute("Boat.state", DataKind.Enumeration, values: ["InRepair", "Pending Launch"]))
            .Table("boats", Sql("boats.name"), Sql("boats.state", DataKind.Enumeration, values: ["in_repair", "pending_launch"]));
        said.Build();
        said.Asked(ClarificationReason.Contradiction).ShouldBeEmpty();
    }

    [Fact]
    public void Required_here_and_optional_there_is_a_contradiction_and_the_stronger_place_holds()
    {
        var said = new Said()
            .Block("Boat", Attribute("Boat.name"), Attribute("Boat.flag") with { Required = true })
            .Table("boats", Sql("boats.name", required: true), Sql("boats.flag"));
        said.Build().Find("Boat")!.Find("flag")!.Required.ShouldBeFalse();
        said.Asked(ClarificationReason.Contradiction).ShouldHaveSingleItem().Question.ShouldBe("Must every Boat have a flag, or may it be left empty?");
    }

    [Fact]
    public void Defaults_and_lengths_that_differ_are_asked_about()
    {
        var said = new Said()
            .Block("Boat", Attribute("Boat.flag", DataKind.ShortText) with { Default = "none", Type = new(DataKind.ShortText, Length: 40) })
            .Table("boats", Sql("boats.name"), Sql("boats.flag") with { Default = "'local'", Type = new(DataKind.ShortText, Length: 60) });
        var flag = said.Build().Find("Boat")!.Find("flag")!;
        flag.Default.ShouldBe(Literal.String("local"));
        flag.Type.Length.ShouldBe(60);
        said.Asked(ClarificationReason.Contradiction).Count().ShouldBe(2);
    }

    [Fact]
    public void Timestamps_without_zone_make_one_question_for_all()
    {
        var said = new Said().Table("trips", Sql("trips.name"), Sql("trips.leaves_at", DataKind.LocalTimestamp), Sql("trips.returns_at", DataKind.LocalTimestamp));
        said.Build().Find("Trip")!.Find("leaves_at")!.Type.Kind.ShouldBe(DataKind.Timestamp);
        said.Findings.Clarifications.Count(question => question.Question.Contains("time zone")).ShouldBe(1);
    }

    [Fact]
    public void Encrypted_and_hashed_columns_are_marked_and_lose_the_suffix()
    {
        var member = new Said().Table("members", Sql("members.email"), Sql("members.iban_encrypted"), Sql("members.password_hash")).Build().Find("Member")!;
        member.Find("iban")!.ShouldSatisfyAllConditions(iban => iban.Encrypted.ShouldBeTrue(), iban => iban.Privacy.ShouldBe(PrivacyClass.Sensitive));
        member.Find("password_hash")!.ShouldSatisfyAllConditions(hash => hash.Hashed.ShouldBeTrue(), hash => hash.Privacy.ShouldBe(PrivacyClass.Secret));
    }

    [Fact]
    public void Names_that_differ_by_the_entitys_own_name_are_one_attribute_only_across_documents()
    {
        var said = new Said()
            .Block("Booking", Attribute("Booking.name"), Attribute("Booking.date", DataKind.Date))
            .Table("bookings", Sql("bookings.name"), Sql("bookings.booking_date", DataKind.Date));
        said.Build().Find("Booking")!.Attributes.Select(attribute => attribute.Name).ShouldBe(["name", "booking_date"]);

        var both = new Said().Table("bookings", Sql("bookings.date", DataKind.Date), Sql("bookings.booking_date", DataKind.Date));
        both.Build().Find("Booking")!.Attributes.Count.ShouldBe(2);
    }

    [Fact]
    public void An_attribute_without_type_gets_the_type_of_its_head_noun()
    {
        var attribute = new Said().Box("Boat", Attribute("Boat.name"), Attribute("Boat.launch_date")).Build().Find("Boat")!.Find("launch_date")!;
        attribute.Type.Kind.ShouldBe(DataKind.Date);
        attribute.TypeAssumed.ShouldBeTrue();
    }
}
