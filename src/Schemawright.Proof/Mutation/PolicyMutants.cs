using Schemawright.Postgres.Model;

namespace Schemawright.Proof.Mutation;

/// <summary>Each policy is dropped and opened once, and row security switched off.</summary>
internal static class PolicyMutants
{
    public const string OwnerExempted = "the owner exempted";
    public const string OpenedForWriting = "opened for writing";

    public static IEnumerable<Mutant> Of(PgSchema schema) => schema.Policies.SelectMany(OfPolicy).Concat(schema.Tables.Where(table => table.RowSecurity).SelectMany(OfTable));

    private static IEnumerable<Mutant> OfPolicy(PgPolicy policy)
    {
        var table = policy.Table.Name.Text;
        Mutant Changed(string what, string sql) => Mutant.Of("policy", $"{table}.{policy.Name.Text}", what, sql, Looks.OfPolicy(table));

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

    private static IEnumerable<Mutant> OfTable(PgTable table)
    {
        var name = table.Name.Name.Text;
        yield return Mutant.Of("policy", name, "row security switched off", $"ALTER TABLE {table.Name} DISABLE ROW LEVEL SECURITY", Looks.OfPolicy(name));
        if (table.ForceRowSecurity)
        {
            yield return Mutant.Of("policy", name, OwnerExempted, $"ALTER TABLE {table.Name} NO FORCE ROW LEVEL SECURITY", Looks.OfPolicy(name));
        }
    }

    /// <summary>Narrows nothing.</summary>
    public static bool IsOpen(Postgres.Sql.Condition? condition) => condition is null || condition.Sql.Text == "true";
}
