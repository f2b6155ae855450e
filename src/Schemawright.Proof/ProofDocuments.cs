using Schemawright.Collections;
using Schemawright.Proof.Ledger;
using Schemawright.Rendering;

namespace Schemawright.Proof;

/// <summary>A proof as people, programs and build servers read it; without times, so that the same answers give the same bytes.</summary>
public static class ProofDocuments
{
    /// <param name="compilation">Leads each vector back to its sentence and rule; null: they are left out.</param>
    public static Seq<Artifact> Render(ProofReport report, Compilation? compilation = null) =>
    [
        new("proof.md", ProofMarkdown.Write(report)), new("proof.json", ProofJson.Write(report, new ProofLedger(compilation))), new("proof.junit.xml", ProofJUnit.Write(report)),
    ];
}
