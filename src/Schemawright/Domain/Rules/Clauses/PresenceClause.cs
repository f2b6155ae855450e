using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Reads "a tracking number is required", "must have a due date", "a reason must be given", "tax id required".</summary>
internal static class PresenceClause
{
    private static readonly string[] Verbs = ["have", "has", "requires", "require", "include", "includes", "specify", "specifies", "contain", "contains", "provide", "provides", "need", "needs", "carry", "state", "name", "record"];
    private static readonly string[] Needed = ["required", "mandatory", "compulsory", "needed", "obligatory"];

    public static Clause? Read(Speech speech, IReadOnlyList<Token> tokens, int from, int to) =>
        Stated(speech, tokens, from, to) ?? Had(speech, tokens, from, to);

    /// <summary>"X (is) required", "X must be provided", "X must not be empty".</summary>
    private static Clause? Stated(Speech speech, IReadOnlyList<Token> tokens, int from, int to)
    {
        if (speech.At(tokens, from)?.AtHome is not { } operand || operand.End >= to)
        {
            return null;
        }

        var (at, negated, modal) = (operand.End, false, false);
        while (at < to && tokens[at].IsAny("is", "are", "must", "be", "shall", "should", "has", "have", "to", "always", "cannot", "not", "never", "may"))
        {
            negated |= tokens[at].IsAny("cannot", "not", "never");
            modal |= tokens[at].IsAny("must", "shall", "should", "cannot", "has", "have");
            at++;
        }

        if (at >= to || (at + 1 < to && tokens[at + 1].Kind != TokenKind.Mark))
        {
            return null;
        }

        var needed = tokens[at].IsAny(Needed) && !negated;
        var given = modal && !negated && Adjectives.SaysPresent(tokens[at].Lower);
        var filled = negated && tokens[at].IsAny("empty", "blank", "null", "missing");
        return needed || given || filled ? Given(operand) : null;
    }

    /// <summary>"(order) must have X", "requires X".</summary>
    private static Clause? Had(Speech speech, IReadOnlyList<Token> tokens, int from, int to)
    {
        var verb = Phrase.IndexOf(tokens, from, Verbs);
        if (verb < 0 || verb >= to - 1 || verb - from > 4 || Denied(tokens, from, verb))
        {
            return null;
        }

        var at = Speech.SkipDeterminers(tokens, verb + 1);
        if (at < to && Starts(speech, tokens, from, verb) && tokens.Skip(at).Take(to - at).Any(word => word.IsAny("and", ",")) && Several(speech, tokens, at, to) is { } several)
        {
            return several;
        }

        return at < to && speech.At(tokens, at)?.AtHome is { } operand && (operand.End >= to || tokens[operand.End].Kind == TokenKind.Mark && !GoesOn(tokens, operand.End, to)) && Starts(speech, tokens, from, verb)
            ? Had(operand)
            : null;
    }

    /// <summary>"the candidate has passed", of what knows a flag of that name, says that it is set.</summary>
    private static Clause Had(Operand operand) => operand.Column.Type.Kind == DataKind.Boolean && operand.Column.Words[^1].EndsWith("ed", StringComparison.Ordinal)
        ? new(operand.Entity, new Compare(CompareOp.Equal, operand.Ref, Literal.Bool(true)), operand.Column.Name) : Given(operand);

    /// <summary>Another demand follows: "a tour has a start, a closed one both a start and an end".</summary>
    private static bool GoesOn(IReadOnlyList<Token> tokens, int at, int to) =>
        tokens[at].IsAny(",", ";") && tokens.Skip(at + 1).Take(to - at - 1).Any(word => word.IsAny("both", "has", "have", "must", "cannot", "needs", "also"));

    /// <summary>"a signature and a delivery time": each of them; one unknown name and none is taken.</summary>
    private static Clause? Several(Speech speech, IReadOnlyList<Token> tokens, int at, int to)
    {
        var end = to > at && tokens[to - 1].Kind == TokenKind.Mark ? to - 1 : to;
        var fields = FieldLists.Read(speech, tokens, at, end);
        return fields.Count < 2 || fields.Any(field => field.Entity != fields[0].Entity || !field.IsOwn) ? null
            : new(fields[0].Entity, new And([.. fields.Select(field => (Expr)new IsPresent(field.Ref))]), string.Join(" and ", fields.Select(field => field.Column.Name)) + " given");
    }

    /// <summary>Before the verb stands the subject and a modal word, nothing else.</summary>
    private static bool Starts(Speech speech, IReadOnlyList<Token> tokens, int from, int verb)
    {
        var at = Speech.SkipDeterminers(tokens, from);
        at += at < verb && speech.Vocabulary.EntityAt(tokens, at, out var width) is not null ? width : 0;
        while (at < verb && tokens[at].IsAny("must", "shall", "should", "always", "it", "they", "to", "has", "have"))
        {
            at++;
        }

        return at == verb;
    }

    private static bool Denied(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (tokens[at].IsAny("not", "cannot", "never", "may", "can", "no", "don't", "doesn't"))
            {
                return true;
            }
        }

        return false;
    }

    private static Clause Given(Operand operand) => new(operand.Entity, new IsPresent(operand.Ref), $"{operand.Column.Name} given");
}
