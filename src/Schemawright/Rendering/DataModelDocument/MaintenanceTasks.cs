using Schemawright.Design;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>What has to be done regularly: the server's own upkeep and the jobs this model defines.</summary>
internal sealed class MaintenanceTasks : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Maintenance Tasks";

    public void Write(DocumentSource source, MarkdownText text)
    {
        text.Numbered(
        [
            "**VACUUM**: autovacuum, never VACUUM FULL, which blocks readers; where the dead share above stays over 20 %, lower `autovacuum_vacuum_scale_factor` of that table.",
            "**ANALYZE**: by autovacuum, and by hand after a bulk load.",
            "**Reindex**: `REINDEX INDEX CONCURRENTLY`, when an index measures twice the size its rows need, not by the calendar.",
            $"**Archival**: {Archival(source)}",
            .. source.Schema.Tables.Where(table => table.Partitioning is not null).Select(Partitions),
            .. source.Design.RetentionJobs.Select(Retention),
            .. source.Design.TimeoutJobs.Select(Timeout),
            .. source.Design.ReadModels.Where(model => model.Every is not null).Select(model => $"**Report {MarkdownEscape.Code(model.Name)}**: every {Operations.ShellScript.Each(model.Every!)}, `db/operations/reports.sh {model.Name}` makes it anew beside its readers ({Phrases.Source(model.Origin)})"),
        ]);
        text.Bullets(DecisionList.Of(source.Decisions(9)));
        var jobs = source.Placement.Sql(Place.Jobs).ToArray();
        if (jobs.Length > 0)
        {
            text.Paragraph("The jobs and who may run them:");
            text.Sql(jobs);
        }
    }

    private static string Archival(DocumentSource source)
    {
        var kept = source.Design.Tables.Where(table => table.DeleteGuards.Count > 0).Select(table => table.Name).ToArray();
        var jobs = source.Design.RetentionJobs.Count + source.Design.TimeoutJobs.Count;
        var guarded = kept.Length == 0 ? "" : $" Deletes that come too early are refused on {Phrases.Names(kept)}.";
        return $"{(jobs == 0 ? "no job removes rows, because the documents set no time after which they must go." : $"{English.Count(jobs, "job")}, run as the job runner, in batches, repeatable at any time.")}{guarded}";
    }

    private static string Partitions(PgTable table) =>
        $"**Partitions**: every day, {MarkdownEscape.Code(PartitionDdl.Write(table, table.Partitioning!).Text)} keeps {MarkdownEscape.Code(table.Name.Name.Text)} ahead of the clock; it makes nothing twice.";

    private static string Retention(RetentionJob job) =>
        $"**{MarkdownEscape.Code(job.Name)}**: {MarkdownEscape.Text(job.Action)} rows of {MarkdownEscape.Code(job.Table)} {job.After} after {MarkdownEscape.Code(job.Anchor)}, {English.Figure(job.BatchSize)} a batch. {Phrases.Words(job.Words)} ({Phrases.Source(job.Origin)})";

    private static string Timeout(TimeoutJob job) =>
        $"**{MarkdownEscape.Code(job.Name)}**: rows of {MarkdownEscape.Code(job.Table)} whose {MarkdownEscape.Code(job.Column)} is {MarkdownEscape.Code(job.From)} for {job.After} since {MarkdownEscape.Code(job.Since)} become {MarkdownEscape.Code(job.To)} ({Phrases.Source(job.Origin)})";
}
