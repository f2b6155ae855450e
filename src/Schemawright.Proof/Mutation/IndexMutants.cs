using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;

namespace Schemawright.Proof.Mutation;

/// <summary>Each index is dropped once, each that carries columns along is made without them, and each that keeps values apart lets them repeat once.</summary>
internal static class IndexMutants
{
    public static IEnumerable<Mutant> Of(PgSchema schema, Looks looks) => schema.Tables.SelectMany(table => table.Indexes.SelectMany(index => OfIndex(table, index, looks)));

    private static IEnumerable<Mutant> OfIndex(PgTable table, PgIndex index, Looks looks)
    {
        var (name, drop) = (table.Name.Name.Text, $"DROP INDEX {table.Name.Schema}.{index.Name}");
        yield return Mutant.Of("index", $"{name}.{index.Name.Text}", "dropped", drop, looks.OfIndex(name, index.Name.Text, index.Unique)) with { NeedsRows = !index.Unique };
        if (index.Include.Count > 0)
        {
            yield return Mutant.Of("index", $"{name}.{index.Name.Text}", "made to carry nothing along", $"{drop}; {IndexDdl.Write(table, index with { Include = [] }).Text}", looks.OfIndex(name, index.Name.Text, index.Unique)) with { NeedsRows = !index.Unique };
        }

        if (index.Unique)
        {
            yield return Mutant.Of("unique", $"{name}.{index.Name.Text}", "made to allow repeats", $"{drop}; {IndexDdl.Write(table, index with { Unique = false }).Text}", looks.OfIndex(name, index.Name.Text, isUnique: true));
        }
    }
}
