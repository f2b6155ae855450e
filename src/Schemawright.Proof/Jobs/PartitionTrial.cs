using System.Globalization;
using Schemawright.Collections;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;
using Schemawright.Terms;

namespace Schemawright.Proof.Jobs;

/// <summary>Partitions with the clock moved on: rows of a later day find theirs, and the old ones go when nothing in them is kept any more.</summary>
internal static class PartitionTrial
{
    private const int Units = 5;

    public static async Task<Seq<ProofVector>> TryAsync(ProofBench bench, JobTrack track, PgTable table, string role)
    {
        var about = new Attempt(table.Name.Name.Text, "", table.Origin.ToString());
        var parts = table.Partitioning!;
        var later = string.Create(CultureInfo.InvariantCulture, $"{Units * (parts.Unit == "quarter" ? 3 : 1)} {(parts.Unit == "quarter" ? "month" : parts.Unit)}s");
        var ensure = $"SELECT app.ensure_partitions({SqlLiteral.String(table.Name.ToString())}, {SqlLiteral.String(parts.Unit)}, {(parts.ByUuid7 ? "true" : "false")}, {parts.Ahead.ToString(CultureInfo.InvariantCulture)})::text";
        await track.MoveClockAsync($"interval '{later}'");
        var made = await AskAsync(track, role, ensure);
        var again = await AskAsync(track, role, ensure);
        var covers = await CoversAsync(track, table, later);
        await track.MoveClockAsync(null);
        return
        [
            (about with { What = $"make partitions with the clock {later} on" }).Expect("a partition for that day", covers ? "a partition for that day" : $"{made} made, none for that day"),
            (about with { What = "make partitions again" }).Expect("0 made", $"{again} made"),
            .. await DropAsync(bench, track, table, role, about),
        ];
    }

    private static async Task<Seq<ProofVector>> DropAsync(ProofBench bench, JobTrack track, PgTable table, string role, Attempt about)
    {
        if (KeptFor(bench, table) is not { } keep)
        {
            return [new(about.Subject, "drop old partitions", "dropped in time", "its rows are kept for ever", Verdict.NotApplicable, about.Source)];
        }

        var drop = $"SELECT app.{(table.Partitioning!.Archived ? "archive" : "drop")}_expired_partitions({SqlLiteral.String(table.Name.ToString())}, interval '{Job.Interval(keep)}')::text";
        var early = await AskAsync(track, role, drop);
        var all = await CountAsync(track, table);
        await track.MoveClockAsync($"{Job.Past(keep)} + interval '2 years'");
        var dropped = await AskAsync(track, role, drop);
        var left = await CountAsync(track, table);
        var again = await AskAsync(track, role, drop);
        await track.MoveClockAsync(null);
        if (table.Partitioning!.Archived)
        {
            return await ArchivedAsync(track, table, about, keep, dropped, all, left, early);
        }

        return
        [
            (about with { What = "drop partitions whose rows are still kept" }).Expect("0 dropped", $"{early} dropped"),
            (about with { What = $"drop partitions when nothing in them is kept any more ({keep})" }).Expect("all dropped", dropped == all && left == "0" ? "all dropped" : $"{dropped} of {all} dropped, {left} left"),
            (about with { What = "drop partitions again" }).Expect("0 dropped", $"{again} dropped"),
        ];
    }

    private static async Task<Seq<ProofVector>> ArchivedAsync(JobTrack track, PgTable table, Attempt about, Period keep, string taken, string all, string left, string early)
    {
        var kept = await track.Session.AskAsync($"SELECT count(*)::text FROM pg_class WHERE relnamespace = 'archive'::regnamespace AND relkind = 'r' AND starts_with(relname, {SqlLiteral.String(table.Name.Name.Text[..Math.Min(10, table.Name.Name.Text.Length)])})");
        return
        [
            (about with { What = "lay partitions aside whose rows are still kept" }).Expect("0 laid aside", $"{early} laid aside"),
            (about with { What = $"lay partitions aside when nothing in them is kept any more ({keep})" }).Expect("all in the archive", taken == all && left == "0" && kept == all ? "all in the archive" : $"{taken} of {all} taken away, {left} left, {kept} in the archive"),
        ];
    }

    private static Period? KeptFor(ProofBench bench, PgTable table) =>
        bench.Compilation.Design.Find(table.Name.Name.Text) is { } known ? known.Partition?.Keep : bench.Compilation.Design.Audit.Partition?.Keep ?? bench.Compilation.Design.Audit.KeepFor;

    /// <summary>The bounds of some partition hold the later day.</summary>
    private static async Task<bool> CoversAsync(JobTrack track, PgTable table, string later)
    {
        var moment = $"(now() + interval '{later}')";
        var value = table.Partitioning!.ByUuid7
            ? $"(lpad(to_hex((extract(epoch FROM {moment}) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid"
            : moment;
        var answer = await track.Session.TryAsync($"SELECT 1 FROM {table.Name} WHERE {table.Partitioning.Column} = {value} LIMIT 0");
        var plan = await track.Session.QueryAsync($"SELECT count(*)::text FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid WHERE inhparent = {SqlLiteral.String(table.Name.ToString())}::regclass AND {Holds(table, value)}");
        return answer.Accepted && plan[0][0] == "1";
    }

    private static string Holds(PgTable table, string value)
    {
        const string Bound = @"pg_get_expr(c.relpartbound, c.oid)";
        var type = table.Partitioning!.ByUuid7 ? "uuid" : "timestamptz";
        return $"{value} >= substring({Bound} FROM 'FROM \\(''([^'']+)''\\)')::{type} AND {value} < substring({Bound} FROM 'TO \\(''([^'']+)''\\)')::{type}";
    }

    private static async Task<string> CountAsync(JobTrack track, PgTable table) =>
        await track.Session.AskAsync($"SELECT count(*)::text FROM pg_inherits WHERE inhparent = {SqlLiteral.String(table.Name.ToString())}::regclass") ?? "0";

    private static async Task<string> AskAsync(JobTrack track, string role, string query)
    {
        await track.Session.RunAsync($"SET ROLE {role}");
        var result = await track.Session.AnswerAsync(query);
        await track.Session.RunAsync("RESET ROLE");
        return result;
    }
}
