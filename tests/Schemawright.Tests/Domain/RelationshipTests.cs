using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Facts;
using Schemawright.Terms;
using Shouldly;
using Xunit;
using static Schemawright.Tests.Domain.Said;

namespace Schemawright.Tests.Domain;

/// <summary>Checklist 2: references from attributes, tables and drawings become one relationship each.</summary>
public class RelationshipTests
{
    private static Said Harbour => new Said()
        .Table("users", Sql("users.email", required: true), Sql("users.name"), Sql("users.role", DataKind.Enumeration, true, null, "captain", "clerk"))
        .Table("berths", Sql("berths.name"), Sql("berths.depth", DataKind.Decimal));

    [Fact]
    public void A_line_and_the_attribute_that_carries_it_are_one_relationship()
    {
        var domain = Harbour.Table("stays", Sql("stays.berth_id", DataKind.Uuid, true, "berths"), Sql("stays.nights", DataKind.Integer)).Line("Berth", "1:N", "Stay", label: "hosts").Build();
        var link = domain.Relationships.ShouldHaveSingleItem();
        (link.Parent, link.Child, link.Role, link.ForeignKey, link.Label).ShouldBe(("Berth", "Stay", "berth", "berth_id", "hosts"));
        link.Parents.ShouldBe(Cardinality.ExactlyOne);
        link.Origin.Sources.Count.ShouldBe(2);
    }

    [Fact]
    public void A_line_without_an_attribute_puts_the_key_on_the_many_side()
    {
        var domain = Harbour.Table("piers", Sql("piers.name"), Sql("piers.length", DataKind.Decimal)).Line("Pier", "1:N", "Berth").Build();
        var link = domain.Relationships.ShouldHaveSingleItem();
        (link.Parent, link.Child, link.ForeignKey).ShouldBe(("Pier", "Berth", "pier_id"));
    }

    [Fact]
    public void A_person_in_a_role_is_a_reference_to_the_users_and_an_outside_id_is_none()
    {
        var domain = Harbour.Table("stays", Sql("stays.berth_id", DataKind.Uuid, true, "berths"), Sql("stays.approved_by", DataKind.Uuid), Sql("stays.captain_id", DataKind.Uuid, true), Sql("stays.ledger_id")).Build();
        domain.ParentsOf("Stay").Select(link => (link.Parent, link.ForeignKey)).ShouldBe([("Berth", "berth_id"), ("User", "approved_by"), ("User", "captain_id")]);
        domain.Find("Stay")!.Attributes.Select(attribute => attribute.Name).ShouldBe(["ledger_id"]);
        domain.Find("User")!.Aliases.ShouldBe(["Captain"]);
    }

    [Fact]
    public void An_identifier_named_after_the_last_word_of_one_thing_refers_to_it_and_after_that_of_two_to_none()
    {
        var domain = Harbour.Table("river_trips", Sql("river_trips.day", DataKind.Date)).Table("winter_berths", Sql("winter_berths.heated", DataKind.Boolean)).Table("summer_stalls", Sql("summer_stalls.price", DataKind.Decimal)).Table("winter_stalls", Sql("winter_stalls.price", DataKind.Decimal))
            .Table("tickets", Sql("tickets.trip_id", DataKind.Uuid, true), Sql("tickets.stall_id", DataKind.Uuid, true)).Build();
        domain.ParentsOf("Ticket").Select(link => (link.Parent, link.ForeignKey)).ShouldBe([("RiverTrip", "trip_id")]);
    }

    [Fact]
    public void An_identifier_said_to_be_no_foreign_key_stays_an_attribute()
    {
        var domain = Harbour.Table("stays", Sql("stays.berth_id", DataKind.Uuid, true, "berths"), Sql("stays.checked_by", DataKind.Uuid) with { Note = "the user who checked it (for the audit, no FK)" }).Build();
        domain.ParentsOf("Stay").Select(link => link.ForeignKey).ShouldBe(["berth_id"]);
        domain.Find("Stay")!.Attributes.Select(attribute => attribute.Name).ShouldBe(["checked_by"]);
    }

    [Fact]
    public void An_array_of_keys_is_a_junction_which_a_declared_one_takes_over()
    {
        var domain = Harbour.Block("Trip", Attribute("Trip.name"), Attribute("Trip.berth_ids", DataKind.Uuid) with { Type = new(DataKind.Uuid, IsArray: true) }).Build();
        var made = domain.Find("TripBerth")!;
        made.Kind.ShouldBe(EntityKind.Junction);
        made.StatedPrimaryKey.ShouldBe(["trip", "berth"]);

        var declared = Harbour.Block("Trip", Attribute("Trip.name"), Attribute("Trip.berth_ids", DataKind.Uuid) with { Type = new(DataKind.Uuid, IsArray: true) })
            .Table("moorings", Sql("moorings.trip_id", DataKind.Uuid, true, "Trip"), Sql("moorings.berth_id", DataKind.Uuid, true, "berths"))
            .Build();
        declared.Find("TripBerth").ShouldBeNull();
        declared.Find("Mooring")!.Kind.ShouldBe(EntityKind.Junction);
        declared.Relationships.Count.ShouldBe(2);
    }

