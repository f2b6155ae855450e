using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>A figure from which on something is demanded, said in front: "Above 5,000 total only an owner signs", "over 300 a second name is required", "for amounts above 25 the payer differs from the clerk".</summary>
internal static class Thresholds
{
    public static bool Opens(Seq<Token> words) => At(words) is not null;

    /// <summary>The demand of the rows beyond the figure; null when figure or demand is not understood.</summary>
    public static Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (At(words) is not var (relation, named) || line.Subject is not { } subject || line.Depth > 3)
        {
            return null;
        }

        var (column, rest) = Measured(new Speech(line.Vocabulary, subject), words, relation.End + 1, named);
        rest += rest < words.Count && words[rest].Is(",") ? 1 : 0;
        if (column is null || rest + 2 >= words.Count)
        {
            return null;
        }

        var when = new Clause(subject.Name, Logic.Compare(column, relation.Op, words[relation.End].Value), $"{column.Name} {(relation.Op is CompareOp.Greater or CompareOp.GreaterOrEqual ? "above" : "below")} {words[relation.End].Text}");
        return RulePatterns.Read(line.About(subject, [.. words.Skip(rest)])) is { } reading ? Conditioned.By(line.Vocabulary, reading, when) : null;
    }

    /// <summary>The relation that opens the sentence, and where a noun before it stands: "for amounts above 25"; -1 for none.</summary>
    private static (Relation Relation, int Named)? At(Seq<Token> words)
    {
        var noun = words.Count < 6 ? -1 : words[0].Is("for") ? words[1].IsAny("every", "each", "all", "any") ? 2 : 1 : 0;
        var at = noun > 0 ? noun + 1 : noun;
        return at < 0 || words[at].Kind != TokenKind.Word || !words[at].IsAny("above", "over", "beyond", "below", "under", "from") || Relation.At(words, at) is not { } relation || words[relation.End].Kind != TokenKind.Number || words[relation.End].Unit is not ("" or "money") ? null : (relation, noun > 0 ? noun : -1);
    }

    private static (Column? Column, int End) Measured(Speech speech, Seq<Token> words, int after, int named)
    {
        if (named > 0)
        {
            var column = words[named].IsAny("amount", "amounts", "value", "values", "sum", "sums") ? Approvals.Amount(speech.Subject!)
                : speech.At(words, named) is { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } before } ? before
                : speech.Vocabulary.EntityAt(words, named, out _) == speech.Subject ? Approvals.Amount(speech.Subject!) : null;
            return (column, after);
        }

        if (after < words.Count && words[after].Kind == TokenKind.Word && speech.At(words, after) is { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } said } operand)
        {
            return (said, operand.End);
        }

        // "Over 12 windows" counts what the rows do not have.
        return after < words.Count && words[after].IsAny(",", "a", "an", "the", "only", "no", "both", "each", "two", "it", "they") ? (Approvals.Amount(speech.Subject!), after) : (null, after);
    }
}
