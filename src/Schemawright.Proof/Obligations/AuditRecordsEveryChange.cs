using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>Who did what is written down for every change, says nothing secret, and stays as it was written.</summary>
internal sealed class AuditRecordsEveryChange : IObligation
{
    public string Claim => "each insert, update, delete and truncation of an audited table leaves an entry with its actor, a change of nothing leaves none, and entries cannot be changed";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var design = bench.Compilation.Design;
        var tables = bench.Tables.Where(table => table.Audited).ToArray();
        var log = bench.Compilation.Schema.Tables.FirstOrDefault(table => table.Name.Schema.Text == "audit") ?? bench.Compilation.Schema.Find(design.Audit.Table);
        if (tables.Length == 0 || log is null)
        {
            return tables.Length == 0 ? [] : [new Attempt("the audit log", "find it", design.Audit.Origin.ToString()).CouldNotVerify("a table", "the schema has none")];
        }

        var walk = await Walk.StartAsync(bench);
        await using var session = walk.Session;
        var entries = new AuditEntries(walk, log.Name);
        return
        [
            .. await walk.EachAsync(tables, async table =>
            [
                await OnInsertAsync(walk, entries, table), .. await OnUpdateAsync(walk, entries, table),
                await OnDeleteAsync(walk, entries, table), await OnTruncateAsync(walk, entries, table),
            ]),
            .. await AuditLogGuards.TryAsync(walk, log.Name, tables),
            .. await AuditLogShape.TryAsync(walk, log),
        ];
    }

    private static async Task<ProofVector> OnInsertAsync(Walk walk, AuditEntries entries, TableDesign table)
    {
        var attempt = About(table, "insert a row");
        var (last, seen) = await walk.FirstAcceptedAsync(OrdinaryScenes.Inserts(table, walk.Staging), scene => scene, _ => entries.SeenAsync(table, "insert"));
        return seen is null ? Unplayed(attempt, last) : attempt.Expect(AuditEntries.One("insert"), seen);
    }

    private static async Task<IEnumerable<ProofVector>> OnUpdateAsync(Walk walk, AuditEntries entries, TableDesign table)
    {
        var attempt = About(table, "change a value");
        if (OrdinaryScenes.NeverChanges(table))
        {
            return [new(attempt.Subject, attempt.What, AuditEntries.One("update"), "no value of a stored row may change", Verdict.NotApplicable, attempt.Source), await OnNoChangeAsync(walk, entries, table)];
        }

        var (last, seen) = await walk.FirstAcceptedAsync(OrdinaryScenes.Updates(table, walk.Staging), pair => pair.Scene, async pair =>
        {
            var entry = await entries.SeenAsync(table, "update");
            var column = new Identifier(pair.Column.Name);
            await walk.Session.TryAsync($"UPDATE {walk.Staging.Sql.NameOf(table)} SET {column} = {column} WHERE {pair.Key}");
            return new[]
            {
                attempt.Expect(AuditEntries.One("update"), entry),
                About(table, "change nothing").Expect(AuditEntries.One("update"), await entries.SeenAsync(table, "update")),
            };
        });
        return seen is not null ? seen : [Unplayed(attempt, last)];
    }

    /// <summary>An update of a row that cannot change writes its key over itself.</summary>
    private static async Task<ProofVector> OnNoChangeAsync(Walk walk, AuditEntries entries, TableDesign table)
    {
        var attempt = About(table, "change nothing");
        var key = new Identifier(table.PrimaryKey.Columns[^1]);
        var (last, seen) = await walk.FirstAcceptedAsync(OrdinaryScenes.Inserts(table, walk.Staging), scene => scene, async _ =>
        {
            var answer = await walk.Session.TryAsync($"UPDATE {walk.Staging.Sql.NameOf(table)} SET {key} = {key}");
            return answer.Accepted ? await entries.SeenAsync(table, "update") : answer.Explained;
        });
        return seen is null ? Unplayed(attempt, last) : attempt.Expect("no update entry", seen);
    }

    /// <summary>The entry of a deleted row holds the row, so it also shows what must not be in it.</summary>
    private static async Task<ProofVector> OnDeleteAsync(Walk walk, AuditEntries entries, TableDesign table)
    {
        var secrets = walk.Staging.Design.Audit.Excluded.Where(excluded => excluded.Table == table.Name).Select(excluded => excluded.Column).ToArray();
        var attempt = About(table, secrets.Length == 0 ? "delete a row" : $"delete a row and look for {string.Join(", ", secrets)} in the log");
        var (last, seen) = await walk.FirstAcceptedAsync(OrdinaryScenes.Deletes(table, walk.Staging), pair => pair.Scene, _ => entries.SeenAsync(table, "delete", secrets));
        return seen is not null ? attempt.Expect(AuditEntries.One("delete"), seen)
            : table.DeleteGuards.Count > 0 || last is not null ? new(attempt.Subject, attempt.What, "an entry", "no ordinary row of this table can be deleted at once", Verdict.NotApplicable, attempt.Source)
            : Unplayed(attempt, last);
    }

    private static async Task<ProofVector> OnTruncateAsync(Walk walk, AuditEntries entries, TableDesign table)
    {
        var attempt = About(table, "empty the table at once");
        return await walk.Session.RolledBackAsync(async () =>
        {
            await walk.Session.TryAllAsync([.. SessionSettings.For(tenant: null, AuditEntries.Actor)]);
            var answer = await walk.Session.TryAsync($"TRUNCATE {walk.Staging.Sql.NameOf(table)} CASCADE");
            return answer.Accepted ? attempt.Expect(AuditEntries.One("truncate"), await entries.SeenAsync(table, "truncate")) : attempt.Held($"refused {answer.SqlState}");
        });
    }

    private static Attempt About(TableDesign table, string what) => new(table.Name, what, table.Origin.ToString());

    private static ProofVector Unplayed(Attempt attempt, Servers.ServerAnswer? last) =>
        attempt.CouldNotVerify("an entry in the log", last is null ? "no row was found that obeys every rule of the table" : $"not accepted: {last.Explained}");
}
