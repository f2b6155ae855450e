using Schemawright.Coverage;
using Schemawright.Domain;

namespace Schemawright.Rendering;

/// <summary>coverage.md: what became of every statement of the input.</summary>
internal static class CoverageFile
{
    private static readonly (Fate Fate, string Words)[] Fates =
    [
        (Fate.Enforced, "enforced"),
        (Fate.Modelled, "modelled"),
        (Fate.AnsweredElsewhere, "answered elsewhere"),
        (Fate.Context, "context"),
        (Fate.Unclear, "unclear"),
    ];

    public static string Render(string appName, CoverageLedger ledger)
    {
        var text = new MarkdownText();
        text.Heading(1, $"Coverage: {MarkdownEscape.Text(appName)}");
        if (ledger.Entries.Count == 0)
        {
            text.Paragraph("The documents hold no statement.");
            return text.ToString();
        }

        text.Paragraph("Every statement of the documents, once, with what became of it: **enforced** (the database refuses what contradicts it), **modelled** (it shaped tables, plans or decisions),"
            + " **answered elsewhere** (the application's part), **context** (it states no data) or **unclear** (a question asks about it).");
        WriteTotals(ledger, text);
        foreach (var document in ledger.Entries.GroupBy(entry => entry.Source.Document, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Heading(2, MarkdownEscape.Text(document.Key));
            text.Table(["Line", "Statement", "Class", "Fate", "Caused, or why not"], document.Select(Row));
        }

        return text.ToString();
    }

    private static void WriteTotals(CoverageLedger ledger, MarkdownText text)
    {
        text.Heading(2, "Totals");
        var rows = ledger.Entries.GroupBy(entry => (entry.Source.Document, entry.Class))
            .OrderBy(group => group.Key.Document, StringComparer.Ordinal).ThenBy(group => group.Key.Class, StringComparer.Ordinal)
            .Select(group => Counts(MarkdownEscape.Text(group.Key.Document), group.Key.Class, [.. group]));
        text.Table(["Document", "Class", .. Fates.Select(fate => English.Capital(fate.Words)), "All"], [Counts("all", "all", ledger.Entries), .. rows]);
    }

    private static string[] Counts(string document, string @class, IReadOnlyCollection<LedgerEntry> entries) =>
        [document, @class, .. Fates.Select(fate => English.Figure(entries.Count(entry => entry.Fate == fate.Fate))), English.Figure(entries.Count)];

    private static string[] Row(LedgerEntry entry) =>
    [
        $"{entry.Source.Line}",
        MarkdownEscape.Text(entry.Words),
        entry.Class,
        Fates.First(fate => fate.Fate == entry.Fate).Words,
        Outcome(entry),
    ];

    private static string Outcome(LedgerEntry entry)
    {
        var caused = string.Join(", ", entry.Caused.Select(MarkdownEscape.Code));
        var reason = MarkdownEscape.Text(entry.Reason);
        return entry.Fate is Fate.Enforced or Fate.Modelled && caused.Length > 0 ? caused : string.Join(" ", new[] { reason, caused }.Where(words => words.Length > 0));
    }
}
