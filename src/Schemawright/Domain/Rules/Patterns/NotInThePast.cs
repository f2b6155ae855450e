using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"No visit can be placed in the past", "a lesson may not be scheduled in the past": the day of a new row is today or later.</summary>
internal sealed class NotInThePast : IRulePattern
{
    private static readonly string[] Making = ["book", "booked", "create", "created", "make", "made", "schedule", "scheduled", "reserve", "reserved", "plan", "planned", "add", "added", "place", "placed", "set"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var past = Enumerable.Range(0, Math.Max(0, words.Count - 2)).FirstOrDefault(at => Phrase.At(words, at, "in", "the", "past"), -1);
        if (past < 1 || past > 12 || !Phrase.Has([.. words.Take(past)], "cannot", "can't", "never", "not", "no") || !Phrase.Has([.. words.Take(past)], Making) || line.Speech.Within(words, 0, past) is { Column.IsForeignKey: false })
        {
            return null;
        }

        var terms = SubjectPhrase.At(line.Vocabulary, words, 0, past)?.Terms ?? line.Subject;
        return terms is not null && Begins(terms) is { } day
            ? Reading.Of(new RuleDraft(terms.Name, $"{day.Name} not in the past", RuleTrigger.OnInsert, new Holds(new Compare(CompareOp.GreaterOrEqual, day.Ref, Values.ClockOf(day)!)))) : null;
    }

    /// <summary>The one date, or where a span begins.</summary>
    private static Column? Begins(EntityTerms terms)
    {
        var dates = terms.Columns.Where(column => column.IsDate).ToArray();
        return dates.Length == 1 ? dates[0] : Spans.Of(terms)?.Start;
    }
}
