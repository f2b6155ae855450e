using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Reads a condition of one or more clauses joined by "and" or "or", in words or in code.</summary>
internal static class Conditions
{
    public static Clause? Read(Speech speech, IReadOnlyList<Token> tokens, int from, int to)
    {
        while (to > from && tokens[to - 1].IsAny(".", ",", ";", ":"))
        {
            to--;
        }

        return from >= to ? null : Single(speech, tokens, from, to) ?? Joined(speech, tokens, from, to, "or", "||") ?? Joined(speech, tokens, from, to, "and", "&&");
    }

    private static Clause? Single(Speech speech, IReadOnlyList<Token> tokens, int from, int to)
    {
        var clear = !Phrase.Has(Slice(tokens, from, to), "&&", "||");
        return !clear ? null
            : ComparisonClause.Read(speech, tokens, from, to) ?? ChainClause.Read(speech, tokens, from, to) ?? AbsenceClause.Read(speech, tokens, from, to) ?? LengthClause.Read(speech, tokens, from, to) ?? PresenceClause.Read(speech, tokens, from, to)
            ?? StateClause.Read(speech, tokens, from, to) ?? Code(speech, tokens, from, to);
    }

    /// <summary>As in code, a flag that is not set counts as false: "!order.paid", "order.paid", "(a > 1)".</summary>
    private static Clause? Code(Speech speech, IReadOnlyList<Token> tokens, int from, int to)
    {
        if (tokens[from].Is("(") && tokens[to - 1].Is(")"))
        {
            return Read(speech, tokens, from + 1, to - 1);
        }

        var negated = tokens[from].IsOperator("!");
        var at = negated ? from + 1 : from;
        if (at != to - 1 || speech.At(tokens, at) is not { } operand || !tokens[at].Text.Contains('.', StringComparison.Ordinal))
        {
            return null;
        }

        var flag = operand.Column.Type.Kind == DataKind.Boolean;
        Expr condition = flag ? new And([new IsPresent(operand.Ref), new Compare(CompareOp.Equal, operand.Ref, Literal.Bool(true))]) : new IsPresent(operand.Ref);
        return new(operand.Entity, negated ? new Not(condition) : condition, $"{(negated ? "not " : "")}{operand.Column.Name}");
    }

    private static Clause? Joined(Speech speech, IReadOnlyList<Token> tokens, int from, int to, string word, string sign)
    {
        var found = Phrase.IndexOf(tokens, from, word, sign);
        if (found < 0 || found >= to)
        {
            return null;
        }

        var parts = new List<Clause>();
        var start = from;
        for (var at = from; at <= to; at++)
        {
            if (at < to && !tokens[at].IsAny(word, sign))
            {
                continue;
            }

            if (start >= at || Read(speech, tokens, start, at) is not { } part || (parts.Count > 0 && part.Entity != parts[0].Entity))
            {
                return null;
            }

            parts.Add(part);
            start = at + 1;
        }

        if (parts.Count < 2)
        {
            return null;
        }

        var terms = parts.Select(part => part.Condition).ToSeq();
        return new(parts[0].Entity, word == "or" ? new Or(terms) : new And(terms), string.Join($" {word} ", parts.Select(part => part.Name)));
    }

    private static IReadOnlyList<Token> Slice(IReadOnlyList<Token> tokens, int from, int to) => [.. tokens.Skip(from).Take(to - from)];
}
