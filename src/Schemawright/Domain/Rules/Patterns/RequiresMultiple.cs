using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Hours must be a multiple of 0.25", "price in steps of 5", "rounded to the nearest 0.05": how finely a number is counted.</summary>
internal sealed class RequiresMultiple : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var at = words.Select((_, index) => index).FirstOrDefault(index => Step(words, index) > 0, -1);
        if (at < 1 || Step(words, at) is var figure && (figure >= words.Count || words[figure].Kind != TokenKind.Number || words[figure].Value <= 0 || figure + 1 < words.Count && words[figure + 1].Kind != TokenKind.Mark))
        {
            return null;
        }

        var step = words[Step(words, at)].Value;
        if (line.Speech.Within(words, 0, at) is not { Column: { IsNumber: true, IsForeignKey: false } } named)
        {
            return null;
        }

        var column = named.AtHome.Column;
        var parts = new Compare(CompareOp.LessOrEqual, new DecimalPlaces(new Arithmetic(ArithmeticOp.Divide, column.Ref, Literal.Number(step))), Literal.Number(0));
        return Reading.Of(line.Must(column.Entity, $"{column.Name} a multiple of {step}", parts));
    }

    /// <summary>Where the figure after "multiple of", "increments of", "the nearest" stands; 0 when the words are others.</summary>
    private static int Step(IReadOnlyList<Token> words, int at) =>
        words[at].IsAny("multiple", "multiples", "increments", "steps", "increment") && at + 1 < words.Count && words[at + 1].Is("of") ? at + 2
        : words[at].Is("divisible") && at + 1 < words.Count && words[at + 1].Is("by") ? at + 2
        : words[at].Is("nearest") ? at + 1 : 0;
}
