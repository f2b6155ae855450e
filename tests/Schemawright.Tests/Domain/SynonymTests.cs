using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Facts;
using Schemawright.Terms;
using Shouldly;
using Xunit;
using static Schemawright.Tests.Domain.Said;

namespace Schemawright.Tests.Domain;

/// <summary>One entity from many places and spellings; names that only resemble each other are asked about.</summary>
public class SynonymTests
{
    [Theory]
    [InlineData("tbl_boats")]
    [InlineData("Boats table")]
    [InlineData("Boat entity")]
    [InlineData("BOATS")]
    public void Spellings_of_a_name_are_one_entity(string spelled)
    {
        var domain = new Said().Block("Boat", Attribute("Boat.name"), Attribute("Boat.flag")).Table(spelled, Sql("boats.name"), Sql("boats.length", DataKind.Decimal)).Build();
        domain.Entities.ShouldHaveSingleItem().Attributes.Select(attribute => attribute.Name).ShouldBe(["name", "length", "flag"], ignoreOrder: true);
    }

    [Fact]
    public void A_name_parted_otherwise_is_the_described_one()
    {
        var domain = new Said().Block("PickupPoint", Attribute("PickupPoint.name"), Attribute("PickupPoint.city")).Block("Crate", Attribute("Crate.label"), Attribute("Crate.weight")).Line("Crate", "N:1", "pick-up point").Build();
        domain.Entities.Select(entity => entity.Name).ShouldBe(["PickupPoint", "Crate"], ignoreOrder: true);
        domain.Relationships.ShouldHaveSingleItem().Parent.ShouldBe("PickupPoint");
    }

    [Fact]
    public void Two_described_names_of_the_same_letters_stay_two()
    {
        var domain = new Said().Block("PickUp_Point", Attribute("PickUp_Point.name"), Attribute("PickUp_Point.city")).Block("Pickup_Point", Attribute("Pickup_Point.label"), Attribute("Pickup_Point.weight")).Build();
        domain.Entities.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("departure_time", "departs_at", "departs_at")]
    [InlineData("expiry_date", "expires_on", "expires_on")]
    [InlineData("start_time", "ends_at", "start_time ends_at")]
    [InlineData("departure_gate", "departs_at", "departure_gate departs_at")]
    public void A_moment_named_by_a_noun_and_by_a_verb_is_one_attribute(string noun, string verb, string expected)
    {
        var said = new Said().Block("Trip", Attribute("Trip.name"), Attribute($"Trip.{noun}")).Table("trips", Sql("trips.name"), Sql($"trips.{verb}", DataKind.Timestamp));
        said.Build().Find("Trip")!.Attributes.Select(attribute => attribute.Name).ShouldBe([.. expected.Split(' '), "name"], ignoreOrder: true);
        said.Findings.Clarifications.Any(question => question.Question.Contains("the same attribute", StringComparison.Ordinal)).ShouldBe(!expected.Contains(' '));
    }

    [Theory]
    [InlineData("Berths and moorings", "Berth")]
    [InlineData("Moorings & berths", "Mooring")]
    public void Two_names_over_one_list_are_one_entity(string title, string name)
    {
        var said = new Said().Block(title, Attribute($"{title}.number"), Attribute($"{title}.length"));
        var entity = said.Build().Entities.ShouldHaveSingleItem();
        entity.Name.ShouldBe(name);
        entity.Aliases.ShouldContain(name == "Berth" ? "Mooring" : "Berth");
        said.Findings.Clarifications.ShouldContain(question => question.Question.Contains("one kind of record", StringComparison.Ordinal));
    }

    [Fact]
    public void A_joined_title_takes_nothing_from_an_entity_of_its_own() =>
        new Said().Block("Berths and moorings", Attribute("Berths and moorings.number"), Attribute("Berths and moorings.length")).Block("Mooring", Attribute("Mooring.depth"), Attribute("Mooring.buoy")).Build()
            .Entities.Select(entity => entity.Name).ShouldBe(["BerthsAndMooring", "Mooring"], ignoreOrder: true);

