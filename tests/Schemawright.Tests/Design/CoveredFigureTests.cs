using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Tests.Design;

/// <summary>An index carries figures along where many parts of a whole are added up, and nowhere else.</summary>
public class CoveredFigureTests
{
    [Fact]
    public void A_total_over_many_parts_is_added_up_from_the_index_alone()
    {
        var compilation = Compile("- 100 pools\n- 400,000 payouts per year");
        var index = compilation.Schema.Find("payouts")!.Indexes.Single(index => index.Name.Text == "payouts_pool_id_idx");
        index.Include.Select(column => column.Text).ShouldBe(["amount"]);
        compilation.Design.Decisions.Single(decision => decision.Id == "D06-payouts_pool_id_idx").Reason.ShouldContain("amount is carried along");
        compilation.Artifacts.Where(file => file.Path.EndsWith(".sql", StringComparison.Ordinal)).ShouldContain(file => file.Text.Contains("(lodge_id, pool_id) INCLUDE (amount)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("- 100 pools\n- 1,000 payouts per year")]
    [InlineData("")]
    public void A_total_over_few_parts_looks_into_the_table(string scale) =>
        Compile(scale).Schema.Tables.SelectMany(table => table.Indexes).ShouldAllBe(index => index.Include.Count == 0);

    internal static Compilation Compile(string scale) => Compiler.Compile(
    [
        new InputDocument("PRD.md",
            """
            # Beavers

            The lodges are tenants: each lodge sees only its own rows.

            ## Data model

            ### Lodge
            - id: uuid
            - name: string (required, unique)

            ### Pool
            - id: uuid
            - lodge_id: uuid (FK -> Lodge, required)
            - name: string (required)
            - budget: decimal(12,2) (required)

            ### Payout
            - id: uuid
            - pool_id: uuid (FK -> Pool, required)
            - amount: decimal(12,2) (required)
            - remark: text

            **Rules**:
            - The sum of the amounts of all payouts of a pool must not exceed its budget
            """),
        new InputDocument("SCALE_REQUIREMENTS.md", $"# Scale\n\n{scale}\n"),
    ], "beavers", new Findings());
}
