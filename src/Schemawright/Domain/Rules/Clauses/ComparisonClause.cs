using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Reads "end date must be after start date", "amount > 0", "must not be older than 90 days".</summary>
internal static class ComparisonClause
{
    private static readonly string[] Negations = ["cannot", "can't", "not", "never", "no", "mustn't", "can", "may", "must", "shall", "should", "be", "is", "are", "has", "have", "to", "always", "needs", "need", "will", "strictly", "read", "reads", "measure", "measures"];
    private static readonly string[] Kinds = ["a", "an", "the", "integer", "integers", "whole", "number", "numbers", "numeric", "percentage", "value", "decimal", "figure"];
    private static readonly string[] Negative = ["cannot", "can't", "not", "never", "mustn't"];

    /// <summary>The condition between two places, or null when the words are no comparison of known attributes.</summary>
    public static Clause? Read(Speech speech, IReadOnlyList<Token> tokens, int from, int to)
    {
        if (speech.At(tokens, from)?.AtHome is not { } left || left.End >= to)
        {
            return null;
        }

        var at = left.End;
        var negated = false;
        while (at < to && (tokens[at].IsAny(Negations) || (at > left.End && tokens[at].IsAny(Kinds))) && Relation.At(tokens, at) is null)
        {
            negated |= tokens[at].IsAny(Negative);
            at++;
        }

        // "may be negative" permits; it demands nothing.
        var permits = !negated && tokens.Skip(left.End).Take(at - left.End).Any(word => word.IsAny("may", "can")) && at < to && tokens[at].IsAny("negative", "zero", "positive");
        return at >= to || permits ? null : Predicate(speech, tokens, at, to, left, negated);
    }

    /// <summary>What is said of an attribute from here on: a relation and a value, a sign, or a place in time.</summary>
    public static Clause? Predicate(Speech speech, IReadOnlyList<Token> tokens, int at, int to, Operand left, bool negated)
    {
        if (at >= to)
        {
            return null;
        }

        return Age(tokens, at, to, left, negated) ?? Between(speech, tokens, at, to, left, negated) ?? Sign(tokens, at, to, left, negated) ?? Calendar(tokens, at, to, left, negated)
            ?? Range(tokens, at, to, left, negated) ?? Plain(speech, tokens, at, to, left, negated) ?? Both(tokens, at, to, left, negated);
    }

    private static Clause? Plain(Speech speech, IReadOnlyList<Token> tokens, int at, int to, Operand left, bool negated)
    {
        if (Relation.At(tokens, at)?.Negated(negated) is not { } relation || relation.End >= to)
        {
            return null;
        }

        var right = Values.Read(speech, tokens, relation.End, to, left.Column);
        relation = relation with { Op = IsDistanceBefore(tokens, relation, to) ? Turned(relation.Op) : relation.Op };
        if (right is { Expr: Clock { Kind: ClockKind.Now }, Name: "today" } && relation.Op is CompareOp.GreaterOrEqual or CompareOp.Less)
        {
            // From today on means from its first moment on, also for a time of day.
            right = right with { Expr = new Clock(ClockKind.Today) };
        }

        return right is null || !Ends(tokens, right.Column is null ? Measures.After(tokens, right.End, left.Column) : right.End, to) || !Fits(left, right)
            ? null
            : new(left.Entity, new Compare(relation.Op, left.Ref, right.Expr), $"{left.Column.Name} {Word(relation.Op, left.Column)} {right.Name}");
    }

    /// <summary>"at least 14 days before it starts": the longer before, the earlier.</summary>
    private static bool IsDistanceBefore(IReadOnlyList<Token> tokens, Relation relation, int to) =>
        tokens[relation.End - 1].IsAny("least", "most", "than") && tokens[relation.End - 2].IsAny("at", "more", "less", "fewer", "longer") && Figures.PeriodAt(tokens, relation.End, out var after) is not null && after < to && tokens[after].IsAny("before", "prior");