    [Fact]
    public void A_dining_table_is_no_dining()
    {
        var domain = new Said().Block("Dining Table", Attribute("DiningTable.number"), Attribute("DiningTable.seats")).Build();
        domain.Entities.ShouldHaveSingleItem().Name.ShouldBe("DiningTable");
    }

    [Fact]
    public void A_declared_name_makes_one_entity_and_one_reference_of_two_spellings()
    {
        var domain = new Said()
            .Fact(DocumentKind.ProductRequirements, span => new SynonymFact("Boat", "Vessel", true, span, "Boat (also called Vessel)"))
            .Block("Boat", Attribute("Boat.name"), Attribute("Boat.flag"))
            .Block("Trip", Attribute("Trip.name"), Attribute("Trip.boat_id"))
            .Table("vessels", Sql("vessels.name"), Sql("vessels.length", DataKind.Decimal))
            .Table("trips", Sql("trips.name"), Sql("trips.vessel_id", DataKind.Uuid, true, "vessels")).Build();
        domain.Entities.Select(entity => entity.Name).ShouldBe(["Boat", "Trip"], ignoreOrder: true);
        domain.Find("Boat")!.Aliases.ShouldBe(["Vessel"]);
        domain.ParentsOf("Trip").ShouldHaveSingleItem().Parent.ShouldBe("Boat");
    }

    [Fact]
    public void A_name_in_brackets_counts_where_it_names_a_key_and_nothing_else()
    {
        Said Boats(bool own) => (own ? new Said().Block("Craft", Attribute("Craft.name"), Attribute("Craft.rig")) : new Said())
            .Fact(DocumentKind.ProductRequirements, span => new SynonymFact("boat", "craft", false, span, "boat (craft)"))
            .Block("Boat", Attribute("Boat.name"), Attribute("Boat.flag")).Block("Trip", Attribute("Trip.name"), Attribute("Trip.craft_id"));
        Boats(own: false).Build().ParentsOf("Trip").ShouldHaveSingleItem().Parent.ShouldBe("Boat");
        Boats(own: true).Build().ParentsOf("Trip").ShouldHaveSingleItem().Parent.ShouldBe("Craft");
    }

    [Fact]
    public void Near_synonyms_stay_two_entities_and_are_asked_about()
    {
        var said = new Said().Block("Customer", Attribute("Customer.name"), Attribute("Customer.phone")).Table("clients", Sql("clients.name"), Sql("clients.city"));
        said.Build().Entities.Count.ShouldBe(2);
        said.Findings.Clarifications.ShouldContain(question => question.Question.Contains("mean the same thing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_named_by_a_near_synonym_is_supposed_to_refer_and_asked_about()
    {
        var said = new Said().Block("Customer", Attribute("Customer.name"), Attribute("Customer.phone")).Table("orders", Sql("orders.number"), Sql("orders.client_id", DataKind.Uuid, true));
        said.Build().ParentsOf("Order").ShouldHaveSingleItem().Parent.ShouldBe("Customer");
        said.Findings.Clarifications.ShouldContain(question => question.Question == "Does Order.client_id refer to Customer?");
    }

    [Fact]
    public void Ids_of_questions_do_not_hang_on_what_stands_around()
    {
        var documents = Directory.EnumerateFiles(Repository.PathOf("tests", "cases", "answers", "kennel")).Order(StringComparer.Ordinal).Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file))).ToList();
        var before = Ids(documents.Select(document => new InputDocument(document.Name, document.Text)));
        var after = Ids(documents.Select(document => new InputDocument(document.Name, document.Text.Replace("\n\n", "\n\nIt is quiet at night.\n\n", StringComparison.Ordinal))));
        after.ShouldBe(before);
    }

    private static IEnumerable<string> Ids(IEnumerable<InputDocument> documents) =>
        Compiler.Compile(documents, "kennel", new Findings()).Clarifications.Select(question => question.Id).Order(StringComparer.Ordinal);
}
