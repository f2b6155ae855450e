using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>The pair of attributes that are the beginning and the end of the same thing.</summary>
internal static class Spans
{
    private static readonly string[] Starts = ["start", "starts", "started", "from", "begin", "begins", "began", "arrival", "in", "since", "pickup", "departs", "departure", "opens", "opened", "check_in"];
    private static readonly string[] Ends = ["end", "ends", "ended", "to", "until", "departure", "out", "till", "return", "arrives", "arrival", "closes", "finish", "finishes", "finished", "expires"];

    /// <param name="timesOfDay">Also two times of day, which belong to a date beside them.</param>
    public static (Column Start, Column End)? Of(EntityTerms terms, bool timesOfDay = false)
    {
        foreach (var start in terms.Columns.Where(column => column.IsDate || column.IsMoment || (timesOfDay && column.Type.Kind == DataKind.Time)))
        {
            if (Marked(start, Starts) is { } shape
                && terms.Columns.FirstOrDefault(column => column != start && column.Type.Kind == start.Type.Kind && Marked(column, Ends) is { } other && other == shape) is { } end)
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
