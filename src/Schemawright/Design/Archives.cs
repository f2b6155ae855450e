using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Design;

/// <summary>What is to be archived leaves with its partition; rows of a whole table stay until the author says where their archive is.</summary>
internal static class Archives
{
    private static readonly Seq<string> Answers = ["they stay where they are", "they are removed after that time", "they are moved to the place that the answer names"];

    public static DataDesign Settle(DataDesign design, Findings findings)
    {
        var kept = new List<RetentionJob>();
        var choices = new List<Decision>();
        foreach (var job in design.RetentionJobs)
        {
            if (job.Action != RetentionPlan.Archive)
            {
                kept.Add(job);
            }
            else if (design.Find(job.Table)!.Partition is { Archived: true })
            {
                choices.Add(new($"D09-{job.Table}-archive", 9, $"Months of {job.Table} older than {job.After} are detached into the schema archive.", $"The documents say: {job.Words}", job.Origin.Sources));
            }
            else if (Stays(job, findings))
            {
                choices.Add(new($"D09-{job.Table}-archive", 9, $"Rows of {job.Table} stay after {job.After}.", $"The documents say: {job.Words}; but not where the archive is, and what is removed cannot be brought back.", job.Origin.Sources));
            }
            else
            {
                kept.Add(job with { Action = "delete" });
            }
        }

        return (design with { RetentionJobs = kept.ToSeq() }).Decide(choices);
    }

    private static bool Stays(RetentionJob job, Findings findings)
    {
        var id = ClarificationId.From("archive", job.Table);
        findings.Ask(new(id, ClarificationReason.Missing, $"Where do rows of {job.Table} go when they are archived after {job.After}?", Answers, "They stay in their table.", job.Origin.Sources, [job.Table], 3, 3));
        return findings.Choice(id, [.. Answers]) != 1;
    }
}
