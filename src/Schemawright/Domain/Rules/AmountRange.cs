using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>A range of amounts as a table of limits gives it: "&lt; $50", "$50 - $200", "over $200".</summary>
internal sealed record AmountRange(decimal? From, bool FromIncluded, decimal? To, bool ToIncluded)
{
    public string Name => (From, To) switch
    {
        (null, { } to) => $"up to {to}",
        ({ } from, null) => $"over {from}",
        ({ } from, { } to) => $"{from} to {to}",
        _ => "",
    };

    public static AmountRange? Read(IReadOnlyList<Token> words)
    {
        var first = words.ToList().FindIndex(word => word.Kind == TokenKind.Number);
        if (first < 0 || words[first].Unit is not ("money" or ""))
        {
            return null;
        }

        if (first + 2 < words.Count && words[first + 1].IsAny("-", "–", "to", "and") && words[first + 2].Kind == TokenKind.Number)
        {
            return first + 3 >= words.Count ? new(words[first].Value, true, words[first + 2].Value, true) : null;
        }

        if (first + 1 < words.Count)
        {
            return null;
        }

        for (var at = 0; at < first; at++)
        {
            if (Relation.At(words, at) is { } relation && relation.End == first)
            {
                return Bounded(relation.Op, words[first].Value);
            }
        }

        return null;
    }

    /// <summary>Where the next range starts at this one's end, the end belongs to the next.</summary>
    public AmountRange Below(IEnumerable<AmountRange> others) =>
        To is { } to && ToIncluded && others.Any(other => other.From == to && other.FromIncluded) ? this with { ToIncluded = false } : this;

    public Expr Of(Column amount)
    {
        var bounds = new List<Expr>();
        if (From is { } from)
        {
            bounds.Add(Logic.Compare(amount, FromIncluded ? CompareOp.GreaterOrEqual : CompareOp.Greater, from));
        }

        if (To is { } to)
        {
            bounds.Add(Logic.Compare(amount, ToIncluded ? CompareOp.LessOrEqual : CompareOp.Less, to));
        }

        return Logic.All(bounds);
    }

    private static AmountRange? Bounded(CompareOp op, decimal value) => op switch
    {
        CompareOp.Less => new(null, false, value, false),
        CompareOp.LessOrEqual => new(null, false, value, true),
        CompareOp.Greater => new(value, false, null, false),
        CompareOp.GreaterOrEqual => new(value, true, null, false),
        _ => null,
    };
}
