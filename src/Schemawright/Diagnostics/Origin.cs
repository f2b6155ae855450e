using Schemawright.Collections;

namespace Schemawright.Diagnostics;

/// <summary>Why an element exists: the sentences it came from, or the decision that made it. Never neither.</summary>
/// <param name="Sources">The stretches of the input that state the element, in document order.</param>
/// <param name="Decision">The id of the design decision or clarification that made or completed the element.</param>
public sealed record Origin(Seq<SourceSpan> Sources, string? Decision = null)
{
    public static Origin At(SourceSpan source) => new([source]);

    public static Origin Decided(string decision) => new([], decision);

    /// <summary>Both origins' sources in order, without repeats; the first decision wins.</summary>
    public Origin And(Origin other) =>
        new(Sources.Concat(other.Sources).Distinct().Order().ToSeq(), Decision ?? other.Decision);

    public override string ToString() =>
        Sources.Count > 0 ? string.Join(", ", Sources.Select(span => $"{span.Document}:{span.Line}")) : $"decision {Decision}";
}
