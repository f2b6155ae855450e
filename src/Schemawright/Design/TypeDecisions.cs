using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Says once per kind of value, and only for kinds the design holds, how it is stored and why.</summary>
internal static class TypeDecisions
{
    public static IEnumerable<Decision> Of(DataDesign design)
    {
        var columns = design.Tables.SelectMany(table => table.Columns.Select(column => (table, column))).ToLookup(pair => pair.column.Type.Kind);
        foreach (var (kind, id, choice, reason) in Choices)
        {
            var held = columns[kind].ToList();
            if (held.Count > 0)
            {
                var places = string.Join(", ", held.Take(4).Select(pair => $"{pair.table.Name}.{pair.column.Name}")) + (held.Count > 4 ? $" and {held.Count - 4} more" : "");
                yield return new($"D07-{id}", 7, $"{choice} ({places}).", reason, DesignEdits.SourcesOf(held.Take(4).Select(pair => pair.column.Origin)));
            }
        }
    }

    private static readonly Seq<(DataKind Kind, string Id, string Choice, string Reason)> Choices =
    [
        (DataKind.Money, "money", "Money is an exact decimal, never a float", "Binary fractions cannot hold a cent, and NaN would pass every comparison, so it is refused."),
        (DataKind.Enumeration, "values", "Lists of values are text with a named check", "A value is added in a millisecond and removed without rewriting the table, which an enum type cannot do."),
        (DataKind.Email, "email", "E-mail addresses are stored in lower case and checked", "Comparing lower(x) could not use an index under row-level security."),
        (DataKind.Phone, "phone", "Telephone numbers are stored in the international form E.164", "One form makes equal numbers equal."),
        (DataKind.Url, "url", "Addresses on the web are checked for their form", "A wrong address is found when it is stored and not when somebody follows it."),
        (DataKind.Percentage, "percentage", "Percentages are decimals from 0 to 100", "numeric with two places would round 99.999 to 100 without a word."),
        (DataKind.Timestamp, "timestamp", "Moments are stored with time zone", "A moment without its zone means another time elsewhere."),
        (DataKind.LocalTimestamp, "local-timestamp", "Local times are stored without zone", "They mean the clock on the wall, whatever the zone does later."),
        (DataKind.Json, "json", "Structures of free form are jsonb", "The documents do not settle their parts; what is searched or checked belongs into columns."),
        (DataKind.CurrencyCode, "currency", "Currencies are the codes of ISO 4217, and an amount beside one has no more digits than its coins", "char(3) would pad and would take any three letters; yen have no hundredths, and dinars have thousandths."),
        (DataKind.Duration, "duration", "Lengths of time are intervals and not negative", "A number would leave its unit to the reader; what is moved to and fro, an offset or a correction, may be negative."),
    ];
}
