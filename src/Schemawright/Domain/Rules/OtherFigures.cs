using System.Globalization;
using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>
/// Finds rules that demand the same with another figure (at most 5 here, at most 10 there; within 90 days here, 60 there):
/// two limits that both pretend to be the limit. The later statement stays.
/// </summary>
internal static class OtherFigures
{
    public static List<Rule> Settle(IReadOnlyList<Rule> rules, Findings findings)
    {
        var kept = new List<Rule>(rules.Count);
        var places = new Dictionary<(string, RuleTrigger, Demand), int>();
        foreach (var rule in rules)
        {
            if (FigureOf(rule.Demand) is not { } figure || figure.Shape is Holds { Condition: Compare { Left: Ref, Right: Literal } })
            {
                kept.Add(rule); // fixed bounds of one attribute have an order of their own
                continue;
            }

            var key = (rule.Entity, rule.Trigger, figure.Shape);
            if (!places.TryGetValue(key, out var at))
            {
                places.Add(key, kept.Count);
                kept.Add(rule);
                continue;
            }

            kept[at] = Decided(kept[at], rule, findings);
        }

        return kept;
    }

    private static Rule Decided(Rule first, Rule second, Findings findings)
    {
        var (earlier, later) = first.Origin.Sources[0] < second.Origin.Sources[0] ? (first, second) : (second, first);
        var question = Questions.OtherFigure(later, earlier, FigureOf(later.Demand)!.Words, FigureOf(earlier.Demand)!.Words);
        findings.Ask(question);
        var chosen = findings.Choice(question.Id, [.. question.Alternatives]) == 1 ? earlier : later;
        return chosen with { Origin = later.Origin.And(earlier.Origin) };
    }

    /// <summary>The one number or period of a demand, and the demand without it; null when it has none, or several.</summary>
    private static Figure? FigureOf(Demand demand)
    {
        if (demand is AtMost { Limit: var limit } most)
        {
            return new(most with { Limit = 0 }, limit.ToString("0.####", CultureInfo.InvariantCulture));
        }

        if (demand is AtLeast least)
        {
            return new(least with { Count = 0 }, least.Count.ToString(CultureInfo.InvariantCulture));
        }

        if (demand is not Holds { Condition: var condition })
        {
            return null;
        }

        var figures = condition.Nodes().Where(node => node is Interval or Literal { Kind: LiteralKind.Number }).ToList();
        return figures.Count != 1 || figures[0] is Literal { Text: "0" or "1" } ? null
            : new(new Holds(condition.Rewrite(node => node is Interval or Literal { Kind: LiteralKind.Number } ? Literal.Number(0) : node)), figures[0] is Interval span ? span.Period.ToString() : ((Literal)figures[0]).Text);
    }

    private sealed record Figure(Demand Shape, string Words);
}
