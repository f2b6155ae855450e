using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Terms;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>From small documents to the design: what they demand is in the tables.</summary>
public class WrittenDesignTests
{
    private const string Nursery =
        """
        # Tree nursery

        ## Data model

        ### Bed
        - id: uuid
        - name: string (required, unique)
        - deleted_at: timestamp (optional)

        ### Tree
        - id: uuid
        - bed_id: uuid (FK -> Bed, required)
        - label: string (required, unique)

        ### Sale
        - id: uuid
        - status: enum - draft, closed (required)
        - price: decimal(12,2) (required)
        - currency: currency code (required, default XTS)

        ### Sale line
        - id: uuid
        - sale_id: uuid (FK -> Sale, required)
        - kilowatt_price: decimal(12,6) (required)
        - currency: currency code (required)

        **Rules**:
        - Trees are soft-deleted.
        - A closed sale must have at least one sale line
        """;

    private static readonly Compilation Compilation = Compiler.Compile([new InputDocument("TECHNICAL_SPEC.md", Nursery)], "nursery", new Findings());

    private static TableDesign Table(string name) => Compilation.Design.Find(name).ShouldNotBeNull();

    [Theory]
    [InlineData("beds")]
    [InlineData("trees")]
    public void What_the_documents_mark_as_deleted_is_deleted_softly(string table)
    {
        Table(table).SoftDelete.ShouldBeTrue();
        Table(table).Find("deleted_at").ShouldNotBeNull().Role.ShouldBe(ColumnRole.DeletedAt);
        Table(table).Uniques.ShouldHaveSingleItem().Where.ShouldNotBeNull();
        Table("sales").SoftDelete.ShouldBeFalse();
    }

    [Fact]
    public void A_least_number_of_parts_counts_from_a_value_though_no_changes_between_values_are_stated()
    {
        var minimum = Table("sales").Minimums.ShouldHaveSingleItem();
        (minimum.StateColumn, minimum.States.ShouldHaveSingleItem(), minimum.Count).ShouldBe(("status", "closed", 1));
    }

    [Fact]
    public void An_amount_beside_a_currency_has_no_more_digits_than_it_unless_more_are_stated()
    {
        var sales = Table("sales");
        CurrencyColumns.ThatBoundsDigitsOf(sales, sales.Find("price")!)!.Name.ShouldBe("currency");
        var lines = Table("sale_lines");
        CurrencyColumns.ThatBoundsDigitsOf(lines, lines.Find("kilowatt_price")!).ShouldBeNull();
        CurrencyColumns.OwnCodes(Compilation.Design, DataKind.CurrencyCode, Currencies.All).ShouldBe(["XTS"]);
    }
}