    /// <summary>"positive", "non-negative", "negative".</summary>
    private static Clause? Sign(IReadOnlyList<Token> tokens, int at, int to, Operand left, bool negated)
    {
        var op = tokens[at].Lower switch
        {
            "positive" => CompareOp.Greater,
            "non-negative" or "nonnegative" => CompareOp.GreaterOrEqual,
            "negative" => CompareOp.Less,
            _ => (CompareOp?)null,
        };
        return op is null || !left.Column.IsNumber || !Ends(tokens, at + 1, to)
            ? null
            : Compared(left, negated ? op.Value.Opposite() : op.Value, Literal.Number(0), "0");
    }

    /// <summary>"in the future", "in the past", "future dated".</summary>
    private static Clause? Calendar(IReadOnlyList<Token> tokens, int at, int to, Operand left, bool negated)
    {
        var word = Phrase.At(tokens, at, "in", "the") ? at + 2 : at;
        if (word >= to || Values.ClockOf(left.Column) is not { } clock)
        {
            return null;
        }

        CompareOp? op = tokens[word].Lower switch
        {
            "future" or "future-dated" => CompareOp.Greater,
            "past" or "past-dated" or "backdated" => CompareOp.Less,
            _ => null,
        };
        return op is null || !Ends(tokens, word + 1, to) ? null : Compared(left, negated ? op.Value.Opposite() : op.Value, clock, "today");
    }

    /// <summary>"> 90 days old", "older than 2 years", "more than 3 months in the past".</summary>
    private static Clause? Age(IReadOnlyList<Token> tokens, int at, int to, Operand left, bool negated)
    {
        var older = Phrase.At(tokens, at, "older", "than");
        var relation = older ? new Relation(CompareOp.Greater, at, at + 2) : Relation.At(tokens, at);
        if (relation is null || Values.ClockOf(left.Column) is not { } clock || Figures.PeriodAt(tokens, relation.End, out var end) is not { } period)
        {
            return null;
        }

        var past = older || (end < to && (tokens[end].IsAny("old", "ago") || Phrase.At(tokens, end, "in", "the", "past")));
        var ahead = end < to && (Phrase.At(tokens, end, "in", "the", "future") || Phrase.At(tokens, end, "in", "advance") || tokens[end].Is("ahead") || Phrase.At(tokens, end, "from", "now"));
        if (!past && !ahead)
        {
            return null;
        }

        var op = (negated ? relation.Negated(true) : relation).Op;
        var bound = new Arithmetic(past ? ArithmeticOp.Subtract : ArithmeticOp.Add, clock, new Interval(period));
        return Compared(left, past ? Turned(op) : op, bound, $"{period} {(past ? "ago" : "ahead")}");
    }

    /// <summary>"between 0 and the maximum points of the exam": a bound that is another attribute.</summary>
    private static Clause? Between(Speech speech, IReadOnlyList<Token> tokens, int at, int to, Operand left, bool negated)
    {
        if (negated || !tokens[at].Is("between") || at + 3 >= to || Values.Read(speech, tokens, at + 1, to, left.Column) is not { } low || low.End + 1 >= to || !tokens[low.End].Is("and")
            || Values.Read(speech, tokens, low.End + 1, to, left.Column) is not { } high || (low.Column ?? high.Column) is null || !Ends(tokens, high.End, to) || !Fits(left, low) || !Fits(left, high))
        {
            return null;
        }

        var both = new And([new Compare(CompareOp.GreaterOrEqual, left.Ref, low.Expr), new Compare(CompareOp.LessOrEqual, left.Ref, high.Expr)]);
        return new(left.Entity, both, $"{left.Column.Name} between {low.Name} and {high.Name}");
    }

    /// <summary>The place after a remark in brackets, "1 (best)"; else the place itself.</summary>
    private static int AfterRemark(IReadOnlyList<Token> tokens, int at, int to)
    {
        var close = at < to && tokens[at].Is("(") ? Phrase.IndexOf(tokens, at, ")") : -1;
        return close > 0 && close < to ? close + 1 : at;
    }

