using Schemawright.Design;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>What is backed up how often, how long it is kept and what it can promise.</summary>
internal sealed class BackupStrategy : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Backup Strategy";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var plan = source.Design.Recovery;
        text.Numbered(
        [
            $"**Full Backups**: a base backup {English.Every(plan.FullBackup)}, kept {plan.KeepBackups}{(plan.KeepEvery is { } every ? $" (all of the last {every}, then the first of each month)" : "")}{(plan.Encrypted ? ", encrypted" : "")}.",
            $"**Incremental**: WAL is archived at the latest every {plan.WalArchiveTimeout} seconds, so that {(plan.IsSynchronous ? "the archive is never further behind; what was committed stands on the standby as well, since a commit waits for it" : $"at most {plan.Rpo} of work can be lost")}; any moment of the last {plan.KeepWal} can be reached.",
            $"**Recovery time**: the service is back within {plan.Rto}{(plan.Replicas > 0 ? $"; {English.Count(plan.Replicas, "replica")} can take over" : "")}.",
            $"**Testing**: a restore is rehearsed {English.Every(plan.RestoreTest)}, judged by the rows it brings back and never by an exit code.",
        ]);
        text.Bullets(plan.Reasons.Count == 0 ? DecisionList.Of(source.Decisions(15)) : plan.Reasons.Select(reason => MarkdownEscape.LineStart(English.Sentence(reason))));
        WriteTargets(source, text);
    }

    private static void WriteTargets(DocumentSource source, MarkdownText text)
    {
        var targets = source.Domain.Recovery;
        text.Paragraph(targets.Count == 0
            ? "The documents state no recovery target; the figures above are assumptions, and the question about them stands at the end."
            : "What the documents demand:");
        text.Bullets(targets.Select(target => $"{Phrases.Words(target.Words)} ({Phrases.Source(target.Origin)})"));
    }
}
