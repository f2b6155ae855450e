using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Claims are filed within ten days of the trip being closed", "we decide no later than 21 days after filing", "a visit is announced at least 24 hours before it starts": a deed and how far it may be from a moment.</summary>
internal sealed class DoneWithin : IRulePattern
{
    private static readonly string[] Idle = ["is", "are", "must", "be", "may", "can", "has", "have", "to", "only", "shall", "always", "been", "gets", "and"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var and = Phrase.IndexOf(words, 4, "and");
        return One(line, words) ?? (and > 0 && and + 4 < words.Count && One(line, [.. words.Take(and)]) is { } first && One(line, [.. words.Skip(and + 1)]) is { } second ? first.And(second) : null);
    }

    private static Reading? One(RuleLine line, Seq<Token> words)
    {
        if (words.Count is < 5 or > 30 || Phrase.Has(words, "if", "when", "unless", "until", "while", "once") || line.Subject is null)
        {
            return null;
        }

        var figure = Enumerable.Range(1, words.Count - 2).FirstOrDefault(at => Figures.PeriodAt(words, at, out _) is not null, -1);
        if (figure < 1 || Figures.PeriodAt(words, figure, out var joint) is not { } period || joint + 1 >= words.Count || Bound(words, figure, joint) is not var (op, sign, start) || Deed(line, words, start) is not var (terms, done))
        {
            return null;
        }

        return DatePhrases.At(line, terms, words, joint + 1) is var (date, column, end) && end >= Rewording.End(words) && column != done
            ? Reading.Of(line.Must(terms.Name, $"{done.Name} {(op is CompareOp.LessOrEqual ? "at most" : "at least")} {period} {(sign == ArithmeticOp.Add ? "after" : "before")} {column.Name}", new Compare(op, done.Ref, new Arithmetic(sign, date, new Interval(period))))) : null;
    }

    /// <summary>The relation, the side, and where its words begin.</summary>
    private static (CompareOp Op, ArithmeticOp Sign, int Start)? Bound(Seq<Token> words, int figure, int joint)
    {
        var before = words[joint].IsAny("before", "prior", "ahead");
        var after = words[joint].IsAny("after", "of", "from", "following");
        if (!before && !after || words[joint].Is("of") && !words[figure - 1].Is("within"))
        {
            return null;
        }

        if (words[figure - 1].Is("within"))
        {
            return after ? (CompareOp.LessOrEqual, ArithmeticOp.Add, figure - 1) : null;
        }

        var relation = Enumerable.Range(Math.Max(0, figure - 5), Math.Min(5, figure)).Select(at => Relation.At(words, at)).FirstOrDefault(found => found?.End == figure);
        return relation?.Op switch
        {
            CompareOp.GreaterOrEqual or CompareOp.Greater => (before ? CompareOp.LessOrEqual : CompareOp.GreaterOrEqual, before ? ArithmeticOp.Subtract : ArithmeticOp.Add, relation.Start),
            CompareOp.LessOrEqual when before && words[relation.Start].Is("up") => null, // a last moment or a first one: what is done tells which
            CompareOp.LessOrEqual when Phrase.At(words, relation.Start, "no", "later") => (CompareOp.LessOrEqual, before ? ArithmeticOp.Subtract : ArithmeticOp.Add, relation.Start),
            CompareOp.LessOrEqual => (before ? CompareOp.GreaterOrEqual : CompareOp.LessOrEqual, before ? ArithmeticOp.Subtract : ArithmeticOp.Add, relation.Start),
            _ => null,
        };
    }

    /// <summary>"Claims are filed", "we decide", "paid", "the due date is".</summary>
    private static (EntityTerms Terms, Column Done)? Deed(RuleLine line, Seq<Token> words, int to)
    {
        var at = words[0].IsAny("we", "it", "they") ? 1 : Speech.SkipDeterminers(words, 0);
        var terms = line.Vocabulary.EntityAt(words, at, out var width) is { } named && at < to ? named : line.Subject!;
        if (line.Vocabulary.EntityAt(words, at, out _) is null && new Speech(line.Vocabulary, terms).At(words, at) is { IsOwn: true } operand && operand.Entity == terms.Name && (operand.Column.IsDate || operand.Column.IsMoment) && Enumerable.Range(operand.End, Math.Max(0, to - operand.End)).All(place => words[place].IsAny(Idle) || words[place].IsAny("set")))
        {
            return operand.End <= to ? (terms, operand.Column) : null;
        }

        at += terms == line.Vocabulary.EntityAt(words, at, out width) ? width : 0;
        while (at < to && words[at].IsAny(Idle))
        {
            at++;
        }

        return at == to - 1 && words[at].Kind == TokenKind.Word && Bynames.Moment(terms, words[at].Lower) is { } moment ? (terms, moment) : null;
    }
}
