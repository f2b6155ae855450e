using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Retention;

/// <summary>Reads tables with a column for the retention period: Data Type | Retention Period | Disposal.</summary>
internal sealed class RetentionTableReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>())
        {
            var period = Column(table, "retention", "retention period", "keep for", "kept for", "keep", "kept", "how long", "stored for", "minimum retention", "delete after", "purge after", "keep at least");
            period = period < 0 && table.Headings.Any(heading => heading.Says("retention")) ? Column(table, "period", "duration", "time", "minimum", "maximum") : period;
            if (period <= 0 || facts.IsClaimed(table) || HeadingTopics.StatesNoData(table))
            {
                continue;
            }

            facts.Claim(table);
            var disposal = Column(table, "disposal", "action", "after", "method", "then") is > 0 and var column && KindOf(table.Header[column].Text) is null ? column : -1;
            foreach (var row in table.Rows.Where(row => row.Cells.Count > period))
            {
                ReadRow(row, period, disposal, KindOf(table.Header[period].Text), facts);
            }

            ReadMaximums(table, period, facts);
        }
    }

    private static void ReadRow(TableRow row, int periodColumn, int disposalColumn, RetentionKind? kind, FactCollector facts)
    {
        foreach (var subject in Subjects(row.Cells[0].Text.Trim()))
        {
            ReadSubject(row, subject, periodColumn, disposalColumn, kind, facts);
        }
    }

    /// <summary>"Orders, their lines and payments": each of them is kept so long.</summary>
    private static string[] Subjects(string cell)
    {
        var parts = cell.Split([",", " and ", " & "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && Array.TrueForAll(parts, part => part.Count(character => character == ' ') < 3 && part.EndsWith('s')) ? parts : [cell];
    }

    private static void ReadSubject(TableRow row, string subject, int periodColumn, int disposalColumn, RetentionKind? kind, FactCollector facts)
    {
        var text = row.Cells[periodColumn].Text;
        if (RetentionWords.IsLookalike(subject) || Periods.In(text) is not { } period)
        {
            facts.Classify(row.Span, StatementClass.Technology, "a retention of copies or caches, not of the product's data");
            return;
        }

        var disposal = disposalColumn > 0 && disposalColumn < row.Cells.Count && row.Cells[disposalColumn].Text.Trim() is { Length: > 0 } words ? words : null;
        var sentence = string.Join(" | ", row.Cells.Select(cell => cell.Text));
        facts.Add(new RetentionFact(subject, period, kind ?? RetentionWords.Kind(subject, sentence), Periods.Find(text) is { } found ? RetentionWords.After(text, found) ?? RetentionWords.From(text) : null, disposal, row.Span, sentence));
        facts.Classify(row.Span, StatementClass.Rule, $"says how long {subject} are kept");
    }

    /// <summary>A second column says when rows must be gone: Data | Keep at least | Delete after.</summary>
    private static void ReadMaximums(TableBlock table, int first, FactCollector facts)
    {
        var column = Enumerable.Range(first + 1, Math.Max(0, table.Header.Count - first - 1)).FirstOrDefault(index => KindOf(table.Header[index].Text) == RetentionKind.Maximum, -1);
        foreach (var row in table.Rows.Where(row => column > 0 && row.Cells.Count > column && Periods.In(row.Cells[column].Text) is not null))
        {
            ReadRow(row, column, -1, RetentionKind.Maximum, facts);
        }
    }

    private static RetentionKind? KindOf(string header) =>
        header.Says("delete after", "purge after", "maximum*", "max", "at most", "deleted after") ? RetentionKind.Maximum : header.Says("minimum*", "min", "at least") ? RetentionKind.Minimum : null;

    private static int Column(TableBlock table, params string[] names)
    {
        for (var column = 1; column < table.Header.Count; column++)
        {
            if (table.Header[column].Text.Says(names))
            {
                return column;
            }
        }

        return -1;
    }
}
