using Schemawright.Collections;

namespace Schemawright.Proof.Obligations;

/// <summary>A promise of the data model that a live server can confirm or refute.</summary>
internal interface IObligation
{
    /// <summary>The claim as a sentence.</summary>
    string Claim { get; }

    /// <summary>It mostly waits for servers of its own, so it runs beside the others from the beginning.</summary>
    bool HasServersOfItsOwn => false;

    Task<Seq<ProofVector>> TryAsync(ProofBench bench);
}
