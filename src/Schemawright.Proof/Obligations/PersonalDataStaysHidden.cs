using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Privacy;

namespace Schemawright.Proof.Obligations;

/// <summary>What must not be read is not: behind masks, in ciphertext, and beside it.</summary>
internal sealed class PersonalDataStaysHidden : IObligation
{
    public string Claim => "no role reads through a masked view more of a value than its mask lets through, whatever the value; equal values are encrypted apart, found by their keyed hash alone, and stand nowhere in clear";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var masked = bench.Compilation.Design.Views.Where(view => view.Masked).ToLookup(view => view.Table, StringComparer.Ordinal);
        var tables = bench.Tables.Where(table => masked.Contains(table.Name) || Sealed(table).Any()).ToArray();
        if (tables.Length == 0)
        {
            return [];
        }

        var walk = Walk.On(bench, await bench.OpenCopyAsync()); // Its rules are taken off for good.
        await using var session = walk.Session;
        var encrypted = await walk.EachAsync(tables, async table =>
        {
            var vectors = new List<ProofVector>();
            foreach (var column in Sealed(table))
            {
                vectors.AddRange(await SealedColumns.TryAsync(walk, table, column));
            }

            return vectors;
        });
        foreach (var statement in MaskedViews.WithoutRules(bench.Compilation.Schema))
        {
            await session.TryAsync(statement);
        }

        return
        [
            .. encrypted,
            .. await walk.EachAsync(tables, async table =>
            {
                var vectors = new List<ProofVector>();
                foreach (var view in masked[table.Name])
                {
                    vectors.AddRange(await MaskedViews.TryAsync(walk, view, table));
                }

                return vectors;
            }),
        ];
    }

    private static IEnumerable<ColumnDesign> Sealed(TableDesign table) => table.Columns.Where(column => column.Role == ColumnRole.Ciphertext);
}
