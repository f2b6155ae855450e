using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Domain.Rules.Deeds;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// Two things told by phrases and set against each other: "the time of arrival must not be earlier than the time of booking", "unloading takes place no sooner than 7 days after
/// arrival", "a lease cannot end before it starts", "the weight of the crate must not be below the least weight of the goods".
/// </summary>
internal sealed class ComparesPhrases : IRulePattern
{
    private const int Longest = 32;

    private static readonly string[] Helping =
        ["must", "may", "can", "cannot", "not", "never", "only", "be", "is", "are", "was", "been", "being", "shall", "should", "has", "have", "to", "always", "lie", "lies", "take", "takes", "place", "fall", "falls", "happen", "happens", "dated", "occur", "occurs", "given", "stay", "stays", "remain", "remains", "earliest", "latest"];

    private static readonly string[] Denials = ["not", "never", "cannot", "no"];

    public Reading? Read(RuleLine line)
    {
        Seq<Token> said = [.. line.Demand.Take(Rewording.End(line.Demand))];
        if (said.Count is < 4 or > Longest || said.Any(word => word.IsAny(";", ":", "if", "when", "unless", "until", "while", "once", "except", "sum", "total", "all")) || Enumerable.Range(1, said.Count - 2).Any(at => said[at].Is("or") && !said[at + 1].IsAny("after", "before")))
        {
            return null;
        }

        for (var at = 1; at + 1 < said.Count; at++)
        {
            if (Bound(said, at) is not { } bound)
            {
                continue;
            }

            foreach (var rows in Candidates(line, said, at))
            {
                if (Left(line, rows, said, at) is { } left && Right(line, rows, said, bound, left) is { } right && !Guessed(said, at, left, right) && Compared(line, rows, said, at, bound, left, right) is { } reading)
                {
                    return reading;
                }
            }

            return null;
        }

        return null;
    }

    /// <summary>"begin before they end" names nothing: what two other things have is no meaning of it.</summary>
    private static bool Guessed(Seq<Token> said, int at, Operand left, Operand right) =>
        at == 1 && !left.IsOwn && !left.Path.Take(left.Path.Count - 1).SequenceEqual(right.Path.Take(right.Path.Count - 1), StringComparer.Ordinal);

    private static IEnumerable<EntityTerms> Candidates(RuleLine line, Seq<Token> said, int at) =>
        line.Vocabulary.EntitiesIn([.. said.Take(at)]).Take(1).Prepend(line.Subject).OfType<EntityTerms>().Distinct();

    /// <summary>A comparison, or a stretch of time on one side of a moment: its operator, the stretch, and where the other side begins.</summary>
    private static Side? Bound(Seq<Token> said, int at)
    {
        if (said[at].Is("within") && Figures.PeriodAt(said, at + 1, out var close) is { } most && close + 1 < said.Count && said[close].IsAny("after", "of", "from", "following"))
        {
            return new(CompareOp.LessOrEqual, most, ArithmeticOp.Add, close + 1);
        }

        if (Relation.At(said, at) is not { } relation || relation.End >= said.Count)
        {
            return null;
        }

        if (Figures.PeriodAt(said, relation.End, out var end) is not { } period)
        {
            return said[at].Kind == TokenKind.Word ? new(relation.Op, null, ArithmeticOp.Add, relation.End) : null;
        }

        if (end + 1 >= said.Count || !said[end].IsAny("after", "before", "from", "prior", "following"))
        {
            return null;
        }

        // "At least 3 days before" lies earlier than that; "no sooner than 7 days after" names the moment itself.
        var before = said[end].IsAny("before", "prior");
        var distance = said.Skip(relation.Start).Take(relation.End - relation.Start).Any(word => word.IsAny("least", "most", "more", "less", "fewer", "longer"));
        var start = end + 1 + (said[end].Is("prior") && said[end + 1].Is("to") ? 1 : 0);
        return start >= said.Count ? null : new(before && distance ? Turned(relation.Op) : relation.Op, period, before ? ArithmeticOp.Subtract : ArithmeticOp.Add, start);
    }

    private static CompareOp Turned(CompareOp op) => op switch
    {
        CompareOp.Less => CompareOp.Greater,
        CompareOp.LessOrEqual => CompareOp.GreaterOrEqual,
        CompareOp.Greater => CompareOp.Less,
        CompareOp.GreaterOrEqual => CompareOp.LessOrEqual,
        _ => op,
    };

