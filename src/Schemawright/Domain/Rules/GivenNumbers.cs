using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>
/// Numbers that run without a gap and are written in a format with letters or a year: the database counts plain numbers, so who gives them in that
/// format is asked.
/// </summary>
internal static class GivenNumbers
{
    public static void Keep(List<Rule> rules, List<(string Entity, NaturalKey Key)> keys, Findings findings)
    {
        foreach (var rule in rules.FindAll(rule => rule.Demand is Gapless))
        {
            var counted = (Gapless)rule.Demand;
            if (rules.Find(other => other.Entity == rule.Entity && other.Demand is Holds { Condition: Matches { Term: Ref { IsOwn: true } term } } && term.Attribute == counted.Attribute) is not { Demand: Holds { Condition: Matches mask } } format || !HasMoreThanDigits(mask.Pattern))
            {
                continue;
            }

            rules.Remove(rule);
            keys.Add((rule.Entity, new NaturalKey([.. counted.Per, counted.Attribute], false, false, null, rule.Origin)));
            findings.Ask(new(
                ClarificationId.From("numbers in a format", rule.Entity, counted.Attribute),
                ClarificationReason.Assumption,
                $"Who gives {counted.Attribute} of {rule.Entity}, which runs without a gap and is written as \"{format.Words.Trim().TrimEnd('.')}\" says?",
                ["The application: the database keeps each number once, unchanged and in that format", "The database: a plain number of its own column, which the application writes in that format"],
                "The application gives it: the database refuses a second row with the number, its change, its deletion and another format, but cannot see a gap.",
                [.. rule.Origin.Sources, .. format.Origin.Sources],
                [$"{rule.Entity}.{counted.Attribute}"],
                2,
                2));
        }
    }

    private static bool HasMoreThanDigits(string pattern) => pattern.TrimStart('^').TrimEnd('$') is var body && (body.Length == 0 || body[0] != '[' || body.Contains(']', StringComparison.Ordinal) && body[(body.IndexOf(']', StringComparison.Ordinal) + 1)..].Contains('[', StringComparison.Ordinal)) && body.Any(letter => char.IsAsciiLetter(letter) && letter != 'd');
}
