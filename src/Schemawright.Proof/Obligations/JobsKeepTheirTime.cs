using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Proof.Jobs;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>With the jobs' clock moved: what is due goes, what is not stays, a job that was stopped can be run again, and partitions are there in time.</summary>
internal sealed class JobsKeepTheirTime : IObligation
{
    public string Claim => "with the clock moved on, each job works on the rows whose time has come and on no others, can be stopped and repeated, a person who is erased is found nowhere, and partitions are made ahead and dropped in time";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var (design, schema) = (bench.Compilation.Design, bench.Compilation.Schema);
        var jobs = Job.Of(design, schema).Where(job => bench.Focus.Has(job.Table) && bench.Focus.HasSource(job.Origin.ToString())).ToArray();
        var split = schema.Tables.Where(table => table.Partitioning is not null && bench.Focus.HasTable(table.Name.Name.Text)).ToArray();
        if (jobs.Length + split.Length + design.DataSubjects.Count == 0 || RoleNames.Of(schema, RolePurpose.JobRunner) is not { } role)
        {
            return [];
        }

        await using var track = await JobTrack.OpenAsync(bench, role);
        var staging = new Staging(design, schema, bench.Clock);
        var vectors = new List<ProofVector>();
        foreach (var job in jobs)
        {
            bench.Cancellation.ThrowIfCancellationRequested();
            await track.ClearAsync();
            vectors.AddRange(await new JobTrial(track, staging, job).TryAsync());
            bench.Progress(Array.IndexOf(jobs, job) + 1, jobs.Length);
        }

        foreach (var subject in SubjectTrial.Of(bench, track, staging).ToArray())
        {
            vectors.AddRange(await subject.TryAsync());
        }

        foreach (var table in split)
        {
            vectors.AddRange(await PartitionTrial.TryAsync(bench, track, table, role));
        }

        return [.. vectors];
    }
}
