using Schemawright.Collections;
using Schemawright.Rendering;

namespace Schemawright.Proof;

/// <summary>Writes the proof as proof.md and proof.json.</summary>
public static class ProofDocuments
{
    public static Seq<Artifact> Render(ProofReport report) => [];
}
