using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Reads another attribute, or a formula of attributes and figures, as what an attribute is compared with: "net + tax", "quantity × price".</summary>
internal static class Formulas
{
    private const int MostTerms = 12;

    public static Value? Read(Speech speech, IReadOnlyList<Token> tokens, int at, int to, Column left)
    {
        if (Term(speech, tokens, at, left) is not { } value)
        {
            return null;
        }

        var terms = 1;
        while (value.End < to && Op(tokens[value.End]) is { } op && terms++ < MostTerms)
        {
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

    /// <summary>An attribute as the left side's rows see it: their own, or of what they refer to.</summary>
    private static Value? Term(Speech speech, IReadOnlyList<Token> tokens, int at, Column left)
    {
        if (speech.At(tokens, at) is not { } operand)
        {
            return null;
        }

        if (operand.Entity == left.Entity || speech.Subject?.Name == operand.Entity && !operand.IsOwn)
        {
            return new(operand.Ref, operand.Column.Name, operand.End, operand.Column);
        }

        var home = speech.Vocabulary.Of(left.Entity);
        return operand.IsOwn && new Speech(speech.Vocabulary, home).ReferenceTo(speech.Vocabulary.Of(operand.Entity)) is { } reference
            ? new(new Ref([reference.Role!, operand.Column.Name]), operand.Column.Name, operand.End, operand.Column) : null;
    }

    private static Value? Number(IReadOnlyList<Token> tokens, int at) =>
        Figures.At(tokens, at) is { } figure ? new(Literal.Number(tokens[at].Unit == "%" ? figure / 100 : figure), tokens[at].Text, at + 1) : null;

    private static ArithmeticOp? Op(Token token) => token.Lower switch
    {
        "+" or "plus" => ArithmeticOp.Add,
        "-" or "minus" => ArithmeticOp.Subtract,
        "*" or "×" or "times" => ArithmeticOp.Multiply,
        "/" or "÷" => ArithmeticOp.Divide,
        _ => null,
    };
}
