using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "No visit after the discharge date", "boat | no trip after service_due_on", "boat | one trip at a time": what may not begin beyond a moment of the thing it
/// belongs to, or beside another of it.
/// </summary>
internal sealed class NoneAfter : IRulePattern
{
    private const int Longest = 14;

    public Reading? Read(RuleLine line) => line.Tokens.Count is < 4 or > Longest ? null : Beyond(line, line.Tokens) ?? OneAtATime(line, line.Tokens);

    private static Reading? Beyond(RuleLine line, Seq<Token> words)
    {
        if (!words[0].Is("no") || line.Vocabulary.EntityAt(words, 1, out var width) is not { } terms || 1 + width >= words.Count - 1)
        {
            return null;
        }

        var at = 1 + width;
        at += words[at].IsAny("may", "can") ? 1 : 0;
        at += words[at].IsAny("start", "starts", "begin", "begins", "depart", "departs", "start") && at + 2 < words.Count ? 1 : 0;
        if (!words[at].IsAny("after", "before") || Spans.Of(terms) is not var (start, end))
        {
            return null;
        }

        var after = words[at].Is("after");
        var from = Speech.SkipDeterminers(words, at + 1);
        var own = after ? start : end;
        foreach (var link in terms.References.Where(link => link.Parent != terms.Name && (line.Subject is null || link.Parent == line.Subject.Name || line.Subject == terms)))
        {
            var parent = line.Vocabulary.Of(link.Parent!);
            if (from < words.Count && new Speech(line.Vocabulary, parent).At(words, from) is { IsOwn: true } limit && limit.Entity == parent.Name && (limit.Column.IsDate || limit.Column.IsMoment) && limit.End == Rewording.End(words) && (limit.Column.IsDate || own.IsMoment == limit.Column.IsMoment))
            {
                // On the day itself it may still begin.
                Expr bound = new Ref([link.Role!, limit.Column.Name]);
                bound = after && limit.Column.IsDate && own.IsMoment ? new Arithmetic(ArithmeticOp.Add, bound, new Interval(new Period(1, PeriodUnit.Day))) : bound;
                var op = after ? own.IsMoment && limit.Column.IsDate ? CompareOp.Less : CompareOp.LessOrEqual : CompareOp.GreaterOrEqual;
                return Reading.Of(line.Must(terms.Name, $"{own.Name} not {words[at].Lower} {limit.Column.Name}", new Compare(op, own.Ref, bound)));
            }
        }

        return null;
    }

    /// <summary>"one trip at a time", below the name of what it takes up.</summary>
    private static Reading? OneAtATime(RuleLine line, Seq<Token> words)
    {
        var at = words[0].IsAny("only", "max", "just") ? 1 : 0;
        return words[at].Is("one") && line.Vocabulary.EntityAt(words, at + 1, out var width) is { } terms && Phrase.At(words, at + 1 + width, "at", "a", "time") && at + 4 + width >= Rewording.End(words)
            && line.Subject is { } whole && whole != terms && new Speech(line.Vocabulary, terms).ReferenceTo(whole) is { } link && Spans.Of(terms) is var (start, end)
            ? Reading.Of(new RuleDraft(terms.Name, $"no overlap per {link.Role}", RuleTrigger.Always, new NoOverlap([link.Role!], start.Name, end.Name, Alive(terms)))) : null;
    }

    /// <summary>Rows that were given up take no time.</summary>
    private static Expr? Alive(EntityTerms terms)
    {
        var alive = terms.State is { } state ? state.Type.Values.Where(value => !Moments.Failure(value)).ToArray() : [];
        return alive.Length == 0 || alive.Length == terms.State!.Type.Values.Count ? null : Logic.In(terms.State, alive);
    }
}
