using Schemawright.Postgres.Model;

namespace Schemawright.Proof.Mutation;

/// <summary>Each privilege is taken away once, and each role is given the first right to a table it does not have.</summary>
internal static class GrantMutants
{
    private static readonly string[] Verbs = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"];

    public static IEnumerable<Mutant> Of(PgSchema schema) => schema.Grants.SelectMany(Revoked).Concat(Widened(schema));

    private static IEnumerable<Mutant> Revoked(PgGrant grant) => Privileges(grant).Select(privilege =>
    {
        var columns = grant.Columns.Count > 0 ? $" ({string.Join(", ", grant.Columns)})" : "";
        return Mutant.Of("grant", $"{grant.Role}: {grant.Object}", $"{privilege}{(columns.Length > 0 ? " of columns" : "")} revoked", $"REVOKE {privilege}{columns} ON {grant.Object} FROM {grant.Role}", Looks.OfGrant(TableOf(grant), $"{grant.Role}: {grant.Object}"));
    });

    private static IEnumerable<Mutant> Widened(PgSchema schema) =>
        from table in schema.Tables
        from role in schema.Grants.Select(grant => grant.Role).Distinct()
        let held = schema.Grants.Where(grant => grant.Role == role && grant.Object.Text == $"TABLE {table.Name}").SelectMany(Privileges).ToHashSet(StringComparer.Ordinal)
        let missing = Array.Find(Verbs, verb => !held.Contains(verb))
        where missing is not null
        select Mutant.Of("grant", $"{role}: TABLE {table.Name}", $"{missing} given away", $"GRANT USAGE ON SCHEMA {table.Name.Schema} TO {role}; GRANT {missing} ON TABLE {table.Name} TO {role}", Looks.OfGrant(table.Name.Name.Text, $"{role}: TABLE {table.Name}"));

    private static string[] Privileges(PgGrant grant) => grant.Privileges.Split(", ");

    /// <summary>Null when it is no table's.</summary>
    private static string? TableOf(PgGrant grant) => grant.Object.Text.StartsWith("TABLE ", StringComparison.Ordinal) ? grant.Object.Text.Split('.')[^1].Trim('"') : null;
}
