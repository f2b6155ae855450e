using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Postgres.Capacity;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Postgres;

/// <summary>The arithmetic of rows, pages and years.</summary>
public class CapacityTests
{
    private const string Product =
        """
        # PRD: Tide Gauge

        ### Station
        - id (uuid)
        - name (text, required)

        ### Reading
        - id (uuid)
        - station_id (uuid, references Station)
        - level_mm (integer, required)
        - remark (text)
        """;

    [Theory]
    [InlineData("uuid", 16, 1)]
    [InlineData("bigint", 8, 8)]
    [InlineData("date", 4, 4)]
    public void A_fixed_type_has_the_width_of_its_type(string type, double bytes, int align) =>
        StoredWidth.Of(type, null).ShouldBe(new StoredWidth(bytes, align, false, bytes));

    [Fact]
    public void A_short_text_has_one_byte_of_header_and_a_long_one_four()
    {
        Text(126).Bytes.ShouldBe(127);
        Text(127).Bytes.ShouldBe(131);
        StoredWidth Text(int length) => StoredWidth.Of("text", Column(length));
    }

    [Fact]
    public void Columns_in_a_bad_order_cost_their_padding()
    {
        // boolean, bigint, boolean, bigint: 1 + 7 + 8 + 1 + 7 + 8.
        TupleSize.Values([Width("boolean"), Width("bigint"), Width("boolean"), Width("bigint")]).ShouldBe(32);
        TupleSize.Values([Width("bigint"), Width("bigint"), Width("boolean"), Width("boolean")]).ShouldBe(24);
    }

    [Fact]
    public void An_index_whose_keys_arrive_in_order_is_smaller_than_one_whose_keys_do_not()
    {
        var inOrder = IndexSize.Of(new("a", "btree", [Width("uuid") with { Ascending = true }], true, 1), 1_000_000);
        var atRandom = IndexSize.Of(new("a", "btree", [Width("uuid")], true, 1), 1_000_000);
        (atRandom / inOrder).ShouldBe(0.90 / 0.69, 0.01);
    }

    [Fact]
    public void Equal_keys_are_packed_and_unequal_ones_are_not()
    {
        var few = IndexSize.Of(new("a", "btree", [Width("uuid") with { Distinct = 100 }], false, 1), 1_000_000);
        var all = IndexSize.Of(new("a", "btree", [Width("uuid") with { Distinct = 1_000_000 }], false, 1), 1_000_000);
        (few / all).ShouldBeLessThan(0.25);
        IndexSize.Of(new("a", "btree", [Width("numeric") with { Distinct = 100 }], false, 1), 1_000_000).ShouldBeGreaterThan(few);
    }

    [Fact]
    public void A_value_longer_than_a_quarter_of_a_page_leaves_the_row()
    {
        var near = HeapSize.Of([Width("uuid"), Width("text", 1500)], 1000, 1);
        var away = HeapSize.Of([Width("uuid"), Width("text", 6000)], 1000, 1);
        near.Toast.ShouldBe(8192);
        away.Toast.ShouldBeGreaterThan(6_000_000);
        away.RowBytes.ShouldBeLessThan(100);
    }

    [Fact]
    public void Stated_growth_in_per_cent_becomes_rows_a_year()
    {
        var volume = Compile("- 2,000,000 readings\n- 50% growth per year\n").Find("readings")!.Volume!;
        volume.RowsNow.ShouldBe(2_000_000);
        volume.RowsPerYear.ShouldBe(1_000_000);
    }

    [Fact]
    public void A_figure_without_growth_does_not_grow() =>
        Compile("- 2,000,000 readings\n").Find("readings")!.Volume!.RowsPerYear.ShouldBe(0);

    [Fact]
    public void Rows_that_leave_after_a_time_bound_their_table()
    {
        var compilation = Compiled("- 1,000,000 readings per year\n", "Readings are deleted after 2 years.");
        var readings = new CapacityPlan(compilation.Design, compilation.Schema).Tables.Single(table => table.Table == "readings");
        readings.Sizes[^1].Rows.ShouldBe(2_000_000);
        readings.Limit.ShouldBe("rows leave after 2 years");
    }

    [Fact]
    public void The_length_of_a_long_text_in_a_large_table_is_asked_and_the_answer_counts()
    {
        var findings = new Findings();
        var assumed = Compile("- 5,000,000 readings\n", findings, "remark (long text)");
        var question = findings.Clarifications.Single(asked => asked.Question == "How many characters does Reading.remark have on average?");
        assumed.Find("readings")!.Find("remark")!.AverageBytes.ShouldBeNull();

        var told = new Findings();
        told.Hear([new Answer(question.Id, "about 1,200 characters", new("answers.md", 1, 1, 1, 2))]);
        Compile("- 5,000,000 readings\n", told, "remark (long text)").Find("readings")!.Find("remark")!.AverageBytes.ShouldBe(1200);
    }

    private static DataDesign Compile(string scale, Findings? findings = null, string remark = "remark (text)") => Compiled(scale, "", findings, remark).Design;

    private static Compilation Compiled(string scale, string rules, Findings? findings = null, string remark = "remark (text)") => Compiler.Compile(
        [
            new InputDocument("PRD.md", Product.Replace("remark (text)", remark, StringComparison.Ordinal)),
            new InputDocument("SCALE_REQUIREMENTS.md", "# Scale Requirements\n\n" + scale),
            new InputDocument("BUSINESS_RULES.md", "# Business Rules\n\n" + rules + "\n"),
        ], "tide", findings ?? new Findings());

    private static ColumnDesign Column(int length) => new("a", new(Terms.DataKind.ShortText), false, ColumnRole.Attribute, "", Origin.Decided("test")) { AverageBytes = length };

    private static ColumnWidth Width(string type, int length = 10)
    {
        var width = StoredWidth.Of(type, Column(length));
        return new(new("a"), type, width.Bytes, width.Align, width.Varies, 0, 1_000_000, false) { Length = width.Length };
    }
}
