using System.Globalization;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>Two people change one row: who read it before the other's change is told so, and nothing is lost.</summary>
internal sealed class StaleUpdatesAreRefused : IObligation
{
    private const string SerializationFailure = "40001";

    public string Claim => "an update based on an older version of a row is refused, a current one raises the version, and one that changes nothing leaves it";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var tables = bench.Tables.Where(table => table.OptimisticLock).ToArray();
        var walk = await Walk.StartAsync(bench);
        await using var session = walk.Session;
        return await walk.EachAsync(tables, table => OfTableAsync(walk, table));
    }

    private static async Task<IEnumerable<ProofVector>> OfTableAsync(Walk walk, TableDesign table)
    {
        var attempt = new Attempt(table.Name, "update an ordinary row", table.Origin.ToString());
        if (OrdinaryScenes.NeverChanges(table))
        {
            return [new(attempt.Subject, attempt.What, "version 2", "no value of a stored row may change", Verdict.NotApplicable, attempt.Source)];
        }

        if (table.Columns.FirstOrDefault(column => column.Role == ColumnRole.Version) is not { } version)
        {
            return [attempt.CouldNotVerify("a version column", "the table has none")];
        }

        var (last, seen) = await walk.FirstAcceptedAsync(OrdinaryScenes.Updates(table, walk.Staging), pair => pair.Scene, pair => LookAsync(walk, table, new Identifier(version.Name), pair.Key, pair.Column, attempt));
        return seen ?? [last is null ? attempt.CouldNotVerify("accepted", "no change was found that obeys every rule of the table") : attempt.CouldNotVerify("accepted", $"no change was accepted: {last.Explained}")];
    }

    /// <summary>The row was stored with version 1 and has been changed once.</summary>
    private static async Task<ProofVector[]> LookAsync(Walk walk, TableDesign table, Identifier version, string key, ColumnDesign column, Attempt attempt)
    {
        var name = walk.Staging.Sql.NameOf(table);
        var counted = attempt.Expect("version 2", "version " + await walk.Session.AskAsync($"SELECT {version}::text FROM {name} WHERE {key}"));
        var stale = await walk.Session.TryAndUndoAsync($"UPDATE {name} SET {version} = {1.ToString(CultureInfo.InvariantCulture)} WHERE {key}");
        var same = new Identifier(column.Name);
        await walk.Session.TryAsync($"UPDATE {name} SET {same} = {same} WHERE {key}");
        var unchanged = await walk.Session.AskAsync($"SELECT {version}::text FROM {name} WHERE {key}");
        return
        [
            counted,
            (attempt with { What = "update the row again with the version read first" }).ExpectRefused(stale, SerializationFailure),
            (attempt with { What = "update the row without changing it" }).Expect("version 2", "version " + unchanged),
        ];
    }
}