    [Fact]
    public void An_array_of_words_stays_an_attribute()
    {
        var domain = Harbour.Block("Trip", Attribute("Trip.name"), Attribute("Trip.tags") with { Type = new(DataKind.ShortText, IsArray: true) }).Build();
        domain.Find("Trip")!.Find("tags")!.Type.IsArray.ShouldBeTrue();
    }

    [Fact]
    public void A_list_of_urls_gives_way_to_rows_that_refer_back()
    {
        var said = Harbour.Table("stays", Sql("stays.nights", DataKind.Integer), Sql("stays.photo_urls") with { Type = new(DataKind.LongText, IsArray: true) })
            .Box("Photo", Attribute("Photo.stay_id"), Attribute("Photo.file_url"));
        var domain = said.Build();
        domain.Find("Stay")!.Find("photo_urls").ShouldBeNull();
        said.Asked(ClarificationReason.Assumption).ShouldContain(question => question.Question.Contains("photo_urls"));
    }

    [Fact]
    public void Many_to_many_here_and_one_to_many_there_is_a_contradiction()
    {
        var said = Harbour.Line("User", "N:N", "Berth", FactForm.Table, DocumentKind.BusinessRules).Line("Berth", "1:N", "User");
        said.Build();
        said.Asked(ClarificationReason.Contradiction).ShouldHaveSingleItem().Question.ShouldBe("Can one User belong to several berths, or to one only?");
    }

    [Fact]
    public void Both_directions_of_one_to_many_are_a_contradiction()
    {
        var said = Harbour.Table("piers", Sql("piers.name"), Sql("piers.length", DataKind.Decimal)).Line("Pier", "1:N", "Berth").Line("Berth", "1:N", "Pier");
        said.Build().Relationships.Count.ShouldBe(1);
        said.Asked(ClarificationReason.Contradiction).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_drawn_line_that_needs_a_parent_contradicts_a_nullable_column()
    {
        var said = Harbour.Table("stays", Sql("stays.berth_id", DataKind.Uuid, null, "berths"), Sql("stays.nights", DataKind.Integer)).Line("Berth", "1:N", "Stay");
        said.Build().Relationships.ShouldHaveSingleItem().Parents.ShouldBe(Cardinality.ZeroOrOne);
        said.Asked(ClarificationReason.Contradiction).ShouldHaveSingleItem().Affects.ShouldBe(["Stay.berth"]);
    }

    [Fact]
    public void One_document_says_the_role_and_another_the_entity_for_the_same_reference()
    {
        var said = Harbour
            .Block("Stay", Attribute("Stay.captain_id", DataKind.Uuid), Attribute("Stay.nights", DataKind.Integer))
            .Table("stays", Sql("stays.user_id", DataKind.Uuid, true, "users"), Sql("stays.nights", DataKind.Integer));
        said.Build().ParentsOf("Stay").ShouldHaveSingleItem().ForeignKey.ShouldBe("user_id");
    }

    [Fact]
    public void An_entitys_own_number_is_no_reference_to_another_of_its_kind()
    {
        var domain = Harbour.Table("stays", Sql("stays.nights", DataKind.Integer), Sql("stays.permit_id")).Box("Permit", Attribute("Permit.stay_id"), Attribute("Permit.permit_id"), Attribute("Permit.issued_at")).Build();
        domain.ParentsOf("Permit").Select(link => link.Parent).ShouldBe(["Stay"]);
        domain.Find("Permit")!.Find("permit_id")!.Type.Kind.ShouldBe(DataKind.ShortText);
    }

    [Fact]
    public void A_reference_that_is_only_drawn_may_be_empty_and_is_asked_about()
    {
        var said = Harbour.Table("piers", Sql("piers.name"), Sql("piers.length", DataKind.Decimal)).Line("Pier", "1:N", "Berth");
        said.Build().Relationships.ShouldHaveSingleItem().Parents.ShouldBe(Cardinality.ZeroOrOne);
        said.Asked(ClarificationReason.Assumption).ShouldContain(question => question.Question.StartsWith("Must every Berth have a pier"));
    }

    [Fact]
    public void Has_many_does_not_make_the_parent_needed()
    {
        var said = Harbour.Table("stays", Sql("stays.berth_id", DataKind.Uuid, null, "berths"), Sql("stays.nights", DataKind.Integer)).Line("Berth", "1:N", "Stay", FactForm.Sentence);
        said.Build().Relationships.ShouldHaveSingleItem().Parents.ShouldBe(Cardinality.ZeroOrOne);
        said.Asked(ClarificationReason.Contradiction).ShouldBeEmpty();
    }

    [Fact]
    public void A_list_of_things_mentioned_only_as_a_type_is_the_rows_that_refer_back()
    {
        var domain = Harbour.Table("stays", Sql("stays.nights", DataKind.Integer)).Table("stay_photos", Sql("stay_photos.stay_id", DataKind.Uuid, true, "stays"), Sql("stay_photos.url"))
            .Block("Stay", Attribute("Stay.nights", DataKind.Integer), Attribute("Stay.photos") with { TypeText = "Photo[]", References = "Photo" })
            .Line("Stay", "?:N", "Photo", FactForm.Interface, DocumentKind.TechnicalSpec)
            .Build();
        domain.Find("Stay")!.Find("photos").ShouldBeNull();
        domain.Find("StayPhoto")!.Aliases.ShouldContain(alias => alias == "Photo");
        domain.Relationships.ShouldHaveSingleItem();
    }
}
