using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Reads another attribute, or a formula of attributes and figures, as what an attribute is compared with: "net + tax", "quantity × price".</summary>
internal static class Formulas
{
    private const int MostTerms = 12;
    private const int Deepest = 4;

    public static Value? Read(Speech speech, IReadOnlyList<Token> tokens, int at, int to, Column left) =>
        Sum(new(speech, tokens, to, left), at, 0) is { Expr: not Literal } value ? value : null;

    /// <summary>True when what starts here is more than one figure: "48 × hours", "(1 − rate / 100) × price", "Σ amount".</summary>
    public static bool Opens(IReadOnlyList<Token> tokens, int at, int to) =>
        tokens[at].Is("(") || IsSummation(tokens[at]) || SumOf(tokens, at) is not null || (Figures.At(tokens, at) is not null && at + 2 < to && tokens[at + 1].IsAny("+", "*", "×", "/", "÷", "times", "plus", "minus"));

    private static Value? Sum(Place place, int at, int depth)
    {
        var value = depth > Deepest ? null : Times(place, at, depth);
        for (var terms = 1; value is not null && value.End < place.To && Op(place.Tokens[value.End]) is ArithmeticOp.Add or ArithmeticOp.Subtract; terms++)
        {
            value = terms > MostTerms || (place.Tokens[value.End].Is("less") && value.End + 1 < place.To && place.Tokens[value.End + 1].Is("than")) ? null
                : Reduced(value, Op(place.Tokens[value.End])!.Value, Times(place, value.End + 1, depth) ?? Days(place, value.End + 1));
        }

        return value;
    }

    /// <summary>"Less the discount", where the discount is told in per cent, takes that share off.</summary>
    private static Value? Reduced(Value one, ArithmeticOp op, Value? other)
    {
        if (other is not { Expr: Ref, Column: { IsNumber: true } column } || column.Type.Kind != DataKind.Percentage && !column.Words.Any(word => word is "percent" or "percentage" or "pct") || one.Column is not { } first || first.Type.Kind == DataKind.Percentage)
        {
            return Joined(one, op, other);
        }

        var share = new Arithmetic(op, Literal.Number(1), new Arithmetic(ArithmeticOp.Divide, other.Expr, Literal.Number(100)));
        return new(new Arithmetic(ArithmeticOp.Multiply, one.Expr, share), $"{one.Name} {op.ToString().ToLowerInvariant()} {other.Name}", other.End, one.Column);
    }

    private static Value? Times(Place place, int at, int depth)
    {
        var value = Factor(place, at, depth);
        for (var terms = 1; value is not null && value.End < place.To && Op(place.Tokens[value.End]) is ArithmeticOp.Multiply or ArithmeticOp.Divide; terms++)
        {
            value = terms > MostTerms ? null : Joined(value, Op(place.Tokens[value.End])!.Value, Shared(place, value, Factor(place, value.End + 1, depth)));
        }

        return value;
    }

    /// <summary>An amount times a percentage is that share of it, unless the words divide by a hundred themselves.</summary>
    private static Value? Shared(Place place, Value one, Value? other) =>
        other is not { Expr: Ref, Column.Type.Kind: DataKind.Percentage } share || one.Column is not { } whole || whole.Type.Kind == DataKind.Percentage || place.Left.Type.Kind == DataKind.Percentage || share.End + 1 < place.To && Op(place.Tokens[share.End]) == ArithmeticOp.Divide && place.Tokens[share.End + 1].Is("100")
            ? other : share with { Expr = new Arithmetic(ArithmeticOp.Divide, share.Expr, Literal.Number(100)) };

    private static Value? Joined(Value one, ArithmeticOp op, Value? other) => other is null ? null
        : new(new Arithmetic(op, one.Expr, other.Expr), $"{one.Name} {op.ToString().ToLowerInvariant()} {other.Name}", other.End, one.Column ?? other.Column);

    private static Value? Factor(Place place, int at, int depth)
    {
        if (at >= place.To)
        {
            return null;
        }

        if (place.Tokens[at].Is("("))
        {
            return Sum(place, at + 1, depth + 1) is { } inner && inner.End < place.To && place.Tokens[inner.End].Is(")") ? inner with { End = inner.End + 1 } : null;
        }

        return IsSummation(place.Tokens[at]) && SumOf(place.Tokens, at) is null ? Total(place, at + 1)
            : SumOf(place.Tokens, at) is { } summed && OverParts(place, summed) is { } parts ? parts : Share(place.Speech, place.Tokens, at, place.To, place.Left) ?? Product(place.Speech, place.Tokens, at, place.To, place.Left) ?? Term(place.Speech, place.Tokens, at, place.Left) ?? Number(place.Tokens, at);
    }

