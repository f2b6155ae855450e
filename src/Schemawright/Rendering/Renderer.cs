using Schemawright.Collections;
using Schemawright.Coverage;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering;

/// <summary>All files of one run.</summary>
public static class Renderer
{
    public static Seq<Artifact> Render(DomainModel domain, DataDesign design, PgSchema schema, CoverageLedger ledger, Findings findings) =>
        [.. DatabaseFiles.Render(design, schema)];
}
