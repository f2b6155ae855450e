using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Arrivals are only possible on Saturdays", "tours cannot start at weekends", "contracts always begin on the first of a month": on which days a day of a row may fall.</summary>
internal sealed class RestrictsDays : IRulePattern
{
    private static readonly string[] Week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 4 or > 18 || Days(words) is not var (unit, days, at) || at < 2 || !(words[at - 1].IsAny("on", "at", "during", "the", "only", "between", "from") || IsKind(words, at)))
        {
            return null;
        }

        var before = (Seq<Token>)[.. words.Take(at)];
        var denied = Phrase.Has(before, "cannot", "can't", "not", "never", "no");
        if ((!denied && !Phrase.Has(before, "only", "must", "always", "shall")) || (denied && Phrase.Has(before, "only")) || Column(line, before) is not { } column)
        {
            return null;
        }

        var values = days.Select(day => Literal.Number(day)).ToSeq();
        Expr on = values.Count == 1 ? new Compare(CompareOp.Equal, new CalendarPart(unit, column.Ref), values[0]) : new OneOf(new CalendarPart(unit, column.Ref), values);
        var named = unit == CalendarUnit.DayOfMonth ? $"day {days[0]} of the month" : string.Join(" or ", days.Select(day => Week[day - 1]));
        return Reading.Of(line.Must(column.Entity, $"{column.Name} {(denied ? "not " : "")}on {named}", denied ? Logic.Opposite(on) : on));
    }

    /// <summary>"must not be a Sunday".</summary>
    private static bool IsKind(Seq<Token> words, int at) => words[at - 1].Is("a") && words[at - 2].IsAny("be", "is");

    /// <summary>The days named and where they start; nothing but days may follow.</summary>
    private static (CalendarUnit Unit, List<int> Days, int At)? Days(Seq<Token> words)
    {
        var end = Rewording.End(words);
        if (OfMonth(words, end) is var (day, start))
        {
            return (CalendarUnit.DayOfMonth, [day], start);
        }

        var days = new List<int>();
        var first = end;
        for (var at = 0; at < end; at++)
        {
            if (Named(words, at) is { Count: > 0 } named)
            {
                var span = days.Count == 1 && named.Count == 1 && words[at - 1].IsAny("to", "through", "-", "until");
                days.AddRange(span ? Enumerable.Range(days[0] + 1, Math.Max(0, named[0] - days[0])) : named);
                first = Math.Min(first, at);
            }
            else if (first < end && !words[at].IsAny("and", "or", ",", "to", "through", "-", "until", "on", "days", "day"))
            {
                return null;
            }
        }

        return days.Count == 0 ? null : (CalendarUnit.Weekday, [.. days.Distinct().Order()], first);
    }

    private static List<int> Named(Seq<Token> words, int at)
    {
        var day = Array.IndexOf(Week, Nouns.Singular(words[at].Lower));
        return day >= 0 ? [day + 1]
            : words[at].IsAny("weekend", "weekends") ? [6, 7]
            : words[at].IsAny("weekdays", "workdays") || words[at].IsAny("working", "business") && at + 1 < words.Count && words[at + 1].IsAny("days") ? [1, 2, 3, 4, 5] : [];
    }

    /// <summary>"the first of a month", "the 15th day of each month".</summary>
    private static (int Day, int At)? OfMonth(Seq<Token> words, int end)
    {
        var month = end - 1;
        if (month < 4 || !words[month].Is("month") || !words[month - 1].IsAny("a", "the", "each", "every") || !words[month - 2].Is("of"))
        {
            return null;
        }

        var at = words[month - 3].Is("day") ? month - 4 : month - 3;
        decimal? day = at < 1 ? null : words[at].Is("first") ? 1 : words[at].Kind == TokenKind.Number ? words[at].Value : null;
        return day is >= 1 and <= 28 && day == decimal.Truncate(day.Value) ? ((int)day.Value, at) : null;
    }

    /// <summary>The one day or time that the words before name, or that their verb means.</summary>
    private static Column? Column(RuleLine line, Seq<Token> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (line.Speech.At(words, at) is { IsOwn: true, Column: { IsForeignKey: false } column } && (column.IsDate || column.IsMoment))
            {
                return column;
            }
        }

        var terms = SubjectPhrase.At(line.Vocabulary, words, 0, words.Count)?.Terms;
        foreach (var owner in new[] { terms, line.Subject }.OfType<EntityTerms>().Distinct())
        {
            for (var at = 0; at < words.Count; at++)
            {
                var joined = at + 1 < words.Count ? Bynames.Moment(owner, $"{words[at].Lower}_{words[at + 1].Lower}") : null;
                if ((joined ?? (words[at].Lower.Length > 2 && line.Vocabulary.EntityAt(words, at, out _) is null && !words[at].IsAny("only", "must", "can", "the") ? Bynames.Moment(owner, words[at].Lower) : null)) is { } moment && (moment.IsDate || moment.IsMoment))
                {
                    return moment;
                }
            }

            if (words.Any(word => word.IsAny("held", "possible", "made", "place", "booked", "scheduled", "allowed", "offered", "be") || words[0].Is("no") || Phrase.At(words, 0, "there")) && words.All(word => !word.IsAny("if", "when")) && owner == terms)
            {
                return Spans.Of(owner)?.Start ?? (owner.Columns.Where(column => column.IsDate || column.IsMoment && column.Words[0] is not ("created" or "updated" or "deleted")).ToArray() is [var only] ? only : null);
            }
        }

        return null;
    }
}
