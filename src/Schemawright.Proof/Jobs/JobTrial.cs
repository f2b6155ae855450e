using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Jobs;

/// <summary>One job's life: too early, stopped half-way, in time, and once more.</summary>
internal sealed class JobTrial(JobTrack track, Staging staging, Job job)
{
    private const int Rows = 2;

    private readonly string _table = staging.Sql.NameOf(job.Table).ToString();

    private Attempt About(string what) => new($"{job.Table.Name}.{job.Name}", what + track.Aside, job.Origin.ToString());

    public async Task<Seq<ProofVector>> TryAsync()
    {
        if (job.Function is null)
        {
            return [About("run it").CouldNotVerify($"{Rows} rows", "the database has no such job")];
        }

        var (rows, refusal) = await StoreAsync(Wanted.True);
        if (rows is null)
        {
            return [About("store rows for it").CouldNotVerify("accepted", refusal)];
        }

        var keys = string.Join(" OR ", rows.Select(row => $"({staging.Sql.KeyOf(row)})"));
        var scan = await ErasureScan.BeginAsync(track, job, _table, keys);
        await PassTimeAsync(keys, job.ByTheDay ? "interval '0 days'" : Job.Short(job.After));
        var early = About("run it shortly before the time has come").Expect("0 rows", await track.RunAsync(job.Function, 1000));
        await PassTimeAsync(keys, job.Table.DeleteGuards.Count == 0 ? Job.Past(job.After) : "interval '4 days'");
        var untouched = await ContentAsync(keys);
        var begun = await track.RunAndKillAsync(job.Function);
        var killed = About("end its session before it commits").Expect("1 rows begun, all rows as before", $"{begun} begun, {(await ContentAsync(keys) == untouched ? "all rows as before" : "other rows than before")}");
        var worked = await track.RunAsync(job.Function, 1000);
        var late = About("run it when the time has come").Expect($"{Rows} rows", worked);
        Seq<ProofVector> vectors =
        [
            early, killed,
            late,
            About("run it again").Expect("0 rows", await track.RunAsync(job.Function, 1000)),
            await AfterwardsAsync(keys),
            .. await scan.EndAsync(About("look for the person's values in every table")),
        ];
        await ResetAsync();
        return [.. vectors, .. await HeldBackAsync()];
    }

    /// <summary>Rows the job is not about stay, however old they are: a hold, an open case, another state.</summary>
    private async Task<Seq<ProofVector>> HeldBackAsync()
    {
        if (job.Where is null)
        {
            return [];
        }

        var (rows, _) = await StoreAsync(Wanted.NotTrue);
        if (rows is null)
        {
            return [];
        }

        var keys = string.Join(" OR ", rows.Select(row => $"({staging.Sql.KeyOf(row)})"));
        await PassTimeAsync(keys, Job.Past(job.After));
        var vector = About("run it when the time has come for rows outside its condition").Expect("0 rows", await track.RunAsync(job.Function!, 1000));
        await ResetAsync();
        return [vector];
    }

    private async Task ResetAsync()
    {
        await track.ClearAsync();
        await track.MoveClockAsync(null);
    }

    /// <summary>Rows of this moment, for which the job's condition holds or does not.</summary>
    private async Task<(PlannedRow[]? Rows, string Refusal)> StoreAsync(Wanted wanted)
    {
        var world = staging.World();
        var rows = Enumerable.Range(0, Rows).Select(_ => world.Fresh(job.Table)).ToArray();
        var last = "no row was found that obeys every rule of the table";
        Goal[] goals = [.. rows.SelectMany(row => GoalsFor(row, wanted))];
        foreach (var _ in staging.Solve(world, goals).Take(6))
        {
            var keys = string.Join(" OR ", rows.Select(row => $"({staging.Sql.KeyOf(row)})"));
            string[] since = [$"UPDATE {_table} SET {new Identifier(job.Since)} = now() WHERE {keys}"];
            if (await track.StoreAsync([.. staging.Sql.All(rows), .. job.Table.Find(job.Since)?.Generated is null ? since : []]) is not { } refusal)
            {
                return (rows, "");
            }

            last = refusal.Explained;
        }

        return (null, last);
    }

    /// <summary>A row that comes to another state must be one that may come to it.</summary>
    private IEnumerable<Goal> GoalsFor(PlannedRow row, Wanted wanted)
    {
        if (job.To is not { } to || wanted != Wanted.True)
        {
            return job.Where is { } where ? RowRules.Stored(row).Prepend(new Goal(where, row, wanted)) : RowRules.Stored(row);
        }

        Staging.Changing(row, [job.StateColumn!]);
        return [new(job.Where!, row, Wanted.True, Old: true), new(new Compare(CompareOp.Equal, Ref.To(job.StateColumn!), Literal.String(to)), row, Wanted.True), .. RowRules.Changed(row)];
    }

    /// <summary>The clock goes on; where a rule of the table looks at the clock as well, the rows grow older instead.</summary>
    private async Task PassTimeAsync(string keys, string interval)
    {
        if (job.Table.DeleteGuards.Count == 0)
        {
            await track.MoveClockAsync(interval);
            return;
        }

        var times = job.Table.Columns.Where(column => column is { Generated: null, Type.IsArray: false, Type.Kind: DataKind.Timestamp or DataKind.LocalTimestamp or DataKind.Date }).Select(column => new Identifier(column.Name));
        await track.StoreAsync([$"UPDATE {_table} SET {string.Join(", ", times.Select(time => $"{time} = {time} - ({interval})"))} WHERE {keys}"]);
    }

    private async Task<string> ContentAsync(string keys) => await track.Session.AskAsync($"SELECT string_agg(r::text, chr(10) ORDER BY r::text) FROM {_table} AS r WHERE {keys}") ?? "nothing";

    private async Task<ProofVector> AfterwardsAsync(string keys)
    {
        var left = await track.CountAsync(_table, keys);
        if (job.To is { } to)
        {
            var moved = await track.CountAsync(_table, $"({keys}) AND {new Identifier(job.StateColumn!)} = {SqlLiteral.String(to)}");
            return About("look for the rows afterwards").Expect($"{Rows} rows {to}", $"{moved} rows {to}");
        }

        return job.Erases ? About("look for the rows afterwards").Expect($"{Rows} rows kept", $"{left} rows kept") : About("look for the rows afterwards").Expect("0 rows left", $"{left} rows left");
    }
}
