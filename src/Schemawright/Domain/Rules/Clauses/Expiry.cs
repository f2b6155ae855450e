using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>What "expired" means of a thing that has a last day: that day lies in the past.</summary>
internal static class Expiry
{
    /// <summary>The last day or moment and the clock it is compared with; null when the word says nothing of the kind or no attribute tells it.</summary>
    public static (Column Last, Clock Now)? Of(EntityTerms terms, string word) =>
        word is "expired" or "lapsed" && Last(terms) is { } last && Values.ClockOf(last) is { } clock ? (last, clock) : null;

    /// <summary>The one attribute that says how long the thing holds: expires_on, expiry_date, valid_until.</summary>
    public static Column? Last(EntityTerms terms) =>
        terms.Columns.Where(column => (column.IsDate || column.IsMoment) && Says(column.Words)).Take(2).ToArray() is [var only] ? only : null;

    /// <summary>The name says until when something holds.</summary>
    public static bool Says(IReadOnlyList<string> words) =>
        words.Any(word => word is "expires" or "expiry" or "expire" or "expiration") || words.Count > 1 && words[^2] is "valid" && words[^1] is "until" or "till" or "through";
}
