using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Discounts of more than 30 % are not allowed", "lead times over 90 days are not accepted", "no fee above 50 is accepted": the value that is refused.</summary>
internal sealed class ForbidsAmounts : IRulePattern
{
    private static readonly string[] Accepted = ["allowed", "accepted", "permitted", "possible", "valid", "admitted"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (words.Count is < 5 or > 16 || !words[end - 1].IsAny(Accepted))
        {
            return null;
        }

        var verb = end - 1;
        var denied = words[0].Is("no");
        while (verb > 0 && words[verb - 1].IsAny("is", "are", "not", "never", "be", "cannot", "can", "may", "must"))
        {
            verb--;
            denied |= words[verb].IsAny("not", "never", "cannot");
        }

        var start = words[0].Is("no") ? 1 : 0;
        if (!denied || verb == end - 1 || line.Speech.At(words, start)?.AtHome is not { Column: { IsForeignKey: false, IsNumber: true }, IsOwn: true } operand)
        {
            return null;
        }

        var bound = operand.End + (operand.End < verb && words[operand.End].Is("of") ? 1 : 0);
        return bound >= verb || Relation.At(words, bound) is null ? null
            : Rewording.MustBe(line, line.Vocabulary.Of(operand.Column.Entity), operand.Column, [Rewording.Word("not"), .. words.Skip(bound).Take(verb - bound)]);
    }
}