    /// <summary>"between 1 and 5", "1 - 5", "in the range 0 to 100".</summary>
    private static Clause? Range(IReadOnlyList<Token> tokens, int at, int to, Operand left, bool negated)
    {
        var low = tokens[at].Is("between") ? at + 1 : Phrase.At(tokens, at, "from") ? at + 1
            : Phrase.At(tokens, at, "in", "the", "range") ? at + 3 : at;
        var joint = AfterRemark(tokens, low + 1, to);
        joint += joint + 2 < to && tokens[joint].Is("up") && tokens[joint + 1].Is("to") ? 1 : 0;
        if (negated || !left.Column.IsNumber || Figures.At(tokens, low) is not { } least || joint + 1 >= to
            || !tokens[joint].IsAny("and", "to", "-", "–") || Figures.At(tokens, joint + 1) is not { } most || most < least || !Ends(tokens, Measures.After(tokens, joint + 2, left.Column), to))
        {
            return null;
        }

        var both = new And([new Compare(CompareOp.GreaterOrEqual, left.Ref, Literal.Number(least)), new Compare(CompareOp.LessOrEqual, left.Ref, Literal.Number(most))]);
        return new(left.Entity, both, $"{left.Column.Name} between {least} and {most}");
    }

    /// <summary>"at least 2 and at most 9 metres": two bounds on one number, the unit behind the last.</summary>
    private static Clause? Both(IReadOnlyList<Token> tokens, int at, int to, Operand left, bool negated)
    {
        if (negated || !left.Column.IsNumber || Bound(tokens, at) is not var (first, least, unit) || Measures.After(tokens, unit, left.Column) is var joint && joint + 1 >= to || !tokens[joint].IsAny("and", "but", ",") || Bound(tokens, AfterModals(tokens, joint + 1, to)) is not var (second, most, end)
            || first == second || !Ends(tokens, Measures.After(tokens, end, left.Column), to))
        {
            return null;
        }

        return new(left.Entity, new And([new Compare(first, left.Ref, Literal.Number(least)), new Compare(second, left.Ref, Literal.Number(most))]), $"{left.Column.Name} between {least} and {most}");
    }

    private static int AfterModals(IReadOnlyList<Token> tokens, int at, int to)
    {
        while (at < to && tokens[at].IsAny("may", "must", "can", "be", "is", "are", "shall"))
        {
            at++;
        }

        return at;
    }

    private static (CompareOp Op, decimal Number, int End)? Bound(IReadOnlyList<Token> tokens, int at) =>
        at < tokens.Count && Relation.At(tokens, at) is { Op: not (CompareOp.Equal or CompareOp.NotEqual) } relation && Figures.At(tokens, relation.End) is { } number ? (relation.Op, number, relation.End + 1) : null;

    private static Clause Compared(Operand left, CompareOp op, Expr right, string name) =>
        new(left.Entity, new Compare(op, left.Ref, right), $"{left.Column.Name} {Word(op, left.Column)} {name}");

    /// <summary>More days old is an earlier date.</summary>
    private static CompareOp Turned(CompareOp op) => op switch
    {
        CompareOp.Less => CompareOp.Greater,
        CompareOp.LessOrEqual => CompareOp.GreaterOrEqual,
        CompareOp.Greater => CompareOp.Less,
        CompareOp.GreaterOrEqual => CompareOp.LessOrEqual,
        _ => op,
    };

    /// <summary>Nothing that changes the meaning may follow: only the end, a bracket or punctuation.</summary>
    private static bool Ends(IReadOnlyList<Token> tokens, int at, int to) => at >= to || tokens[at].IsAny(".", "(", ")", "!") || (tokens[at].Is(",") && at == to - 1);

    private static bool Fits(Operand left, Value right) =>
        right.Column is not { } other || left.Column.IsNumber == other.IsNumber && (left.Column.IsDate || left.Column.IsMoment) == (other.IsDate || other.IsMoment)
        && left.Column.IsForeignKey == other.IsForeignKey && right.Expr != left.Ref;

    private static string Word(CompareOp op, Column column) => (op, column.IsDate || column.IsMoment) switch
    {
        (CompareOp.Less, true) => "before",
        (CompareOp.LessOrEqual, true) => "not after",
        (CompareOp.Greater, true) => "after",
        (CompareOp.GreaterOrEqual, true) => "not before",
        (CompareOp.Less, false) => "below",
        (CompareOp.LessOrEqual, false) => "at most",
        (CompareOp.Greater, false) => "above",
        (CompareOp.GreaterOrEqual, false) => "at least",
        (CompareOp.Equal, _) => "equals",
        _ => "differs from",
    };
}
