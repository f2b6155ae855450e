using Schemawright.Collections;
using Schemawright.Design.Seeding;
using Schemawright.Diagnostics;

namespace Schemawright.Design.Passes;

/// <summary>Decides how the schema comes to a server and what stands in it for development.</summary>
internal sealed class PlanMigrationsAndSeeds : IDesignPass
{
    public int ChecklistItem => 12;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var plan = new DevelopmentSeeds(design);
        var seeds = plan.All();
        return (design with { Seeds = seeds }).Decide(
            new("D12-migrations", 12, $"{design.Tables.Count} tables are created in the order of their references; later changes are made in steps that never hold a lock for long.",
                "A statement that waits for a lock makes every reader behind it wait, so each change sets a lock timeout and validates constraints in a second step.", []),
            new(DevelopmentSeeds.SeedDecision, 12, Choice(seeds, plan.Left),
                "The documents name no rows that must exist in production; development rows use made-up values and fixed keys, so that a second run changes nothing.", []));
    }

    private static string Choice(Seq<SeedDesign> seeds, Seq<string> left)
    {
        var filled = seeds.Count == 0 ? "No rows are seeded" : $"{seeds.Sum(seed => seed.Rows.Count)} development rows in {seeds.Count} tables";
        return left.Count == 0 ? $"{filled}." : $"{filled}; {string.Join(", ", left)} stay empty, because their rules depend on the day or on values that cannot be made up.";
    }
}
