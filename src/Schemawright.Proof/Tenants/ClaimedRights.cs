using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Tenants;

/// <summary>A row can say anything of its person, administrator of everything too; other tenants' rows stay out of reach all the same.</summary>
internal static class ClaimedRights
{
    private const int MostClaims = 12;

    public static Task<IEnumerable<ProofVector>> TryAsync(Walk walk, TableDesign table, string role) => walk.Session.RolledBackAsync<IEnumerable<ProofVector>>(async () =>
    {
        var rows = new TwoTenants(walk.Staging, table);
        var claims = Claims(table).Take(MostClaims).ToArray();
        var about = new Attempt(table.Name, "", table.Origin.ToString());
        var ready = claims.Length == 0 ? null : await walk.Session.TryAllAsync([.. rows.Statements, SessionSettings.Set(SessionSettings.TenantName, rows.OwnTenant), SessionSettings.Set(OwnRows.UserSetting, RowSql.TextOf(rows.Own, table.PrimaryKey.Columns[^1], old: false) ?? "")]);
        if (ready is null or { Accepted: false })
        {
            return [];
        }

        var vectors = new List<ProofVector>();
        foreach (var (column, value) in claims)
        {
            await walk.Session.RunAsync("SAVEPOINT claim");
            var name = walk.Staging.Sql.NameOf(table);
            var told = await walk.Session.TryAllAsync([$"UPDATE {name} SET {new Identifier(column)} = {SqlLiteral.String(value)} WHERE {walk.Staging.Sql.KeyOf(rows.Own)}", $"SET LOCAL ROLE {role}"]);
            var seen = told.Accepted ? await walk.Session.TryAsync($"SELECT count(*) FROM {name} WHERE {walk.Staging.Sql.KeyOf(rows.Other)}") : told;
            await walk.Session.RunAsync("ROLLBACK TO SAVEPOINT claim");
            if (told.Accepted)
            {
                vectors.Add((about with { What = $"read another tenant's row as {role} while the own row says {column} is {value}" }).Expect("no row reached", seen is { Accepted: true, Rows: 0 } or { SqlState: "42501" } ? "no row reached" : seen.Accepted ? $"{seen.Rows} row reached" : seen.Explained));
            }
        }

        return vectors;
    });

    private static IEnumerable<(string Column, string Value)> Claims(TableDesign table) =>
        from column in table.Columns
        where column.Generated is null && !column.Type.IsArray && column.Role is ColumnRole.Attribute or ColumnRole.State
        from value in column.Type.Kind == Terms.DataKind.Boolean ? ["true"] : column.Type.Values
        select (column.Name, value);
}
