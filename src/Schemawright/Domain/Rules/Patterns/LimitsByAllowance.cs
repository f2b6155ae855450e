using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The number of boats must not exceed max_boats", "check the boat count against max_boats", "check limits before creating a boat":
/// how many rows a whole may have stands in an attribute of the whole.
/// </summary>
internal sealed class LimitsByAllowance : IRulePattern
{
    private static readonly string[] Against = ["against", "exceed", "exceeds", "exceeded", "within", "below", "under", "reach", "reaches", "reached", "than", "beyond", "<=", "<"];

    private static readonly string[] Bounds = ["max", "maximum", "limit", "quota", "allowed", "allowance", "capacity"];

    public Reading? Read(RuleLine line) => Counted(line) ?? Checked(line);

    /// <summary>The count, a comparison, and the attribute of the whole.</summary>
    private static Reading? Counted(RuleLine line)
    {
        var words = line.Whole;
        for (var at = 0; at < words.Count; at++)
        {
            if (CountAt(line, words, at, out var end) is not { } part || Phrase.IndexOf(words, end, Against) is not (>= 0 and var against))
            {
                continue;
            }

            foreach (var (link, bound) in Allowances(line.Vocabulary, part))
            {
                if (Enumerable.Range(against + 1, Math.Max(0, words.Count - against - 1)).Any(place => Names(words, place, bound)))
                {
                    return Limit(part, link, bound);
                }
            }
        }

        return null;
    }

    /// <summary>"number of boats", "boat count".</summary>
    private static EntityTerms? CountAt(RuleLine line, IReadOnlyList<Token> words, int at, out int end)
    {
        var of = Phrase.At(words, at, "number", "of") || Phrase.At(words, at, "count", "of");
        var start = of ? Speech.SkipDeterminers(words, at + 2) : at;
        end = start;
        if (start >= words.Count || line.Vocabulary.EntityAt(words, start, out var width) is not { } part)
        {
            return null;
        }

        end = start + width;
        return of || (end < words.Count && words[end].IsAny("count", "counts", "total")) ? part : null;
    }

    /// <summary>"Check the plan's limits before creation": the place or the line says of what.</summary>
    private static Reading? Checked(RuleLine line)
    {
        var words = line.Whole;
        var check = Phrase.IndexOf(words, 0, "check", "checks", "checked", "enforce", "enforces", "verify", "verifies");
        var limits = check < 0 ? -1 : Phrase.IndexOf(words, check, "limit", "limits", "quota", "quotas");
        var before = limits < 0 || limits - check > 5 ? -1 : Phrase.IndexOf(words, limits, "before", "on", "at", "when");
        if (before < 0 || !Phrase.Has([.. words.Skip(before)], "creation", "creating", "create", "adding", "insert", "inserting"))
        {
            return null;
        }

        var part = line.Vocabulary.EntitiesIn([.. words.Skip(before)]).FirstOrDefault() ?? line.Subject;
        return part is null ? null : Allowances(line.Vocabulary, part).Select(pair => Limit(part, pair.Link, pair.Bound)).FirstOrDefault();
    }

    /// <summary>Attributes of what the entity refers to that say how many of it there may be: <c>max_boats</c>, <c>boat_limit</c>.</summary>
    private static IEnumerable<(Column Link, Column Bound)> Allowances(Vocabulary vocabulary, EntityTerms part)
    {
        var name = Facts.Language.Naming.EntityKey(part.Name);
        return from link in part.References
               where link.Parent != part.Name
               from column in vocabulary.Of(link.Parent!).Columns
               where column is { IsNumber: true, IsForeignKey: false } && column.Words.Any(word => Bounds.Contains(word, StringComparer.Ordinal))
                   && EntityTerms.Key([.. column.Words.Where(word => !Bounds.Contains(word, StringComparer.Ordinal) && word is not ("number" or "of" or "count"))], 0, 9) == name
               select (link, column);
    }

    private static bool Names(IReadOnlyList<Token> words, int at, Column bound)
    {
        for (var length = Math.Min(4, words.Count - at); length > 0; length--)
        {
            if (Phrase.Key(words, at, length) is { } key && key == EntityTerms.Key(bound.Words, 0, 9))
            {
                return true;
            }
        }

        return words[at].Text.Split('.') is [_, var member] && EntityTerms.Key(Facts.Language.Naming.Words(member), 0, 9) == EntityTerms.Key(bound.Words, 0, 9);
    }

    private static Reading Limit(EntityTerms part, Column link, Column bound) => Reading.Of(new RuleDraft(
        bound.Entity, $"{part.Name} rows at most {bound.Name}", RuleTrigger.Always,
        new Holds(new Compare(CompareOp.LessOrEqual, new Aggregate(AggregateKind.Count, part.Name, link.Role!, null, null), bound.Ref))));
}
