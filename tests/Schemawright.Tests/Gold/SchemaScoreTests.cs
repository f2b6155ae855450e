using Schemawright.Collections;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Gold;

/// <summary>The measure itself, on schemas small enough to count by hand.</summary>
public class SchemaScoreTests
{
    private const string Hangar = """
        airplane|plane: airplane number!, model, seats|capacity
        flight: departure time
        flight -> airplane
        flight -> pilot as captain
        flight -> pilot as copilot
        pilot: name
        junction service|maintenance: date
        service -> airplane
        service -> mechanic
        mechanic: name
        """;

    [Theory]
    [InlineData("OrderItem", "order items")]
    [InlineData("e-mail", "EMail")]
    [InlineData("categories", "Category")]
    [InlineData("Houses", "house")]
    [InlineData("statuses", "status")]
    [InlineData("analyses", "analysis")]
    [InlineData("people", "Person")]
    [InlineData("brewer's notes", "brewers_note")]
    [InlineData("ReceiptURL", "receipt_url")]
    public void Case_separators_and_number_do_not_make_another_name(string one, string other) => Spelling.Key(one).ShouldBe(Spelling.Key(other));

    [Theory]
    [InlineData("address", "adder")]
    [InlineData("order", "order item")]
    [InlineData("number", "numbering")]
    public void Other_words_make_another_name(string one, string other) => Spelling.Key(one).ShouldNotBe(Spelling.Key(other));

    [Fact]
    public void What_is_read_as_the_gold_has_it_counts_in_full()
    {
        var score = Score(
            [Table("Airplane", ["number", "model", "capacity"], ["number"]), Table("Flight", ["departure_time"]), Table("Pilot", ["name"]), Table("AirplaneMechanic", ["date"]), Table("Mechanic", ["name"])],
            ["Flight>Airplane", "Flight>Pilot", "Flight>Pilot", "AirplaneMechanic>Airplane", "AirplaneMechanic>Mechanic"]);
        score.Tables.ShouldBe(new(5, 5, 5));
        score.Columns.ShouldBe(new(7, 7, 7));
        score.Edges.ShouldBe(new(5, 5, 5));
        score.Unique.ShouldBe(new(1, 1, 1));
        score.Details.ShouldBeEmpty();
    }

    [Fact]
    public void A_missed_table_takes_its_attributes_and_references_with_it()
    {
        var score = Score([Table("Plane", ["model", "colour"]), Table("Flight", ["departure_time"])], ["Flight>Plane"]);
        score.Tables.ShouldBe(new(2, 5, 2));
        score.Columns.ShouldBe(new(2, 7, 3));
        score.Edges.ShouldBe(new(1, 5, 1));
        score.Details.ShouldContain("missed table pilot");
        score.Details.ShouldContain("invented attribute airplane.colour");
        score.Details.ShouldContain("missed reference flight -> pilot");
    }

    [Fact]
    public void An_invented_table_counts_once_and_its_references_count()
    {
        var score = Score([Table("Airplane", []), Table("Bookings", ["a", "b"])], ["Bookings>Airplane"]);
        score.Tables.ShouldBe(new(1, 5, 2));
        score.Columns.Given.ShouldBe(0);
        score.Edges.ShouldBe(new(0, 5, 1));
        score.InventedTables.ShouldBe(["Bookings"]);
    }

    [Fact]
    public void One_reference_does_not_stand_for_two() =>
        Score([Table("Flight", []), Table("Pilot", [])], ["Flight>Pilot"]).Edges.ShouldBe(new(1, 5, 1));

    [Fact]
    public void A_table_the_text_names_is_not_found_by_its_references() =>
        Score([Table("Airplane", []), Table("Pilot", []), Table("Trip", [])], ["Trip>Airplane", "Trip>Pilot"]).Details.ShouldContain("missed table flight");

    [Fact]
    public void The_key_that_every_table_has_answers_for_an_id()
    {
        var score = SchemaScore.Of(GoldSchema.Parse("patient: patient id!, name"), new([Table("Patient", ["name"])], []));
        score.Columns.ShouldBe(new(2, 2, 2));
        score.Unique.ShouldBe(new(1, 1, 1));
    }

    [Fact]
    public void A_reference_to_a_table_the_gold_does_not_have_is_refused() =>
        Should.Throw<FormatException>(() => GoldSchema.Parse("hive: number\nhive -> apiary")).Message.ShouldContain("hive -> apiary");

    private static SchemaScore Score(Seq<ReadTable> tables, Seq<string> edges) =>
        SchemaScore.Of(GoldSchema.Parse(Hangar), new(tables, edges.Select(edge => edge.Split('>')).Select(edge => new ReadEdge(edge[0], edge[1])).ToSeq()));

    private static ReadTable Table(string name, Seq<string> columns, Seq<string> unique = default) => new(name, columns, unique);
}
