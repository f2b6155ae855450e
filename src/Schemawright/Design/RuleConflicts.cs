using System.Globalization;
using Schemawright.Collections;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Finds rules that no row, or no row after its first state, could ever satisfy.</summary>
internal static class RuleConflicts
{
    /// <summary>What is wrong with each rule of the table that must not be enforced as it stands.</summary>
    public static Dictionary<string, string> Of(TableDesign table, IEnumerable<Rule> rules)
    {
        var always = rules.Where(rule => rule.Trigger.Kind == TriggerKind.Always)
            .SelectMany(rule => rule.Demand is Holds holds ? Demands(holds.Condition).Select(demand => (rule, demand)) : []).ToList();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (rule, demand) in always)
        {
            var other = always.Find(pair => pair.rule.Id != rule.Id && pair.demand.Contradicts(demand));
            if (other.rule is not null)
            {
                found.TryAdd(rule.Id, $"it cannot hold together with {other.rule.Id} ({other.rule.Words.TrimEnd('.')})");
            }
            else if (table.Find(RuleColumns.ColumnOf(table, demand.Attribute) ?? "") is { } column && Freezes(column, demand))
            {
                found.TryAdd(rule.Id, $"it would forbid every other value of {column.Name} at all times; it seems to speak of one moment");
            }
        }

        return found;
    }

    /// <summary>A value list that a single rule narrows for ever, or asks a value of that the list does not have.</summary>
    private static bool Freezes(ColumnDesign column, ValueDemand demand) => demand.Values is not null && (column.Type.Kind switch
    {
        DataKind.Enumeration => column.Type.Values.Any(value => !demand.Values.Contains(value)),
        DataKind.Boolean => demand.Values.Count == 1,
        _ => false,
    });

    /// <summary>What the condition asks of single attributes, whatever else holds.</summary>
    private static IEnumerable<ValueDemand> Demands(Expr condition) => condition switch
    {
        And all => all.Terms.SelectMany(Demands),
        Compare { Left: Ref { IsOwn: true, Old: false } left, Right: Literal right } compare => OfComparison(left.Attribute, compare.Op, right),
        OneOf { Term: Ref { IsOwn: true, Old: false } term } choice => [new(term.Attribute, null, null, choice.Values.Select(value => value.Text).ToHashSet(StringComparer.Ordinal))],
        Ref { IsOwn: true, Old: false } flag => [new(flag.Attribute, null, null, new(StringComparer.Ordinal) { "true" })],
        _ => [],
    };

    private static IEnumerable<ValueDemand> OfComparison(string attribute, CompareOp op, Literal literal)
    {
        if (literal.Kind != LiteralKind.Number)
        {
            return op == CompareOp.Equal ? [new(attribute, null, null, new(StringComparer.Ordinal) { literal.Text })] : [];
        }

        var value = decimal.Parse(literal.Text, CultureInfo.InvariantCulture);
        return op switch
        {
            CompareOp.Greater => [new(attribute, new(value, false), null, null)],
            CompareOp.GreaterOrEqual => [new(attribute, new(value, true), null, null)],
            CompareOp.Less => [new(attribute, null, new(value, false), null)],
            CompareOp.LessOrEqual => [new(attribute, null, new(value, true), null)],
            CompareOp.Equal => [new(attribute, new(value, true), new(value, true), null)],
            _ => [],
        };
    }

    private sealed record Bound(decimal Value, bool Inclusive);

    private sealed record ValueDemand(string Attribute, Bound? Least, Bound? Most, HashSet<string>? Values)
    {
        public bool Contradicts(ValueDemand other) => Attribute == other.Attribute
            && (Misses(Least, other.Most) || Misses(other.Least, Most) || (Values is not null && other.Values is not null && !Values.Overlaps(other.Values)));

        private static bool Misses(Bound? least, Bound? most) =>
            least is not null && most is not null && (least.Value > most.Value || (least.Value == most.Value && !(least.Inclusive && most.Inclusive)));
    }
}
