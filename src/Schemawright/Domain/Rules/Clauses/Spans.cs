using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>The pair of attributes that are the beginning and the end of the same thing.</summary>
internal static class Spans
{
    private static readonly string[] Starts = ["start", "starts", "started", "from", "begin", "begins", "began", "arrival", "in", "since", "pickup", "departs", "departure", "opens", "opened", "check_in"];
    private static readonly string[] Ends = ["end", "ends", "ended", "to", "until", "departure", "out", "till", "return", "arrives", "arrival", "closes", "finish", "finishes", "finished", "expires"];

    // A stay, a visit, a loan: read only where the plain words are not used.
    private static readonly string[] Comings = ["arrives", "arrive", "arrived", "arrival", "enters", "entered", "entry", "checked", "lent", "borrowed", "loaned", "rented", "picked", "issued", "collected"];
    private static readonly string[] Goings = ["leaves", "leave", "left", "departs", "departed", "departure", "exits", "exited", "exit", "returned", "dropped"];

    // What is lent from one day and due back on another.
    private static readonly string[] Begun = ["start", "starts", "from"];
    private static readonly string[] Due = ["due"];

    /// <param name="timesOfDay">Also two times of day, which belong to a date beside them.</param>
    public static (Column Start, Column End)? Of(EntityTerms terms, bool timesOfDay = false) => Of(terms, timesOfDay, Starts, Ends) ?? Of(terms, timesOfDay, Comings, Goings) ?? Of(terms, timesOfDay, Begun, Due);

    /// <summary>Issued on one day and valid until another.</summary>
    public static (Column Start, Column End)? Validity(EntityTerms terms) =>
        terms.Columns.FirstOrDefault(column => column.IsDate && column.Words is ["valid", "until" or "to" or "till" or "through"] or ["expires", ..] or ["expiry", ..]) is { } end
        && terms.Columns.FirstOrDefault(column => column.IsDate && column.Words[0] is "issued" or "issue" or "signed") is { } start ? (start, end) : null;

    private static (Column Start, Column End)? Of(EntityTerms terms, bool timesOfDay, string[] starts, string[] ends)
    {
        foreach (var start in terms.Columns.Where(column => column.IsDate || column.IsMoment || (timesOfDay && column.Type.Kind == DataKind.Time)))
        {
            if (Marked(start, starts) is { } shape
                && terms.Columns.FirstOrDefault(column => column != start && column.Type.Kind == start.Type.Kind && Marked(column, ends) is { } other && other == shape) is { } end)
            {
                return (start, end);
            }
        }

        return null;
    }

    /// <summary>The name with the word that says which side it is taken out; null when it has none.</summary>
    private static string? Marked(Column column, string[] sides) =>
        column.Words.Any(word => sides.Contains(word, StringComparer.Ordinal)) ? string.Join('_', column.Words.Select(word => sides.Contains(word, StringComparer.Ordinal) ? "#" : word)) : null;
}
