using Schemawright.Postgres.Model;

namespace Schemawright.Proof.Mutation;

/// <summary>Each policy is dropped and opened once, and row security switched off.</summary>
internal static class PolicyMutants
{
    public const string OwnerExempted = "the owner exempted";
    public const string OpenedForWriting = "opened for writing";

    public static IEnumerable<Mutant> Of(PgSchema schema, Looks looks) =>
        schema.Policies.SelectMany(policy => OfPolicy(policy, looks)).Concat(schema.Tables.Where(table => table.RowSecurity).SelectMany(table => OfTable(table, looks)));

    private static IEnumerable<Mutant> OfPolicy(PgPolicy policy, Looks looks)
    {
        var table = policy.Table.Name.Text;
        Mutant Changed(string what, string sql) => Mutant.Of("policy", $"{table}.{policy.Name.Text}", what, sql, looks.OfPolicy(table));

        yield return Changed("dropped", $"DROP POLICY {policy.Name} ON {policy.Table}");
        if (policy.Using is { } seen && !IsOpen(seen))
        {
            yield return Changed("opened for reading", $"ALTER POLICY {policy.Name} ON {policy.Table} USING (true)" + (policy.WithCheck is null ? "" : $" WITH CHECK {policy.WithCheck}"));
        }

        if (policy.WithCheck is { } written && !IsOpen(written))
        {
            yield return Changed(OpenedForWriting, $"ALTER POLICY {policy.Name} ON {policy.Table} WITH CHECK (true)");
        }
    }

    private static IEnumerable<Mutant> OfTable(PgTable table, Looks looks)
    {
        var name = table.Name.Name.Text;
        yield return Mutant.Of("policy", name, "row security switched off", $"ALTER TABLE {table.Name} DISABLE ROW LEVEL SECURITY", looks.OfPolicy(name));
        if (table.ForceRowSecurity)
        {
            yield return Mutant.Of("policy", name, OwnerExempted, $"ALTER TABLE {table.Name} NO FORCE ROW LEVEL SECURITY", looks.OfPolicy(name));
        }
    }

    /// <summary>Narrows nothing.</summary>
    public static bool IsOpen(Postgres.Sql.Condition? condition) => condition is null || condition.Sql.Text == "true";
}
