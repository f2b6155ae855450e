using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Coverage;

/// <summary>How strongly an element answers for the statement it came from, weakest first.</summary>
internal enum Strength
{
    /// <summary>The author is asked.</summary>
    Asked,

    /// <summary>A reader looked at it and said what it is; no element came of it.</summary>
    Disposed,

    /// <summary>It shaped the model.</summary>
    Modelled,

    /// <summary>The database refuses what contradicts it.</summary>
    Enforced,
}

/// <summary>An element of the model and a stretch of the input it leads back to.</summary>
/// <param name="Element">Its kind and name: <c>table orders</c>, <c>check orders_total_not_negative</c>; empty when somebody read the place and made nothing of it.</param>
/// <param name="Reason">One sentence when the element itself says why; else empty.</param>
/// <param name="Disposal">The fate somebody gave the place; null when the strength says it.</param>
internal sealed record Consequence(SourceSpan Source, Strength Strength, string Element, string Reason = "", Fate? Disposal = null)
{
    public static IEnumerable<Consequence> Of(Origin origin, Strength strength, string element, string reason = "") =>
        origin.Sources.Select(source => new Consequence(source, strength, element, reason));
}
