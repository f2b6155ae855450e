using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Design.Passes;

/// <summary>Decides how the schema comes to a server and what stands in it for development.</summary>
internal sealed class PlanMigrationsAndSeeds : IDesignPass
{
    public int ChecklistItem => 12;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var seeds = new DevelopmentSeeds(design).All();
        var rows = seeds.Sum(seed => seed.Rows.Count);
        return (design with { Seeds = seeds }).Decide(
            new("D12-migrations", 12, $"{design.Tables.Count} tables are created in the order of their references; later changes are made in steps that never hold a lock for long.",
                "A statement that waits for a lock makes every reader behind it wait, so each change sets a lock timeout and validates constraints in a second step.", []),
            new("D12-seeds", 12, rows == 0 ? "No rows are seeded." : $"{rows} development rows in {seeds.Count} tables; production starts without rows.",
                rows == 0 ? "No table can be filled without values the documents do not give." : "The documents name no rows that must exist in production; development rows use made-up values and fixed keys, so that a second run changes nothing.", []));
    }
}
