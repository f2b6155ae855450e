using System.Globalization;
using System.Text;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Proof.Catalog;
using Schemawright.Proof.Recovery;
using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Obligations;

/// <summary>The drill: backup, archive, disaster, and back to the moment before it, on servers of its own.</summary>
internal sealed class RecoveryBringsBackTheMoment : IObligation
{
    private const string Database = "drill";
    private const int Before = 6;
    private const int After = 10;

    public string Claim => "a base backup with the archived log brings back exactly what was committed before a moment, or one table of it alone, within the times asked for";

    public bool HasServersOfItsOwn => true;

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        if (bench.Focus.Tables.Count > 0)
        {
            return [];
        }

        await using var server = await ArchivedServer.StartAsync(bench.Cluster.Programs, bench.Cancellation);
        await server.Cluster.CreateDatabaseAsync(Database, template: null, bench.Cancellation);
        await using var session = await ProofSession.OpenAsync(server.Cluster, Database, bench.Cancellation);
        foreach (var file in Prover.MigrationsOf(bench.Compilation))
        {
            await session.TryEachAsync(SqlSplitter.Split(file.Path, file.Text).Select(statement => statement.Sql));
        }

        await Canaries.CreateAsync(session);
        await server.BackUpAsync(session);
        await Canaries.AddAsync(session, 1, Before);
        await StoreAsync(bench, session);
        var known = new Known(await CatalogReader.ReadAsync(session), await ContentsAsync(session, bench.Compilation.Schema), await Canaries.MomentAsync(session));
        await Canaries.AddAsync(session, Before + 1, After);
        return [.. await AfterDisasterAsync(bench, server, session, known)];
    }

    /// <summary>What is known from before the disaster.</summary>
    /// <param name="Rows">Of each table, as text; null where it holds none.</param>
    private sealed record Known(Seq<CatalogObject> Catalogue, Dictionary<PgTable, string?> Rows, string Moment);

    /// <summary>An ordinary row in every table that takes one, committed.</summary>
    private static async Task StoreAsync(ProofBench bench, ProofSession session)
    {
        var staging = new Staging(bench.Compilation.Design, bench.Compilation.Schema, bench.Clock);
        foreach (var scene in bench.Compilation.Design.Tables.SelectMany(table => OrdinaryScenes.Inserts(table, staging).Take(1)))
        {
            var rows = scene.Setup.Append(scene.Tried).Select(insert => insert + " ON CONFLICT DO NOTHING");
            if (!(await session.TryAllAsync(["BEGIN", "SET LOCAL session_replication_role = replica", .. rows, "COMMIT"])).Accepted)
            {
                await session.TryAsync("ROLLBACK");
            }
        }
    }

    private static async Task<List<ProofVector>> AfterDisasterAsync(ProofBench bench, ArchivedServer server, ProofSession session, Known known)
    {
        var plan = bench.Compilation.Design.Recovery;
        var lost = known.Rows.Keys.LastOrDefault(table => known.Rows[table] is not null);
        await session.TryAllAsync(lost is null ? ["SELECT 1"] : ["SET session_replication_role = replica", $"DELETE FROM {lost.Name}", "RESET session_replication_role"]);
        var archived = await server.ArchivedAsync(session, bench.Cancellation);
        var (recovered, took) = await server.RecoverAsync(known.Moment, bench.Cancellation);
        await using var second = recovered;
        await using var back = await ProofSession.OpenAsync(recovered, Database, bench.Cancellation);
        var about = new Attempt("the whole database", "", plan.Origin.ToString());
        return
        [
            (about with { What = $"recover to the moment between row {Before} and row {Before + 1}" }).Expect($"rows 1 to {Before}", await Canaries.SeenAsync(back)),
            (about with { What = "compare the recovered catalogue" }).Expect("as before", Differences(known.Catalogue, await CatalogReader.ReadAsync(back))),
            (about with { What = "compare the rows of every table" }).Expect("as before", Differences(known.Rows, await ContentsAsync(back, bench.Compilation.Schema))),
            lost is null
                ? new("one table", "bring it back alone", "its rows as before", "no ordinary row could be stored", Verdict.CouldNotVerify, about.Source)
                : (about with { Subject = lost.Name.Name.Text, What = "bring the emptied table back alone" }).Expect(
                    $"its rows as before, and rows 1 to {After} kept",
                    $"{(await OneTableAsync(session, back, lost) == known.Rows[lost] ? "its rows as before" : "other rows than before")}, and {await Canaries.SeenAsync(session)} kept"),
            plan.IsSynchronous
                ? new("recovery point", "lose the server right after a commit", "the standby has it", "no standby is part of the drill", Verdict.NotApplicable, about.Source)
                : Within(about with { Subject = "recovery point", What = "wait until a commit is in the archive by itself" }, plan.Rpo, archived + TimeSpan.FromSeconds(Math.Max(0, plan.WalArchiveTimeout - ArchivedServer.ArchiveTimeout)),
                $"with archive_timeout = {plan.WalArchiveTimeout.ToString(CultureInfo.InvariantCulture)} s at most"),
            Within(about with { Subject = "recovery time", What = "restore the backup, replay the log and open the database" }, plan.Rto, took, "on this machine, with the rows of the drill, in less than"),
        ];
    }

    /// <summary>Only this table's rows travel from the recovered server to the one in use.</summary>
    private static async Task<string?> OneTableAsync(ProofSession session, ProofSession back, PgTable table)
    {
        var columns = string.Join(", ", table.Columns.Where(column => column.Generated is null).Select(column => column.Name));
        await session.TryAllAsync(["BEGIN", "SET LOCAL session_replication_role = replica"]);
        await session.ImportAsync($"COPY {table.Name} ({columns}) FROM STDIN", await back.ExportAsync($"COPY (SELECT {columns} FROM {table.Name}) TO STDOUT"));
        await session.RunAsync("COMMIT");
        return await ContentAsync(session, table);
    }

    private static async Task<string?> ContentAsync(ProofSession session, PgTable table) =>
        await session.AskAsync($"SELECT string_agg(r::text, chr(10) ORDER BY r::text) FROM {table.Name} AS r");

    private static async Task<Dictionary<PgTable, string?>> ContentsAsync(ProofSession session, PgSchema schema)
    {
        var contents = new Dictionary<PgTable, string?>();
        foreach (var table in schema.Tables)
        {
            contents.Add(table, await ContentAsync(session, table));
        }

        return contents;
    }

    private static string Differences(Dictionary<PgTable, string?> before, Dictionary<PgTable, string?> after)
    {
        var different = before.Where(pair => pair.Value != after[pair.Key]).Select(pair => pair.Key.Name.ToString()).ToArray();
        return different.Length == 0 ? "as before" : $"different: {string.Join(", ", different)}";
    }

    private static string Differences(Seq<CatalogObject> before, Seq<CatalogObject> after)
    {
        var text = new StringBuilder();
        foreach (var known in before.Except(after).Concat(after.Except(before)).Take(3))
        {
            text.Append(text.Length > 0 ? ", " : "").Append(known.Kind).Append(' ').Append(known.Name);
        }

        return text.Length == 0 ? "as before" : $"different: {text}";
    }

    private static ProofVector Within(Attempt attempt, Period asked, TimeSpan measured, string words)
    {
        var seconds = (decimal)Math.Ceiling(measured.TotalSeconds / 5) * 5; // Rounded up, so that two runs on one machine say the same.
        var answer = string.Create(CultureInfo.InvariantCulture, $"{words} {seconds} s");
        return new(attempt.Subject, attempt.What, $"within {asked}", answer, seconds <= asked.ApproximateSeconds ? Verdict.Proved : Verdict.Refuted, attempt.Source);
    }
}
