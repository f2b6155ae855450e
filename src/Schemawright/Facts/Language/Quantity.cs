using Schemawright.Terms;

namespace Schemawright.Facts.Language;

public enum QuantityBound { Exact, About, AtMost, LessThan, AtLeast, MoreThan }

public enum QuantityKind { Number, Percent, Bytes, Time, Money, Factor }

/// <summary>A figure in a sentence: <c>50-200</c>, <c>&lt; 500ms</c>, <c>$75/day</c>, <c>10 GB per customer</c>.</summary>
/// <param name="Low">In the kind's base unit: percent, bytes, milliseconds, units of the currency, a factor.</param>
/// <param name="High">Equal to <paramref name="Low"/> for a single figure; null for an open "200+".</param>
/// <param name="Start">Where the figure begins in the text, its sign or currency included, the words of the bound not.</param>
/// <param name="End">The place after the figure and its unit.</param>
public sealed record Quantity(decimal Low, decimal? High, QuantityBound Bound, QuantityKind Kind, int Start, int End)
{
    /// <summary>ISO code of the currency, for money.</summary>
    public string? Currency { get; init; }

    /// <summary>The time as written, for a single time of whole seconds or longer units.</summary>
    public Period? Period { get; init; }

    /// <summary>"per day", "/month", "a year".</summary>
    public PeriodUnit? PerPeriod { get; init; }

    /// <summary>"per customer", "/user": what each share is for, as written.</summary>
    public string? PerNoun { get; init; }

    public bool IsRange => High is { } high && high != Low;
}
