using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "if (order.customer.blocked) return { allowed: false }": a guard in program code refuses, so the opposite of its condition
/// is demanded.
/// </summary>
internal sealed class RefusesInCode : IRulePattern
{
    private const int MostGuards = 20;

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

        line = Named(line) is { } named ? line.About(named) : line;
        return Conditions.Read(line.Speech, tokens, 2, close) is { } clause ? Demand(line, clause)
            : FieldsInCode.Add(line, tokens, 2, close) && Conditions.Read(line.Speech, tokens, 2, close) is { } completed ? Demand(line, completed) : null;
    }

    /// <summary>
    /// The row at hand where the rule's title only hints at one: the one entity whose members its guards read. What the title's entity
    /// refers to by that name is a row it refers to.
    /// </summary>
    private static EntityTerms? Named(RuleLine line)
    {
        var owners = line.Block.Take(MostGuards).Where(fact => fact.Text.StartsWith("if (", StringComparison.Ordinal)).SelectMany(fact => Lexer.Read(fact.Text))
            .Where(token => token.Kind == TokenKind.Word && token.Text.IndexOf('.', StringComparison.Ordinal) > 0)
            .Select(token => line.Vocabulary.Find(token.Text[..token.Text.IndexOf('.', StringComparison.Ordinal)])).OfType<EntityTerms>().Distinct().Where(terms => line.Subject is null || line.Subject.References.All(link => link.Parent != terms.Name)).ToArray();
        return owners.Length == 1 && owners[0] != line.Subject ? owners[0] : null;
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
