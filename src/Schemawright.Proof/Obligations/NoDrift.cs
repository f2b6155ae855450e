using Schemawright.Collections;
using Schemawright.Postgres.Ddl;
using Schemawright.Proof.Catalog;
using Schemawright.Proof.Scripts;

namespace Schemawright.Proof.Obligations;

/// <summary>
/// What the server holds after the files ran is the model, object by object, both ways. Expressions are compared as the
/// server itself prints them, against a second database made from the model directly.
/// </summary>
internal sealed class NoDrift : IObligation
{
    public string Claim => "the catalogue holds exactly the objects of the model, each with the model's definition";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var (modelled, refusals) = await BuildFromModelAsync(bench);
        return [.. refusals, .. new CatalogComparison(bench.Compilation.Schema, modelled, bench.Objects).Vectors(_ => true)];
    }

    /// <summary>What an empty database of the throw-away server holds once the model was written to it.</summary>
    public static async Task<(Seq<CatalogObject> Objects, Seq<ProofVector> Refusals)> BuildFromModelAsync(ProofBench bench)
    {
        var parts = SchemaDdl.Write(bench.Compilation.Schema).SelectMany(part => SqlSplitter.Split(part.Name, part.Sql.Text).Select(statement => (Part: part, statement.Sql))).ToArray();
        await using (var together = await bench.OpenEmptyAsync())
        {
            if (await together.TryEachAsync(parts.Select(pair => pair.Sql)))
            {
                return (await CatalogReader.ReadAsync(together), []);
            }
        }

        await using var session = await bench.OpenEmptyAsync();
        var refusals = new List<ProofVector>();
        foreach (var (part, sql) in parts)
        {
            if (await session.TryAsync(sql) is { Accepted: false } answer)
            {
                refusals.Add(new Attempt($"{part.Kind} {part.Name}", "build it from the model", "the model").ExpectAccepted(answer));
            }
        }

        return (await CatalogReader.ReadAsync(session), [.. refusals]);
    }
}
