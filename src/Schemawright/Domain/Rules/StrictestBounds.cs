using System.Globalization;
using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>
/// Of several fixed bounds on one attribute in one direction the strictest stays and takes over the sources of the weaker: one
/// check then keeps them all. Two different limits that both pretend to be the limit are a contradiction: the later one stays.
/// </summary>
internal static class StrictestBounds
{
    public static List<Rule> Of(IReadOnlyList<Rule> rules, Findings findings)
    {
        var kept = new List<Rule>(rules.Count);
        var places = new Dictionary<(string Entity, string Attribute, bool Lower), int>();
        foreach (var rule in rules)
        {
            if (Bound.Of(rule) is not { } bound)
            {
                kept.Add(rule);
                continue;
            }

            var key = (rule.Entity, bound.Attribute, bound.IsLower);
            if (!places.TryGetValue(key, out var at))
            {
                places.Add(key, kept.Count);
                kept.Add(rule);
                continue;
            }

            kept[at] = Merged(kept[at], rule, findings);
        }

        return kept;
    }

    private static Rule Merged(Rule first, Rule second, Findings findings)
    {
        var (one, other) = (Bound.Of(first)!, Bound.Of(second)!);
        if (one.Value != 0 && other.Value != 0 && one.Value != other.Value)
        {
            // Documents are in order of kind and name, so the later statement stands in the later or more special place.
            var (earlier, later) = first.Origin.Sources[0] < second.Origin.Sources[0] ? (first, second) : (second, first);
            var question = Questions.Contradicting(first.Entity, one.Attribute, Worded(later), Worded(earlier), earlier.Origin.Sources[0], later.Origin.Sources[0]);
            findings.Ask(question);
            return Chosen(question, later, earlier, findings) with { Origin = later.Origin.And(earlier.Origin) };
        }

        var stricter = Stricter(one, other) ? first : second;
        return stricter with { Origin = first.Origin.And(second.Origin) };
    }

    /// <summary>The bound the author chose, or one with the number that was answered.</summary>
    private static Rule Chosen(Clarification question, Rule later, Rule earlier, Findings findings)
    {
        if (findings.Choice(question.Id, [.. question.Alternatives]) is { } choice)
        {
            return choice == 1 ? earlier : later;
        }

        var words = findings.AnswerTo(question.Id)?.Text.Split(' ').FirstOrDefault(word => word.Length > 0 && char.IsAsciiDigit(word[0])) ?? "";
        if (!decimal.TryParse(words.TrimEnd('.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) || later.Demand is not Holds { Condition: Compare compare })
        {
            return later;
        }

        findings.Settle(question.Id);
        return later with { Demand = new Holds(compare with { Right = Literal.Number(value) }) };
    }

    private static bool Stricter(Bound one, Bound other) =>
        one.Value == other.Value ? one.Open : one.IsLower ? one.Value > other.Value : one.Value < other.Value;

    private static string Worded(Rule rule)
    {
        var bound = Bound.Of(rule)!;
        return string.Create(CultureInfo.InvariantCulture, $"{(bound.IsLower ? "at least" : "at most")} {bound.Value}");
    }

    /// <summary>A number that an attribute of the same row must stay above or below.</summary>
    /// <param name="Open">The number itself is refused.</param>
    internal sealed record Bound(string Attribute, bool IsLower, bool Open, decimal Value)
    {
        public static Bound? Of(Rule rule)
        {
            return rule is { Trigger.Kind: TriggerKind.Always, Demand: Holds { Condition: var condition } } ? Of(condition) : null;
        }

        public static Bound? Of(Expr condition)
        {
            if (condition is not Compare { Left: Ref { IsOwn: true, Old: false } left, Right: Literal { Kind: LiteralKind.Number } right } compare
                || !decimal.TryParse(right.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            return compare.Op switch
            {
                CompareOp.Greater => new(left.Attribute, true, true, value),
                CompareOp.GreaterOrEqual => new(left.Attribute, true, false, value),
                CompareOp.Less => new(left.Attribute, false, true, value),
                CompareOp.LessOrEqual => new(left.Attribute, false, false, value),
                _ => null,
            };
        }
    }
}
