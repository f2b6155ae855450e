using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Reads what must survive a failure: RPO and RTO, backups and how long they are kept, restore tests, replicas.</summary>
internal sealed class RecoveryReader : IFactReader
{
    private static readonly string[] Backups = ["backup*", "snapshot*", "disaster recovery", "point-in-time*", "recovery"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document))
        {
            if (line.Form == OutlineForm.Program || line.IsLabelOnly)
            {
                continue;
            }

            foreach (var (measure, period) in Measures(line))
            {
                facts.Add(new RecoveryFact(measure, period, line.Whole, document.Kind, line.Span, line.Words));
                facts.Classify(line.Span, StatementClass.Scale, "says what must survive a failure");
            }
        }

        ReadTables(document, facts);
    }

    private static IEnumerable<(RecoveryMeasure Measure, Period? Period)> Measures(OutlineLine line)
    {
        var label = line.Label ?? "";
        var text = line.Text;
        if (Objective(label, text) is { } objective)
        {
            return [(objective, Periods.In(text))];
        }

        if (line.Key.Says("rpo", "rto", "rpo achievement", "rto achievement") && label.Says("database", "critical*") && Periods.In(text) is { } reached)
        {
            return [(line.Key.Says("rpo") ? RecoveryMeasure.Rpo : RecoveryMeasure.Rto, reached)];
        }

        if (label.Says("replica", "replicas", "read replica", "read replicas") || (label.Length == 0 && text.Says("read replica*") && line.StandsUnder("database*", "storage", "scal*")))
        {
            return line.StandsUnder("trigger*", "threshold*", "optimization", "optimisation", "cost*", "alerting*") ? [] : [(RecoveryMeasure.Replica, null)];
        }

        return line.Whole.Says(Backups) || line.KeysSay(Backups) || line.HeadingsSay(1, Backups) ? OfBackups(line, label, text) : [];
    }

    private static IEnumerable<(RecoveryMeasure Measure, Period? Period)> OfBackups(OutlineLine line, string label, string text)
    {
        if (line.Whole.Says("rotation", "cost", "tier", "glacier") || line.KeysSay("configuration", "application state", "secrets", "manual snapshots") || line.HeadingsSay(2, "optimization", "optimisation", "cost*"))
        {
            return [];
        }

        var isTest = line.Whole.Says("restore verification", "restore test*", "restore drill*", "backup restore", "recovery test*", "full dr test", "dr drill*", "dr test*", "failover test", "restoration test*");
        if (isTest && Periods.Frequency(text) is { } often)
        {
            return [(RecoveryMeasure.RestoreTest, often)];
        }

        if (line.Whole.Says("point-in-time*", "pitr") || line.KeysSay("point-in-time*", "pitr"))
        {
            return Periods.In(text) is { } reach && !label.Says("granularity") ? [(RecoveryMeasure.PointInTimeRetention, reach)] : [];
        }

        return IsOfData(line) ? OfDatabase(line, label, text) : [];
    }

    private static IEnumerable<(RecoveryMeasure Measure, Period? Period)> OfDatabase(OutlineLine line, string label, string text)
    {
        if (Periods.Frequency(FullBackup(text)) is { } frequency)
        {
            yield return (RecoveryMeasure.BackupFrequency, frequency);
        }

        if (Periods.In(text) is { } kept && !label.Says("frequency") && (line.Whole.Says("retention", "retained", "keep", "kept") || label.Says("retention")))
        {
            yield return (RecoveryMeasure.BackupRetention, kept);
        }

        if (line.Whole.Says("encrypt*", "aes*") && line.Topic != HeadingTopic.Process && (line.Whole.Says("backup*") || line.KeysSay("backup encryption")))
        {
            yield return (RecoveryMeasure.BackupEncryption, null);
        }
    }

    /// <summary>"Six-hourly snapshots, weekly full backup": of several kinds on one line, the part that speaks of the full one.</summary>
    private static string FullBackup(string text)
    {
        var parts = text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Array.Find(parts, part => part.Says("full", "base") && Periods.Frequency(part) is not null)
            ?? Array.Find(parts, part => !part.Says("snapshot*", "incremental*", "differential*", "log*", "wal") && Periods.Frequency(part) is not null)
            ?? text;
    }

    /// <summary>Backups of files, caches and configuration are not the database's.</summary>
    private static bool IsOfData(OutlineLine line) =>
        !(line.Label ?? "").Says("files", "file storage", "configuration", "secrets", "documents", "redis", "rdb snapshots", "aof", "weekly snapshots", "monthly snapshots", "images")
        && !line.KeysSay("redis*", "document*", "file*", "recovery testing", "test scenarios");

    private static RecoveryMeasure? Objective(string label, string text) =>
        Periods.In(text) is null ? null
        : label.Says("rpo", "recovery point objective") ? RecoveryMeasure.Rpo
        : label.Says("rto", "recovery time objective") ? RecoveryMeasure.Rto
        : null;

    private static void ReadTables(ProductDocument document, FactCollector facts)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>().Where(table => !facts.IsClaimed(table) && !HeadingTopics.StatesNoData(table)))
        {
            foreach (var row in table.Rows.Where(row => row.Cells.Count > 1))
            {
                var words = string.Join(" | ", row.Cells.Select(cell => cell.Text));
                if (Objective(row.Cells[0].Text, words) is { } measure)
                {
                    facts.Add(new RecoveryFact(measure, Periods.In(words), words, document.Kind, row.Span, words));
                    facts.Classify(row.Span, StatementClass.Scale, "says what must survive a failure");
                }
                else if (row.Cells[0].Text.Says("backup*") && table.Header.Any(cell => cell.Text.Says("retention*")) && Periods.In(words) is { } kept)
                {
                    facts.Add(new RecoveryFact(RecoveryMeasure.BackupRetention, kept, words, document.Kind, row.Span, words));
                }
            }
        }
    }
}
