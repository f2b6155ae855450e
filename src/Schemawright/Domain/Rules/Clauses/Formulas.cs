using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Reads another attribute, or a formula of attributes and figures, as what an attribute is compared with: "net + tax", "quantity × price".</summary>
internal static class Formulas
{
    private const int MostTerms = 12;

    public static Value? Read(Speech speech, IReadOnlyList<Token> tokens, int at, int to, Column left)
    {
        if ((Share(speech, tokens, at, to, left) ?? Product(speech, tokens, at, to, left) ?? Term(speech, tokens, at, left)) is not { } value)
        {
            return null;
        }

        var terms = 1;
        while (value.End < to && Op(tokens[value.End]) is { } op && terms++ < MostTerms)
        {
            if (tokens[value.End].Is("less") && value.End + 1 < to && tokens[value.End + 1].Is("than"))
            {
                return null;
            }

            if (value.End + 1 >= to || (Term(speech, tokens, value.End + 1, left) ?? Number(tokens, value.End + 1)) is not { } next)
            {
                return null;
            }

            // Multiplying binds more tightly than adding.
            var expr = op is ArithmeticOp.Multiply or ArithmeticOp.Divide && value.Expr is Arithmetic { Op: ArithmeticOp.Add or ArithmeticOp.Subtract } sum
                ? sum with { Right = new Arithmetic(op, sum.Right, next.Expr) } : new Arithmetic(op, value.Expr, next.Expr);
            value = new(expr, $"{value.Name} {op.ToString().ToLowerInvariant()} {next.Name}", next.End, value.Column);
        }

        return value;
    }

    /// <summary>"20 % of the price", "15 % above the estimate", "10 % less than the list price".</summary>
    public static Value? Share(Speech speech, IReadOnlyList<Token> tokens, int at, int to, Column left)
    {
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
