using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Facts;

namespace Schemawright.Coverage;

/// <summary>Follows every statement of the input to what it caused.</summary>
public static class LedgerBuilder
{
    public static CoverageLedger Build(FactBase facts, DomainModel domain, DataDesign design, Findings findings) => new([]);
}
