using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>An index carries figures along where many parts of a whole are added up, and nowhere else.</summary>
public class CoveredFigureTests
{
    [Fact]
    public void A_total_over_many_parts_is_added_up_from_the_index_alone()
    {
        var compilation = BeaverProduct.Compile("- 100 pools\n- 400,000 payouts per year");
        var index = compilation.Schema.Find("payouts")!.Indexes.Single(index => index.Name.Text == "payouts_pool_id_idx");
        index.Include.Select(column => column.Text).ShouldBe(["amount"]);
        compilation.Design.Decisions.Single(decision => decision.Id == "D06-payouts_pool_id_idx").Reason.ShouldContain("amount is carried along");
        compilation.Artifacts.Where(file => file.Path.EndsWith(".sql", StringComparison.Ordinal)).ShouldContain(file => file.Text.Contains("(lodge_id, pool_id) INCLUDE (amount)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("- 100 pools\n- 1,000 payouts per year")]
    [InlineData("")]
    public void A_total_over_few_parts_looks_into_the_table(string scale) =>
        BeaverProduct.Compile(scale).Schema.Tables.SelectMany(table => table.Indexes).ShouldAllBe(index => index.Include.Count == 0);
}
