using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"The minimum age is 0, 6, 12 or 18", "durations can be 30, 45 or 60 minutes": the few figures that an attribute may have.</summary>
internal sealed class ListsFigures : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 5 or > 30 || line.Speech.At(words, 0)?.AtHome is not { Column: { IsNumber: true, IsForeignKey: false } } operand)
        {
            return null;
        }

        var at = operand.End;
        while (at < words.Count && words[at].IsAny("is", "are", "must", "be", "can", "may", "only", "either", "one", "of", "always", "shall", ":", "has", "have", "the", "value", "values"))
        {
            at++;
        }

        return at == operand.End || Figures(words, at) is not { Count: > 1 } figures ? null
            : Reading.Of(line.Must(operand.Entity, $"{operand.Column.Name} one of {string.Join(' ', figures)}", new OneOf(operand.Ref, figures.Select(figure => Literal.Number(figure)).ToSeq())));
    }

    /// <summary>Figures up to the end, an "or" before the last and at most a unit behind it; empty when other words are there.</summary>
    private static List<decimal> Figures(Seq<Token> words, int at)
    {
        var (figures, joined) = (new List<decimal>(), false);
        for (; at < Rewording.End(words); at++)
        {
            if (words[at] is { Kind: TokenKind.Number, Unit: "" or "%" or "money" } number)
            {
                figures.Add(number.Value);
            }
            else if (words[at].IsAny("(", "[", "{") && figures.Count == 0 || words[at].IsAny(")", "]", "}") && at == Rewording.End(words) - 1)
            {
                joined |= figures.Count > 0;
            }
            else if (figures.Count > 0 && words[at].IsAny(",", "or", "/"))
            {
                joined |= words[at].IsAny("or", "/");
            }
            else
            {
                return joined && at == Rewording.End(words) - 1 && words[at].Kind == TokenKind.Word ? figures : [];
            }
        }

        return joined || Phrase.Has(words, "one", "either") ? figures : [];
    }
}
