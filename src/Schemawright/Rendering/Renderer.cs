using Schemawright.Collections;
using Schemawright.Coverage;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Postgres.Model;
using Schemawright.Rendering.DataModelDocument;
using Schemawright.Rendering.ModelFile;
using Schemawright.Rendering.Stack;

namespace Schemawright.Rendering;

/// <summary>All files of one run.</summary>
public static class Renderer
{
    public static Seq<Artifact> Render(DomainModel domain, DataDesign design, PgSchema schema, CoverageLedger ledger, Findings findings) =>
    [
        new("DATA_MODEL.md", DataModelMarkdown.Render(new(domain, design, schema, ledger, findings.Clarifications))),
        new("coverage.md", CoverageFile.Render(domain.AppName, ledger)),
        new("model.json", ModelFileText.Write(ModelDocument.Of(domain, design, schema, ledger, findings))),
        .. DatabaseFiles.Render(design, schema),
        .. StackFiles.Render(design, schema),
    ];
}
