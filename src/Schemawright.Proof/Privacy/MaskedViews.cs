using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Privacy;

/// <summary>Hostile and ordinary values behind each masked view, read by each role that may read it.</summary>
internal static class MaskedViews
{
    private const string Masked = "masked, or hidden";

    /// <summary>Rules are taken off, since a value that ought not to be there must not shine through either.</summary>
    public static IEnumerable<string> WithoutRules(PgSchema schema) =>
    [
        .. schema.Domains.SelectMany(domain => domain.Checks.Select(check => $"ALTER DOMAIN {domain.Name} DROP CONSTRAINT {check.Name}")),
        .. schema.Tables.SelectMany(table => table.Checks.Select(check => $"ALTER TABLE {table.Name} DROP CONSTRAINT {check.Name}")),
    ];

    public static Task<IEnumerable<ProofVector>> TryAsync(Walk walk, ViewDesign view, TableDesign table) => walk.Session.RolledBackAsync<IEnumerable<ProofVector>>(async () =>
    {
        var (world, name) = (walk.Staging.World(), walk.Staging.Sql.NameOf(table));
        var row = table.Scope == TenantScope.TenantRoot ? world.Tenant! : world.Fresh(table);
        var readers = Readers(walk.Staging.Schema, view);
        var own = Limits(walk, table).Select(scope => OwnRows.Plan(walk, table, scope.Owner!)).FirstOrDefault(plan => plan is not null);
        var setup = own?.Setup ?? [.. walk.Staging.Sql.All([row])];
        var ready = await walk.Session.TryAllAsync(["SET LOCAL session_replication_role = replica", .. setup, .. SessionSettings.For(own is null ? RowSql.TenantKey(world.Tenant) : own.Tenant, "prover"), SessionSettings.Set(OwnRows.UserSetting, own?.Person ?? "")]);
        var about = new Attempt(view.Name, "", view.Origin.ToString());
        if (!ready.Accepted)
        {
            return [(about with { What = "store a row behind it" }).CouldNotVerify("accepted", ready.Explained)];
        }

        var vectors = new List<ProofVector>();
        foreach (var column in table.Columns.Where(column => column.Mask is not ("none" or "") && view.Columns.Contains(column.Name, StringComparer.Ordinal)))
        {
            foreach (var role in readers)
            {
                vectors.Add((about with { Subject = $"{view.Name}.{column.Name}", What = $"read {Masking.Values.Count} values through it as {role}" }).Expect(Masked, await ReadAsync(walk, view, column, $"{name}", own?.Key ?? walk.Staging.Sql.KeyOf(row), role)));
            }
        }

        return vectors;
    });

    private static async Task<string> ReadAsync(Walk walk, ViewDesign view, ColumnDesign column, string table, string key, string role)
    {
        var (seen, told) = (walk.Staging.Schema.Views.First(known => known.Name.Name.Text == view.Name).Name, 0);
        var which = walk.Staging.Design.Find(view.Table)!.PrimaryKey.Columns.All(part => view.Columns.Contains(part, StringComparer.Ordinal)) ? $" WHERE {key}" : "";
        foreach (var value in Masking.Values)
        {
            await walk.Session.RunAsync("SAVEPOINT value");
            var stored = await walk.Session.TryAsync($"UPDATE {table} SET {new Identifier(column.Name)} = {SqlLiteral.String(value)} WHERE {key}");
            await walk.Session.TryAsync(stored.Accepted ? $"SET LOCAL ROLE {role}" : "ROLLBACK TO SAVEPOINT value");
            var shown = stored.Accepted ? await walk.Session.QueryAsync($"SELECT {new Identifier(column.Name)}::text FROM {seen}{which}") : [];
            await walk.Session.RunAsync("ROLLBACK TO SAVEPOINT value");
            told += shown.Count;
            if (shown.Any(row => !Masking.IsAllowed(column.Mask, value, row[0])))
            {
                return $"shows '{shown[0][0]}' of '{value}'";
            }
        }

        return told > 0 || column.Type.IsArray || column.Type.Values.Count > 0 || !IsText(column) ? Masked : "no row is shown";
    }

    /// <summary>Roles that see their own rows only; the row behind the view is then made one of them.</summary>
    private static IEnumerable<RowScopeDesign> Limits(Walk walk, TableDesign table) =>
        walk.Staging.Design.RowScopes.Where(scope => scope.Table == table.Name && scope is { Verb: "select", Owner: not null });

    /// <summary>Only such a column takes the values tried.</summary>
    private static bool IsText(ColumnDesign column) => column.Type.Kind is Terms.DataKind.ShortText or Terms.DataKind.LongText or Terms.DataKind.Email or Terms.DataKind.Phone;

    private static Seq<string> Readers(PgSchema schema, ViewDesign view) =>
        [.. schema.Grants.Where(grant => grant.Object.Text.EndsWith("." + view.Name, StringComparison.Ordinal) && grant.Privileges.Contains("SELECT", StringComparison.Ordinal)).Select(grant => grant.Role.ToString()).Distinct(StringComparer.Ordinal)];
}
