using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Small partial indexes over the few rows that a job or a person still has to work off.</summary>
internal static class QueueIndexes
{
    public static IEnumerable<WantedIndex> For(DataDesign design, TableDesign table)
    {
        foreach (var job in design.TimeoutJobs.Where(job => job.Table == table.Name))
        {
            var waiting = new Compare(CompareOp.Equal, Ref.To(job.Column), Literal.String(job.From));
            yield return new(IndexMethod.Btree, WantedIndex.Plain([job.Since]), waiting, [job.From], $"rows waiting in {job.From}",
                $"The job {job.Name} looks for rows that stayed in {job.From} too long; only those are indexed.", job.Origin) { Equal = 0 };
        }

        foreach (var job in design.RetentionJobs.Where(job => job.Table == table.Name && table.Partition is null))
        {
            var marked = job.Anchor == SoftDeletion.Column ? new IsPresent(Ref.To(SoftDeletion.Column)) : null;
            yield return new(IndexMethod.Btree, WantedIndex.Plain([job.Anchor]), marked, [job.Anchor, "age"], $"rows past their time by {job.Anchor}",
                $"The job {job.Name} looks for rows by age over all tenants.", job.Origin) { Equal = 0 };
        }
    }
}
