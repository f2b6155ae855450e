using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design;

/// <summary>The order of the design passes: tenancy before keys before indexes.</summary>
public static class DesignPasses
{
    public static DataDesign Run(DomainModel domain, Findings findings) => new()
    {
        Domain = domain,
        Tenancy = new(domain.Tenancy.Model, null, null, "Single tenant", domain.Tenancy.Reason, domain.Tenancy.Origin),
        Audit = new("audit_logs", null, null, [], [], "", Origin.Decided("audit")),
        Recovery = new(new(5, Terms.PeriodUnit.Minute), new(1, Terms.PeriodUnit.Hour), new(1, Terms.PeriodUnit.Day), 60, new(30, Terms.PeriodUnit.Day), new(7, Terms.PeriodUnit.Day), new(1, Terms.PeriodUnit.Month), true, 0, [], Origin.Decided("recovery")),
    };
}
