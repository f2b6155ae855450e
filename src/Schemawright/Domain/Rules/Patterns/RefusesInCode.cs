using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "if (order.customer.blocked) return { allowed: false }": a guard in program code refuses, so the opposite of its condition
/// is demanded.
/// </summary>
internal sealed class RefusesInCode : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var tokens = line.Tokens;
        if (tokens.Count < 4 || !tokens[0].Is("if") || !tokens[1].Is("("))
        {
            return null;
        }

        var close = Closing(tokens, 1);
        if (close < 0)
        {
            return null;
        }

        if (!Refuses(tokens, close + 1))
        {
            return Reading.Elsewhere(Allows(tokens, close + 1)
                ? "this branch of the code lets the action through, with or without a warning; it refuses nothing"
                : "this branch of the code computes an answer; it refuses nothing");
        }

        return Conditions.Read(line.Speech, tokens, 2, close) is { } clause ? Demand(line, clause)
            : FieldsInCode.Add(line, tokens, 2, close) && Conditions.Read(line.Speech, tokens, 2, close) is { } completed ? Demand(line, completed) : null;
    }

    private static Reading Demand(RuleLine line, Clause clause) => Reading.Of(line.Must(clause.Entity, $"not {clause.Name}", Logic.Opposite(clause.Condition)));

    private static bool Refuses(IReadOnlyList<Token> tokens, int from)
    {
        for (var at = from; at < tokens.Count; at++)
        {
            if (tokens[at].IsAny("throw", "raise", "reject") || (tokens[at].Is("false") && (tokens[at - 1].Is("return") || AfterName(tokens, at, "allowed", "valid", "ok", "success", "permitted", "approved"))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Allows(IReadOnlyList<Token> tokens, int from)
    {
        var at = Phrase.IndexOf(tokens, from, "true");
        return at > 0 && AfterName(tokens, at, "allowed", "valid", "ok", "success", "permitted", "approved");
    }

    private static bool AfterName(IReadOnlyList<Token> tokens, int at, params ReadOnlySpan<string> names) =>
        at >= 2 && tokens[at - 1].IsAny(":", "=") && tokens[at - 2].IsAny(names);

    private static int Closing(IReadOnlyList<Token> tokens, int open)
    {
        var depth = 0;
        for (var at = open; at < tokens.Count; at++)
        {
            depth += tokens[at].Is("(") ? 1 : tokens[at].Is(")") ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
