using Schemawright.Collections;
using Schemawright.Design.Passes;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design;

/// <summary>The order of the design passes: tenancy before keys, columns before rules, rules before indexes.</summary>
public static class DesignPasses
{
    private static readonly Seq<IDesignPass> Order =
    [
        new IsolateTenants(),
        new DesignAudit(),
        new PlanRetention(),
        new DetermineKeys(),
        new ProtectPrivacy(),
        new Normalize(),
        new Denormalize(),
        new ChooseTypes(),
        new DefineRoutines(),
        new PlanPartitions(),
        new PlanIndexes(),
        new PlanMigrationsAndSeeds(),
        new PlanRecovery(),
    ];

    public static DataDesign Run(DomainModel domain, Findings findings)
    {
        var design = LayOutTables.Of(domain);
        foreach (var pass in Order)
        {
            design = pass.Apply(design, findings);
            DesignInvariants.Verify(design, pass.GetType().Name);
        }

        DesignInvariants.VerifyComplete(design);
        return design with { Decisions = design.Decisions.OrderBy(decision => decision.ChecklistItem).ToSeq() };
    }
}
