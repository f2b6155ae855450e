using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>"per day", "a month", "each year", "daily": for which stretch of time a limit holds.</summary>
internal static class Windows
{
    /// <summary>The unit named at the place, and the place after it; null when none is.</summary>
    public static (PeriodUnit Unit, int End)? At(IReadOnlyList<Token> words, int at)
    {
        if (at >= words.Count)
        {
            return null;
        }

        PeriodUnit? single = words[at].Lower switch { "daily" => PeriodUnit.Day, "weekly" => PeriodUnit.Week, "monthly" => PeriodUnit.Month, "yearly" or "annually" => PeriodUnit.Year, _ => null };
        if (single is { } unit)
        {
            return (unit, at + 1);
        }

        var start = words[at].IsAny("per", "each", "every", "a", "any", "in", "within", "on", "same") ? at + 1 : -1;
        while (start > 0 && start < words.Count && words[start].IsAny("a", "any", "the", "same", "single", "calendar", "each", "given", "one"))
        {
            start++;
        }

        return start > 0 && start < words.Count && words[start].Lower is "day" or "week" or "month" or "quarter" or "year" && Figures.UnitOf(words[start].Lower) is { } named ? (named, start + 1) : null;
    }

    /// <summary>"(per room and) day": the bare unit.</summary>
    public static (PeriodUnit Unit, int End)? Named(IReadOnlyList<Token> words, int at) =>
        at < words.Count && words[at].Lower is "day" or "week" or "month" or "quarter" or "year" && Figures.UnitOf(words[at].Lower) is { } unit ? (unit, at + 1) : null;

    /// <summary>The moment of a row that puts it into a day or month: of the verb, its beginning, its one date, or its creation.</summary>
    public static string MomentOf(EntityTerms terms, IReadOnlyList<Token> words)
    {
        foreach (var word in words.Where(word => word.Kind == TokenKind.Word))
        {
            if (word.Lower is "day" or "month" or "week" or "year" && terms.Exact(word.Lower) is { IsForeignKey: false } period && (period.IsDate || period.IsMoment))
            {
                return period.Name;
            }

            if (Moments.DoneAt(terms, word.Lower) is { } done)
            {
                return done.Name;
            }
        }

        if (Spans.Of(terms) is var (start, _))
        {
            return start.Name;
        }

        var times = terms.Columns.Where(column => (column.IsDate || column.IsMoment) && !(column.Words[0] is "created" or "updated" or "deleted" or "due" or "approved" or "cancelled" or "paid")).ToArray();
        return times.Length == 1 ? times[0].Name : "created_at";
    }
}
