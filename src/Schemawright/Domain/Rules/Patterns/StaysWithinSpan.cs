using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The incident date must fall within the policy period", "an exam takes place within the term of its class": a day lies between the beginning and
/// the end of what the row belongs to, or of the row itself.
/// </summary>
internal sealed class StaysWithinSpan : IRulePattern
{
    private static readonly string[] Joints = ["within", "inside", "during", "between"];
    private static readonly string[] Bounds = ["period", "dates", "term", "duration", "validity", "start", "end", "range", "time", "span", "window", "of", "the", "its", "their", "a", "and", "date", "'s", "begin", "beginning", "opening", "closing", "opens", "closes", "ending", "starts", "ends", "day", "days", "s", "from", "to", "same"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var joint = Phrase.IndexOf(words, 1, Joints);
        if (joint < 2 || words.Count > 22 || words.Any(word => word.Kind == TokenKind.Number) || Phrase.Has([.. words.Take(joint)], "not", "cannot", "no", "never") || Phrase.Has(words, "if", "when", "unless", "hours", "days"))
        {
            return null;
        }

        foreach (var terms in Subjects(line, words, joint))
        {
            if (Moments(line, terms, words, joint) is var (first, last) && (Span(line, terms, words, joint + 1) ?? Named(line, terms, words, joint)) is var (roles, start, end))
            {
                return Reading.Of(line.Must(terms.Name, $"{first.Name} within {(roles.Count > 0 ? roles[^1] : "its dates")}", new And([new Compare(CompareOp.GreaterOrEqual, first.Ref, new Ref([.. roles, start.Name])), Until(last, new Ref([.. roles, end.Name]), end)])));
            }
        }

        return null;
    }

    /// <summary>A time of day lies within a last day until that day is over.</summary>
    private static Compare Until(Column moment, Ref end, Column last) =>
        moment.IsMoment && last.IsDate ? new(CompareOp.Less, moment.Ref, new Arithmetic(ArithmeticOp.Add, end, new Interval(new Period(1, PeriodUnit.Day)))) : new(CompareOp.LessOrEqual, moment.Ref, end);

    /// <summary>The one moment that is meant, or the beginning and the end of what lasts and "takes place" as a whole.</summary>
    private static (Column First, Column Last)? Moments(RuleLine line, EntityTerms terms, Seq<Token> words, int joint) =>
        Moment(line, terms, words, joint) is { } single ? (single, single)
        : words.Take(joint).Any(word => word.IsAny("place", "lie", "lies", "held", "fall", "falls")) && line.Vocabulary.EntityAt(words, Speech.SkipDeterminers(words, 0), out _) == terms ? Spans.Of(terms) : null;

    /// <summary>"between the opening day and the last day of its fair": two days of what the row belongs to, by their names.</summary>
    private static (Seq<string> Roles, Column Start, Column End)? Named(RuleLine line, EntityTerms terms, Seq<Token> words, int joint)
    {
        var and = words[joint].Is("between") ? Phrase.IndexOf(words, joint + 2, "and") : -1;
        var of = and < 0 ? -1 : Phrase.IndexOf(words, and + 2, "of");
        var noun = of < 0 ? words.Count : Speech.SkipDeterminers(words, of + 1);
        if (noun >= words.Count || line.Vocabulary.EntityAt(words, noun, out var width) is not { } owner || owner == terms || noun + width < Rewording.End(words) || Paths.To(line.Vocabulary, terms, owner) is not { } roles)
        {
            return null;
        }

        var speech = new Speech(line.Vocabulary, owner);
        Column? Day(int from, int to) => speech.At([.. words.Take(to)], from) is { IsOwn: true } operand && operand.Entity == owner.Name && operand.End == to && (operand.Column.IsDate || operand.Column.IsMoment) ? operand.Column : null;
        return Day(joint + 1, and) is { } start && Day(and + 1, of) is { } end && start != end ? (roles, start, end) : null;
    }

    private static IEnumerable<EntityTerms> Subjects(RuleLine line, Seq<Token> words, int joint) =>
        line.Vocabulary.EntitiesIn([.. words.Take(joint)]).Append(line.Subject).Append(line.Vocabulary.OwnersAt(words, Speech.SkipDeterminers(words, 0)) is [var only] ? only : null).OfType<EntityTerms>().Distinct();

    /// <summary>The day the sentence begins with, else the only day or time of the row.</summary>
    private static Column? Moment(RuleLine line, EntityTerms terms, Seq<Token> words, int joint)
    {
        var speech = new Speech(line.Vocabulary, terms);
        if (speech.Within(words, 0, joint) is { IsOwn: true, Column: { IsForeignKey: false } column } operand && operand.Entity == terms.Name && (column.IsDate || column.IsMoment))
        {
            return column;
        }

        var placed = words.Take(joint).Any(word => word.IsAny("takes", "take", "held", "happen", "happens", "occur", "occurs", "place", "fall", "falls", "lie", "lies", "be", "is", "dated"));
        var days = terms.Columns.Where(other => other.IsDate).ToArray();
        days = days.Length > 0 ? days : [.. terms.Columns.Where(other => other.IsMoment && other.Words[0] is not ("created" or "updated" or "deleted"))];
        return placed && days.Length == 1 && line.Vocabulary.EntityAt(words, Speech.SkipDeterminers(words, 0), out _) == terms ? days[0] : null;
    }

    /// <summary>Whose beginning and end are meant; other words than those of a period must name it.</summary>
    private static (Seq<string> Roles, Column Start, Column End)? Span(RuleLine line, EntityTerms terms, Seq<Token> words, int from)
    {
        EntityTerms? owner = null;
        for (var at = from; at < Rewording.End(words); at++)
        {
            if (line.Vocabulary.EntityAt(words, at, out var width) is { } named)
            {
                owner = owner is not null && Clauses.Spans.Of(owner) is not null ? owner : named;
                at += width - 1;
            }
            else if (!words[at].IsAny(Bounds))
            {
                return null;
            }
        }

        return owner is null || owner == terms || Spans.Of(owner) is not var (start, end) || Paths.To(line.Vocabulary, terms, owner) is not { } roles ? null : (roles, start, end);
    }
}
