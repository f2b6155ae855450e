using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Tests.Design;

/// <summary>A small product whose wholes may not spend more than they have: the sum over many parts is compared at every change.</summary>
internal static class BeaverProduct
{
    private const string Prd =
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
        """;

    /// <param name="scale">The lines of the scale document.</param>
    public static Compilation Compile(string scale) =>
        Compiler.Compile([new InputDocument("PRD.md", Prd), new InputDocument("SCALE_REQUIREMENTS.md", $"# Scale\n\n{scale}\n")], "beavers", new Findings());
}
