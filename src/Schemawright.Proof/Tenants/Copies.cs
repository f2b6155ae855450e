using Npgsql;
using Schemawright.Design;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Tenants;

/// <summary>COPY in both directions: out, it shows no other tenant's row; in, it brings none.</summary>
internal static class Copies
{
    private const string Nothing = "no row of another tenant";

    public static Task<IEnumerable<ProofVector>> TryAsync(Walk walk, TableDesign table, string role) => walk.Session.RolledBackAsync<IEnumerable<ProofVector>>(async () =>
    {
        var about = new Attempt(table.Name, "", table.Origin.ToString());
        var rows = new TwoTenants(walk.Staging, table);
        var name = walk.Staging.Sql.NameOf(table);
        var ready = await walk.Session.TryAllAsync([.. rows.Statements, $"CREATE TEMP TABLE further ON COMMIT DROP AS SELECT * FROM {name} WHERE {walk.Staging.Sql.KeyOf(rows.Other)}", SessionSettings.Set(SessionSettings.TenantName, rows.OwnTenant)]);
        if (!ready.Accepted)
        {
            return [(about with { What = $"store a row in each of two tenants, for COPY as {role}" }).CouldNotVerify("accepted", ready.Explained)];
        }

        var columns = string.Join(", ", table.Columns.Where(column => column.Generated is null).Select(column => new Postgres.Sql.Identifier(column.Name)));
        var text = await walk.Session.ExportAsync($"COPY (SELECT {columns} FROM further) TO STDOUT");
        await walk.Session.TryAsync($"DELETE FROM {name} WHERE {walk.Staging.Sql.KeyOf(rows.Other)}");
        var into = await InAsync(walk, role, $"COPY {name} ({columns}) FROM STDIN", text);
        await walk.Session.RunAsync($"INSERT INTO {name} ({columns}) OVERRIDING SYSTEM VALUE SELECT {columns} FROM further");
        return
        [
            (about with { What = $"copy rows out as {role}" }).Expect(Nothing, await OutAsync(walk, role, $"COPY {name} ({columns}) TO STDOUT", text.Trim())),
            (about with { What = $"copy another tenant's row in as {role}" }).Expect("refused", into),
        ];
    });

    private static async Task<string> OutAsync(Walk walk, string role, string copy, string foreign)
    {
        try
        {
            await walk.Session.RunAsync("SAVEPOINT copying");
            await walk.Session.RunAsync($"SET LOCAL ROLE {role}");
            return (await walk.Session.ExportAsync(copy)).Contains(foreign, StringComparison.Ordinal) ? "another tenant's row" : Nothing;
        }
        catch (PostgresException refusal) when (refusal.SqlState == "42501")
        {
            return Nothing;
        }
        finally
        {
            await walk.Session.RunAsync("ROLLBACK TO SAVEPOINT copying");
        }
    }

    private static async Task<string> InAsync(Walk walk, string role, string copy, string text)
    {
        try
        {
            await walk.Session.RunAsync("SAVEPOINT copying");
            await walk.Session.RunAsync($"SET LOCAL ROLE {role}");
            await walk.Session.ImportAsync(copy, text);
            return "accepted";
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState is "42501" or "0A000" ? "refused" : $"refused {refusal.SqlState}: {refusal.MessageText}";
        }
        finally
        {
            await walk.Session.RunAsync("ROLLBACK TO SAVEPOINT copying");
        }
    }
}