    /// <summary>An attribute and words that add nothing, or a noun and the verb of its moment: "a crate … be unloaded".</summary>
    private static Operand? Left(RuleLine line, EntityTerms rows, Seq<Token> said, int at)
    {
        var end = at;
        while (end > 0 && said[end - 1].IsAny(Helping))
        {
            end--;
        }

        if (FieldPhrase.Read(line.Vocabulary, rows, [.. said.Take(end)], []) is { Column.IsForeignKey: false } named)
        {
            return named;
        }

        if (said.Skip(end).Take(at - end).Any(word => word.Is("dated")) && RowsPhrase.Read(line, [.. said.Take(end)]) is { Which: null, Only: false, None: false } dated && dated.Terms == rows)
        {
            return FieldPhrase.OwnDay(rows) is { } day ? new(rows.Name, [day.Name], day, end) : null;
        }

        var verb = end - 1;
        var noun = verb;
        while (noun > 0 && said[noun - 1].IsAny(Helping))
        {
            noun--;
        }

        if (verb < 1 || noun == verb && !said[verb].Lower.EndsWith('s') || said.Take(noun).Any(word => word.IsAny(",", "and", "only")))
        {
            return null;
        }

        return FieldPhrase.Time(line.Vocabulary, rows, [.. said.Take(noun).Where(word => !word.IsAny("no", "every", "each", "person", "somebody")), said[verb]]) is { IsOwn: true } moment ? moment : null;
    }

    private static Operand? Right(RuleLine line, EntityTerms rows, Seq<Token> said, Side bound, Operand left)
    {
        // "… of the lot it stems from": how the two belong together is known.
        var end = said.Count > bound.Start + 4 && said[^3].IsAny("it", "they") && said[^1].IsAny("from", "to", "on", "for", "with", "in", "at") ? said.Count - 3 : said.Count;
        var right = FieldPhrase.Read(line.Vocabulary, rows, [.. said.Skip(bound.Start).Take(end - bound.Start)], []);
        right = right is { Column.IsForeignKey: true } && IsTime(left.Column) ? FieldPhrase.Time(line.Vocabulary, rows, FieldPhrase.Trimmed([.. said.Skip(bound.Start).Take(end - bound.Start)])) : right;
        return right is not { Column.IsForeignKey: false } || right.Ref.Equals(left.Ref) || IsTime(right.Column) != IsTime(left.Column) || !IsTime(left.Column) && !(left.Column.IsNumber && right.Column.IsNumber) || bound.Period is not null && !IsTime(left.Column) || !IsTime(left.Column) && IsCount(left.Column) != IsCount(right.Column) ? null : right;
    }

    private static bool IsCount(Column column) => column.Type.Kind is DataKind.Integer or DataKind.BigInteger;

    private static bool IsTime(Column column) => MomentPhrases.IsTime(column);

    private static Reading? Compared(RuleLine line, EntityTerms rows, Seq<Token> said, int at, Side bound, Operand left, Operand right)
    {
        var denied = said.Take(at).Any(word => word.IsAny(Denials));
        var permits = !denied && said.Take(at).Any(word => word.IsAny("can", "may")) && !said.Take(at).Any(word => word.Is("only"));
        if (permits && bound is { Op: CompareOp.Greater or CompareOp.Less })
        {
            return null; // "may end after it began" permits; it demands nothing
        }

        var op = denied ? bound.Op.Opposite() : bound.Op;
        var name = $"{string.Join('_', left.Path)} {Word(op)} {(bound.Period is { } stretch ? $"{stretch} {(bound.Sign == ArithmeticOp.Add ? "after" : "before")} " : "")}{string.Join('_', right.Path)}";
        return Reading.Of(line.Must(rows.Name, name, bound.Period is { } period ? WholeDays.Compare(left.Column, right.Column, op, period, left.Ref, new Arithmetic(bound.Sign, right.Ref, new Interval(period))) : new Compare(op, left.Ref, right.Ref)));
    }

    private static string Word(CompareOp op) => op switch
    {
        CompareOp.Less => "below",
        CompareOp.LessOrEqual => "at most",
        CompareOp.Greater => "above",
        CompareOp.GreaterOrEqual => "at least",
        CompareOp.Equal => "equals",
        _ => "differs from",
    };

    /// <summary>What a side is held against.</summary>
    private sealed record Side(CompareOp Op, Period? Period, ArithmeticOp Sign, int Start);
}
