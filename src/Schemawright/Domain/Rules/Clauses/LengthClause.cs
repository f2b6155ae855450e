using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Reads "a note of at least 15 characters is mandatory", "a comment of up to 90 letters must be given": a text that is there and so long.</summary>
internal static class LengthClause
{
    /// <param name="needed">The words before already say that the text must be there.</param>
    public static Clause? Read(Speech speech, IReadOnlyList<Token> tokens, int from, int to, bool needed = false)
    {
        if (speech.At(tokens, from)?.AtHome is not { Column: { IsText: true, IsForeignKey: false, Type.Values.Count: 0 } } operand || operand.End + 3 >= to || !tokens[operand.End].IsAny("of", "with")
            || Relation.At(tokens, operand.End + 1) is not { } relation || Figures.At(tokens, relation.End) is not { } figure || relation.End + 1 >= to || !tokens[relation.End + 1].IsAny("characters", "character", "letters", "chars", "digits"))
        {
            return null;
        }

        var (at, said) = (relation.End + 2, needed);
        while (at < to && tokens[at].IsAny("is", "are", "must", "be", "has", "have", "to", "mandatory", "required", "needed", "given", "compulsory", "."))
        {
            said |= tokens[at].IsAny("mandatory", "required", "needed", "given", "compulsory");
            at++;
        }

        return at < to || !said || tokens[relation.End + 1].Is("digits") ? null
            : new(operand.Entity, new And([new IsPresent(operand.Ref), new Compare(relation.Op, new LengthOf(operand.Ref), Literal.Number(figure))]), $"{operand.Column.Name} given with {relation.Op.ToString().ToLowerInvariant()} {figure} characters");
    }
}
