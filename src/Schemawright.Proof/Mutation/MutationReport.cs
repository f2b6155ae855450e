using Schemawright.Collections;

namespace Schemawright.Proof.Mutation;

public enum MutantFate
{
    /// <summary>A vector was answered otherwise than promised.</summary>
    Noticed,

    /// <summary>Every vector that could notice was answered as before.</summary>
    Survived,

    /// <summary>The server does not let the defect be built in.</summary>
    NotMade,
}

/// <summary>What became of one defect.</summary>
/// <param name="Object">The object it was built into.</param>
/// <param name="Words">Noticed: the vector that did. Survived: why, where it is known. Not made: the server's answer.</param>
public sealed record MutantResult(string Kind, string Object, string What, MutantFate Fate, string Words);

/// <summary>How many defects, built in one at a time, the proof notices.</summary>
public sealed record MutationReport(Seq<MutantResult> Mutants)
{
    /// <summary>The least that counts as a proof that can fail.</summary>
    public const decimal Bar = 95;

    public int Noticed => Mutants.Count(mutant => mutant.Fate == MutantFate.Noticed);

    public int Made => Mutants.Count(mutant => mutant.Fate != MutantFate.NotMade);

    /// <summary>In percent, rounded down to a tenth.</summary>
    public decimal Score => Made == 0 ? 0 : decimal.Floor(1000m * Noticed / Made) / 10;

    public bool IsEnough => Score >= Bar;

    public IEnumerable<MutantResult> Survivors => Mutants.Where(mutant => mutant.Fate == MutantFate.Survived);
}
