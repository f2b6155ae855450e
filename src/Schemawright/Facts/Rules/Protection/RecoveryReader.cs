using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Reads what must survive a failure: RPO and RTO, backups and how long they are kept, restore tests, replicas; several on one line too.</summary>
internal sealed class RecoveryReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document))
        {
            if (line.Form == OutlineForm.Program || line.IsLabelOnly)
            {
                continue;
            }

            foreach (var (measure, period) in Measures(line).Distinct())
            {
                facts.Add(new RecoveryFact(measure, period, line.Whole, document.Kind, line.Span, line.Words));
                facts.Classify(line.Span, StatementClass.Scale, "says what must survive a failure");
            }
        }

        ReadTables(document, facts);
    }

    private static IEnumerable<(RecoveryMeasure Measure, Period? Period)> Measures(OutlineLine line)
    {
        var objectives = RecoveryObjectives.In(line.Whole).ToArray();
        if (objectives.Length > 0)
        {
            return objectives.Select(found => (found.Measure, (Period?)found.Period)).Concat(BackupPhrases.Read(line, RecoveryObjectives.Without(line.Whole)));
        }

        if (line.Key.Says("rpo", "rto", "rpo achievement", "rto achievement") && (line.Label ?? "").Says("database", "critical*") && Periods.In(line.Text) is { } reached)
        {
            return [(line.Key.Says("rpo") ? RecoveryMeasure.Rpo : RecoveryMeasure.Rto, reached)];
        }

        return BackupPhrases.Read(line, line.Text);
    }

    private static void ReadTables(ProductDocument document, FactCollector facts)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>().Where(table => !facts.IsClaimed(table) && !HeadingTopics.StatesNoData(table)))
        {
            foreach (var row in table.Rows.Where(row => row.Cells.Count > 1))
            {
                var words = string.Join(" | ", row.Cells.Select(cell => cell.Text));
                if (RecoveryObjectives.In(words).FirstOrDefault() is { Period: { } period } objective)
                {
                    facts.Add(new RecoveryFact(objective.Measure, period, words, document.Kind, row.Span, words));
                    facts.Classify(row.Span, StatementClass.Scale, "says what must survive a failure");
                }
                else if (row.Cells[0].Text.Says("backup*") && (table.Header.Any(cell => cell.Text.Says("retention*")) || row.Cells[0].Text.Says("retention")) && Periods.In(words) is { } kept)
                {
                    facts.Add(new RecoveryFact(RecoveryMeasure.BackupRetention, kept, words, document.Kind, row.Span, words));
                    facts.Classify(row.Span, StatementClass.Scale, "says what must survive a failure");
                }
                else if (row.Cells[0].Text.Says("backup*") && Periods.Frequency(words) is { } often)
                {
                    facts.Add(new RecoveryFact(RecoveryMeasure.BackupFrequency, often, words, document.Kind, row.Span, words));
                    facts.Classify(row.Span, StatementClass.Scale, "says what must survive a failure");
                }
            }
        }
    }
}
