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
            if (Moment(line, terms, words, joint) is { } moment && Span(line, terms, words, joint + 1) is var (roles, start, end))
            {
                Expr Seen(Column column) => new Ref([.. roles, column.Name]);
                var both = new And([new Compare(CompareOp.GreaterOrEqual, moment.Ref, Seen(start)), new Compare(CompareOp.LessOrEqual, moment.Ref, Seen(end))]);
                return Reading.Of(line.Must(terms.Name, $"{moment.Name} within {(roles.Count > 0 ? roles[^1] : "its dates")}", both));
            }
        }

        return null;
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