    /// <summary>"Σ line_total", "SUM(line_total)", "Σ lines.total": over the one kind of rows below that has such a number.</summary>
    private static Value? Total(Place place, int at)
    {
        var bracket = at < place.To && place.Tokens[at].Is("(");
        var start = Speech.SkipDeterminers(place.Tokens, bracket ? at + 1 : at);
        var children = place.Speech.Vocabulary.Children(place.Left.Entity).Where(link => link.Child != place.Left.Entity).DistinctBy(link => link.Child, StringComparer.Ordinal);
        var found = start >= place.To ? [] : children
            .Select(link => (link, Summand: new Speech(place.Speech.Vocabulary, place.Speech.Vocabulary.Of(link.Child)).At(place.Tokens, start)))
            .Where(pair => pair.Summand is { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } } summand && summand.Entity == pair.link.Child).ToArray();
        if (found is not [var (link, summand)])
        {
            return null;
        }

        var end = summand!.End;
        return bracket && (end >= place.To || !place.Tokens[end].Is(")")) ? null
            : new(new Aggregate(AggregateKind.Sum, link.Child, link.Role, summand.Column.Name, null), $"sum of {summand.Column.Name}", bracket ? end + 1 : end, place.Left);
    }

    /// <summary>Where what is summed begins, behind "the sum of".</summary>
    private static int? SumOf(IReadOnlyList<Token> tokens, int at)
    {
        var start = at < tokens.Count && tokens[at].Is("the") ? at + 1 : at;
        return start + 2 < tokens.Count && tokens[start].Is("sum") && tokens[start + 1].Is("of") ? Speech.SkipDeterminers(tokens, start + 2) : null;
    }

    /// <summary>"the sum of the prices of its tickets": a number of the parts, added up for each whole.</summary>
    private static Value? OverParts(Place place, int at)
    {
        var of = at + 2 < place.To ? Phrase.IndexOf(place.Tokens, at + 1, "of") : -1;
        var noun = of < 0 || of > at + 3 ? -1 : Speech.SkipDeterminers(place.Tokens, of + 1);
        if (noun < 0 || noun >= place.To || place.Speech.Vocabulary.EntityAt(place.Tokens, noun, out var width) is not { } part
            || place.Speech.Vocabulary.Children(place.Left.Entity).Where(link => link.Child == part.Name).Take(2).ToArray() is not [var only]
            || new Speech(place.Speech.Vocabulary, part).At([.. place.Tokens.Take(of)], at) is not { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } } summand || summand.Entity != part.Name || summand.End != of)
        {
            return null;
        }

        return new(new Aggregate(AggregateKind.Sum, only.Child, only.Role, summand.Column.Name, null), $"sum of {summand.Column.Name}", noun + width, place.Left);
    }

    /// <summary>"the issue date + the payment days": a number of days after a date.</summary>
    private static Value? Days(Place place, int at)
    {
        if (!place.Left.IsDate || at >= place.To)
        {
            return null;
        }

        if (Figures.PeriodAt(place.Tokens, at, out var end) is { } period)
        {
            return new(new Interval(period), period.ToString(), end);
        }

        return Term(place.Speech, place.Tokens, at, place.Left) is { Column: { IsNumber: true, IsForeignKey: false } column } term && (column.Words[^1] is "days" or "day" || column.Words[0] is "days") ? term : null;
    }

    private static bool IsSummation(Token token) => token.IsAny("Σ", "σ", "sum") && token.Text is "Σ" or "∑" or "SUM" or "sum";

    /// <summary>The sentence a formula stands in, up to where it may go, and the attribute it is compared with.</summary>
    private sealed record Place(Speech Speech, IReadOnlyList<Token> Tokens, int To, Column Left);

    /// <summary>"20 % of the price", "15 % above the estimate", "10 % less than the list price".</summary>
    public static Value? Share(Speech speech, IReadOnlyList<Token> tokens, int at, int to, Column left)
    {
        if (Multiple(tokens, at) is var (times, behind) && behind < to && Term(speech, tokens, behind, left) is { Column.IsNumber: true } single)
        {
            return single with { Expr = new Arithmetic(ArithmeticOp.Multiply, single.Expr, Literal.Number(times)), Name = $"{tokens[at].Lower} {single.Name}" };
        }

        if (at + 2 >= to || tokens[at] is not { Kind: TokenKind.Number, Unit: "%" } percent)
        {
            return null;
        }

        var above = tokens[at + 1].IsAny("above", "over") || Phrase.At(tokens, at + 1, "more", "than") || Phrase.At(tokens, at + 1, "higher", "than");
        var below = tokens[at + 1].IsAny("below", "under") || Phrase.At(tokens, at + 1, "less", "than") || Phrase.At(tokens, at + 1, "lower", "than");
        if (!above && !below && !tokens[at + 1].Is("of"))
        {
            return null;
        }

        var start = at + (tokens[at + 1].IsAny("more", "higher", "less", "lower") ? 3 : 2);
        var factor = (above ? 1 : below ? -1 : 0) is var sign && sign == 0 ? percent.Value / 100 : 1 + (sign * percent.Value / 100);
        return start < to && Term(speech, tokens, start, left) is { Column.IsNumber: true } whole
            ? whole with { Expr = new Arithmetic(ArithmeticOp.Multiply, whole.Expr, Literal.Number(factor)), Name = $"{percent.Text} {tokens[at + 1].Lower} {whole.Name}" } : null;
    }

    /// <summary>"half the price", "twice the deposit", "three times the rate".</summary>
    private static (decimal Times, int End)? Multiple(IReadOnlyList<Token> tokens, int at)
    {
        var start = at < tokens.Count && tokens[at].Is("the") ? at + 1 : at;
        decimal? word = start >= tokens.Count ? null : tokens[start].Lower switch { "half" => 0.5m, "twice" or "double" => 2, _ => null };
        return word is { } times ? (times, start + 1 + (start + 1 < tokens.Count && tokens[start + 1].Is("of") ? 1 : 0))
            : start + 1 < tokens.Count && tokens[start].Kind == TokenKind.Word && tokens[start + 1].Is("times") && Figures.At(tokens, start) is { } figure ? (figure, start + 2) : null;
    }

    /// <summary>"the product of quantity and price", "the sum of net and tax", "the difference between in and out" of the same row.</summary>
    private static Value? Product(Speech speech, IReadOnlyList<Token> tokens, int at, int to, Column left)
    {
        var start = Speech.SkipDeterminers(tokens, at);
        ArithmeticOp? op = start + 4 >= to ? null : tokens[start].Lower switch { "product" => ArithmeticOp.Multiply, "sum" => ArithmeticOp.Add, "difference" => ArithmeticOp.Subtract, _ => null };
        if (op is null || !tokens[start + 1].IsAny("of", "between") || Term(speech, tokens, start + 2, left) is not { } one || one.End + 1 >= to || !tokens[one.End].Is("and") || Term(speech, tokens, one.End + 1, left) is not { } other)
        {
            return null;
        }

        return new(new Arithmetic(op.Value, one.Expr, other.Expr), $"{one.Name} {op.Value.ToString().ToLowerInvariant()} {other.Name}", other.End, one.Column);
    }

    /// <summary>An attribute as the left side's rows see it: their own, or of what they refer to.</summary>
    private static Value? Term(Speech speech, IReadOnlyList<Token> tokens, int at, Column left)
    {
        if (speech.At(tokens, at) is not { } operand)
        {
            return Further(speech, tokens, at, left);
        }

        if (operand.Entity == left.Entity || speech.Subject?.Name == operand.Entity && !operand.IsOwn)
        {
            return new(operand.Ref, operand.Column.Name, operand.End, operand.Column);
        }

        var home = speech.Vocabulary.Of(left.Entity);
        return !operand.IsOwn ? null
            : new Speech(speech.Vocabulary, home).ReferenceTo(speech.Vocabulary.Of(operand.Entity)) is { } reference ? new(new Ref([reference.Role!, operand.Column.Name]), operand.Column.Name, operand.End, operand.Column)
            : Paths.To(speech.Vocabulary, home, speech.Vocabulary.Of(operand.Entity)) is { } roles ? new(new Ref([.. roles, operand.Column.Name]), operand.Column.Name, operand.End, operand.Column) : null;
    }

    /// <summary>"the capacity of its tank", "the fee of the course" of what the row belongs to at two or three removes.</summary>
    private static Value? Further(Speech speech, IReadOnlyList<Token> tokens, int at, Column left)
    {
        var start = Speech.SkipDeterminers(tokens, at);
        if (start >= tokens.Count || tokens[start].Kind != TokenKind.Word)
        {
            return null;
        }

        foreach (var (terms, roles) in Paths.Above(speech.Vocabulary, speech.Vocabulary.Of(left.Entity)))
        {
            if (new Speech(speech.Vocabulary, terms).At(tokens, start) is { IsOwn: true, Column.IsForeignKey: false } operand && operand.Entity == terms.Name)
            {
                return new(new Ref([.. roles, operand.Column.Name]), operand.Column.Name, operand.End, operand.Column);
            }
        }

        return null;
    }

    private static Value? Number(IReadOnlyList<Token> tokens, int at) =>
        Figures.At(tokens, at) is { } figure ? new(Literal.Number(tokens[at].Unit == "%" ? figure / 100 : figure), tokens[at].Text, at + 1) : null;

    private static ArithmeticOp? Op(Token token) => token.Lower switch
    {
        "+" or "plus" => ArithmeticOp.Add,
        "-" or "minus" or "less" => ArithmeticOp.Subtract,
        "*" or "×" or "times" => ArithmeticOp.Multiply,
        "/" or "÷" => ArithmeticOp.Divide,
        _ => null,
    };
}
