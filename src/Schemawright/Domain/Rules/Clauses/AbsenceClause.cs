using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Reads "user id is null", "the owner is missing", "no reason is given", "note is not empty": whether an attribute or reference has a value.</summary>
internal static class AbsenceClause
{
    private static readonly string[] Empty = ["null", "empty", "missing", "absent", "blank", "nil", "undefined", "unset"];

    public static Clause? Read(Speech speech, IReadOnlyList<Token> tokens, int from, int to)
    {
        var none = tokens[from].Is("no");
        var start = none ? from + 1 : from;
        if (start >= to || speech.At(tokens, start) is not { IsOwn: true } operand || operand.End > to)
        {
            return null;
        }

        var (at, linked, negated) = (operand.End, false, false);
        while (at < to && (tokens[at].IsAny("is", "are", "was", "be", "has", "been") || tokens[at].IsAny("not", "isn't") || tokens[at].IsOperator("=") || tokens[at].IsOperator("!=")))
        {
            negated |= tokens[at].IsAny("not", "isn't") || tokens[at].IsOperator("!=");
            linked = true;
            at++;
        }

        if (!linked || at != to - 1)
        {
            return null;
        }

        var empty = tokens[at].IsAny(Empty);
        if (!empty && !(Adjectives.SaysPresent(tokens[at].Lower) && (none || negated)) || (empty && none))
        {
            return null;
        }

        var absent = empty ? !negated : true;
        Expr given = new IsPresent(operand.Ref);
        return new(operand.Entity, absent ? new Not(given) : given, $"{operand.Column.Name} {(absent ? "absent" : "given")}");
    }
}
