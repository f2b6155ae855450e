using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"The number of adults and children together must not exceed the maximum number of guests", "net and tax together equal the total": numbers of one row added up.</summary>
internal sealed class AddsUpOwn : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var together = Phrase.IndexOf(words, 2, "together", "combined");
        if (together < 3 || together > 9 || words.Count > 30)
        {
            return null;
        }

        var start = Speech.SkipDeterminers(words, 0);
        start += Phrase.At(words, start, "number", "of") || Phrase.At(words, start, "sum", "of") || Phrase.At(words, start, "total", "of") ? 2 : 0;
        var fields = Terms(line, words, start, together);
        if (fields.Count < 2 || fields.Exists(field => !field.IsOwn || !field.Column.IsNumber || field.Entity != fields[0].Entity))
        {
            return null;
        }

        var (at, negated) = (together + 1, false);
        while (at < words.Count && words[at].IsAny("must", "cannot", "may", "not", "never", "be", "is", "are", "can", "shall") && Relation.At(words, at) is null)
        {
            negated |= words[at].IsAny("cannot", "not", "never");
            at++;
        }

        if (at >= words.Count || Relation.At(words, at)?.Negated(negated) is not { } relation || relation.End >= words.Count || Values.Read(new Speech(line.Vocabulary, line.Vocabulary.Of(fields[0].Entity)), words, relation.End, words.Count, fields[0].Column) is not { } right || right.End < Rewording.End(words) && !words[right.End].Is("of"))
        {
            return null;
        }

        var sum = fields.Skip(1).Aggregate(fields[0].Ref as Expr, (left, field) => new Arithmetic(ArithmeticOp.Add, left, field.Ref));
        return Reading.Of(line.Must(fields[0].Entity, $"{string.Join(" and ", fields.Select(field => field.Column.Name))} {relation.Op.ToString().ToLowerInvariant()} {right.Name}", new Compare(relation.Op, sum, right.Expr)));
    }

    private static List<Operand> Terms(RuleLine line, Seq<Token> words, int from, int to)
    {
        var fields = FieldLists.Read(line.Speech, words, from, to).ToList();
        return fields.Count > 1 || line.Vocabulary.OwnersAt(words, Speech.SkipDeterminers(words, from)) is not [var only] ? fields : FieldLists.Read(new Speech(line.Vocabulary, only), words, from, to).ToList();
    }
}
