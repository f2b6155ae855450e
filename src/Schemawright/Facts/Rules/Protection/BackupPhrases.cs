using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Terms;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Finds what is said of backups, of going back in time, of tests of the restore and of copies on other servers.</summary>
internal static class BackupPhrases
{
    private static readonly string[] Backups = ["backup*", "back-up*", "backed up", "snapshot*", "disaster recovery", "point-in-time*", "pitr", "recovery", "restore*"];
    private static readonly string[] Tests = ["restore verification", "restore test*", "restore drill*", "restore exercise*", "backup restore", "recovery test*", "recovery drill*", "full dr test", "dr drill*", "dr test*", "failover test", "restoration test*", "test restore*", "test the restore", "backup test*"];
    private static readonly string[] Replicas = ["read replica*", "standby", "hot standby", "replicated to", "replicate to", "streaming replica*", "secondary region", "replica in", "replicas in", "cross-region replica*", "copy in another region", "copies in another region", "one replica", "two replicas"];

    /// <param name="text">The words of the line in which times may be looked for.</param>
    public static IEnumerable<(RecoveryMeasure Measure, Period? Period)> Read(OutlineLine line, string text)
    {
        var label = line.Label ?? "";
        if (IsReplica(line, label, text))
        {
            return line.StandsUnder("trigger*", "threshold*", "optimization", "optimisation", "cost*", "alerting*", "out of scope") ? [] : [(RecoveryMeasure.Replica, null), .. Spoken(line) ? OfBackups(line, label, text) : []];
        }

        return Spoken(line) ? OfBackups(line, label, text) : [];
    }

    private static bool Spoken(OutlineLine line) => line.Whole.Says(Backups) || line.KeysSay(Backups) || line.HeadingsSay(1, Backups);

    private static bool IsReplica(OutlineLine line, string label, string text) =>
        label.Says("replica", "replicas", "read replica", "read replicas", "standby") || (label.Length == 0 && text.Says(Replicas) && !text.Says("cache", "files", "storage bucket") && line.Topic is not (HeadingTopic.Process or HeadingTopic.Prose));

    private static IEnumerable<(RecoveryMeasure Measure, Period? Period)> OfBackups(OutlineLine line, string label, string text)
    {
        if (line.Whole.Says("rotation", "cost", "tier", "glacier") || line.KeysSay("configuration", "application state", "secrets", "manual snapshots") || line.HeadingsSay(2, "optimization", "optimisation", "cost*"))
        {
            return [];
        }

        if (IsTest(line) && Periods.Frequency(text) is { } often)
        {
            return [(RecoveryMeasure.RestoreTest, often)];
        }

        if (line.Whole.Says("point-in-time*", "point in time", "pitr") || line.KeysSay("point-in-time*", "pitr"))
        {
            return Periods.In(text) is { } reach && !label.Says("granularity") ? [(RecoveryMeasure.PointInTimeRetention, reach)] : [];
        }

        return IsOfData(line) ? OfDatabase(line, label, text) : [];
    }

    /// <summary>"Restore is tested every quarter", "We rehearse the restore monthly", "quarterly restore drills".</summary>
    private static bool IsTest(OutlineLine line) =>
        line.Whole.Says(Tests) || (line.Whole.Says("restore*", "restoring", "recovery", "restoration", "backups are") && line.Whole.Says("tested", "test", "tests", "rehearse*", "rehearsed", "drill*", "practised", "practiced", "verified", "exercised", "proven"));

    private static IEnumerable<(RecoveryMeasure Measure, Period? Period)> OfDatabase(OutlineLine line, string label, string text)
    {
        if (Periods.Frequency(FullBackup(text)) is { } frequency)
        {
            yield return (RecoveryMeasure.BackupFrequency, frequency);
        }

        if (Kept(line, text) is { } kept && !label.Says("frequency"))
        {
            yield return (RecoveryMeasure.BackupRetention, kept);
        }

        if (line.Whole.Says("encrypt*", "aes*") && line.Topic != HeadingTopic.Process && (line.Whole.Says("backup*") || line.KeysSay("backup encryption")))
        {
            yield return (RecoveryMeasure.BackupEncryption, null);
        }
    }

    /// <summary>"kept 35 days", "35-day retention", "retained for 5 weeks"; a frequency ("every 6 hours") is no retention.</summary>
    private static Period? Kept(OutlineLine line, string text)
    {
        if (!line.Whole.Says("retention", "retained", "retain", "keep", "kept", "stored for", "hold", "held"))
        {
            return null;
        }

        var verb = text.After("kept for", "kept", "keep", "retained for", "retained", "retain", "retention of", "retention:", "retention", "stored for", "held for", "hold");
        return verb >= 0 && Periods.Find(text, verb) is { } behind ? behind.Period : LastPeriod(text);
    }

    private static Period? LastPeriod(string text)
    {
        Period? last = null;
        for (var found = Periods.Find(text); found is not null; found = Periods.Find(text, found.End))
        {
            last = found.Period;
        }

        return last;
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
}
