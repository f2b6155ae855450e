using System.Globalization;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Coverage;

/// <summary>The figures that rules, columns and states hold for a statement, and whether a figure as written is one of them.</summary>
internal sealed class CarriedFigures
{
    /// <summary>How units turn into each other: hours and minutes, years and months, per cent and shares, bytes.</summary>
    private static readonly decimal[] Factors = [1, 7, 12, 24, 30, 31, 52, 60, 90, 100, 365, 1000, 1024, 1440, 3600, 86400, 1_048_576];

    private readonly Dictionary<SourceSpan, HashSet<decimal>> _figures = [];
    private readonly Dictionary<(string Entity, string Attribute), HashSet<decimal>> _ofAttributes = [];

    public CarriedFigures(DomainModel domain)
    {
        GatherOfAttributes(domain);
        foreach (var rule in domain.Rules)
        {
            // Of two bounds of one attribute the other may hold the figure.
            Add(rule.Origin, [.. Of(rule.Demand), .. DemandNames.Of(rule.Demand).SelectMany(name => _ofAttributes.GetValueOrDefault((rule.Entity, name)) ?? [])]);
        }

        foreach (var (entity, attribute) in domain.Entities.SelectMany(entity => entity.Attributes.Select(attribute => (entity, attribute))))
        {
            Add(attribute.Origin, _ofAttributes.GetValueOrDefault((entity.Name, attribute.Name)) ?? []);
        }

        foreach (var kept in domain.Retention)
        {
            Add(kept.Origin, [kept.Period.Amount, .. kept.Where is null ? [] : Of(kept.Where)]);
        }

        foreach (var state in domain.StateMachines.SelectMany(machine => machine.States).Where(state => state.TimeoutAfter is not null))
        {
            Add(state.Origin, [state.TimeoutAfter!.Amount]);
        }
    }

    private void GatherOfAttributes(DomainModel domain)
    {
        var figures = domain.Entities.SelectMany(entity => entity.Attributes.Select(attribute => (Key: (entity.Name, attribute.Name), Figures: OfType(attribute.Type).Concat(Of(attribute.Default)))))
            .Concat(domain.Rules.SelectMany(rule => DemandNames.Of(rule.Demand).Select(name => (Key: (rule.Entity, name), Figures: Of(rule.Demand)))));
        foreach (var (key, known) in figures)
        {
            if (!_ofAttributes.TryGetValue(key, out var all))
            {
                _ofAttributes.Add(key, all = []);
            }

            all.UnionWith(known);
        }
    }

    public IEnumerable<decimal> At(SourceSpan source) => _figures.TryGetValue(source, out var figures) ? figures : [];

    /// <summary>The figures written in a name or a text.</summary>
    public static IEnumerable<decimal> Written(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                continue;
            }

            var end = at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
            {
                end++;
            }

            if (decimal.TryParse(text.AsSpan(at, end - at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                yield return value;
            }

            at = end;
        }
    }

    /// <summary>The figure is among those carried, in its own unit or another, or next to it ("fewer than 5" is at most 4), or as what is left of the whole ("less 10 %").</summary>
    public static bool Holds(IReadOnlyCollection<decimal> carried, decimal figure) =>
        carried.Any(known => Math.Abs(known - figure) <= 1 && decimal.IsInteger(known) && decimal.IsInteger(figure)
            || Array.Exists(Factors, factor => known == figure * factor || known * factor == figure)
            || known == 1 + figure / 100 || known == 1 - figure / 100 || known == 100 - figure);

    private void Add(Origin origin, IEnumerable<decimal> figures)
    {
        foreach (var source in origin.Sources)
        {
            if (!_figures.TryGetValue(source, out var known))
            {
                _figures.Add(source, known = []);
            }

            known.UnionWith(figures);
        }
    }

    private static IEnumerable<decimal> Of(Demand demand) => demand switch
    {
        Holds holds => Of(holds.Condition),
        NoOverlap overlap => Of(overlap.Where),
        AtMost most => [most.Limit, .. Of(most.Where)],
        AtLeast least => [least.Count],
        Unchangeable { When: { } when } => Of(when),
        NotDeletable { When: { } when } => Of(when),
        _ => [],
    };

    private static IEnumerable<decimal> Of(Expr? expr) => expr is null ? [] : expr.Nodes().SelectMany(OfNode);

    private static IEnumerable<decimal> OfNode(Expr node) => node switch
    {
        Literal literal => Written(literal.Text),
        Interval interval => [interval.Period.Amount],
        Matches matches => Written(matches.Pattern),
        Rounded rounded => [rounded.Digits],
        Aggregate { Where: { } where } => Of(where),
        _ => [],
    };

    private static IEnumerable<decimal> OfType(DataType type) =>
    [
        .. type.Length is { } length ? [length] : Array.Empty<decimal>(),
        .. type.Precision is { } precision ? [precision] : Array.Empty<decimal>(),
        .. type.Scale is { } scale ? [scale] : Array.Empty<decimal>(),
        .. type.Values.SelectMany(Written),
    ];
}
