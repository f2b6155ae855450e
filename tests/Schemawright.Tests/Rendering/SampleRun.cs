using Schemawright.Coverage;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Postgres;
using Schemawright.Postgres.Model;
using Schemawright.Rendering;
using Schemawright.Tests.Design;

namespace Schemawright.Tests.Rendering;

/// <summary>A domain taken through design, lowering and rendering.</summary>
internal sealed class SampleRun
{
    public SampleRun(DomainModel domain)
    {
        Domain = domain;
        Design = DesignPasses.Run(domain, Findings);
        Schema = PostgresLowering.Lower(Design, Findings);
        Ledger = new([new(new("RULES.md", 3, 1, 3, 20), "an amount is > 0 | always", "rule", Fate.Enforced, "The database refuses it.", ["check amounts"])]);
        foreach (var artifact in Renderer.Render(domain, Design, Schema, Ledger, Findings))
        {
            Files[artifact.Path] = artifact.Text;
        }
    }

    public static SampleRun Clinic { get; } = new(SampleDomain.Model);

    public static SampleRun Empty { get; } = new(new()
    {
        AppName = "Nothing Yet",
        AppNameOrigin = Origin.Decided("app-name-from-folder"),
        Tenancy = new(TenancyModel.None, null, "the documents name no tenants", Origin.Decided("tenancy")),
    });

    public Findings Findings { get; } = new();

    public DomainModel Domain { get; }

    public DataDesign Design { get; }

    public PgSchema Schema { get; }

    public CoverageLedger Ledger { get; }

    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public string Document => Files["DATA_MODEL.md"];
}
