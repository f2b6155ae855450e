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
        var expected = modelled.ToDictionary(Key, StringComparer.Ordinal);
        var actual = bench.Objects.ToDictionary(Key, StringComparer.Ordinal);
        return
        [
            .. refusals,
            .. ModelObjects.Of(bench.Compilation.Schema).Select(wanted => Exists(wanted, actual)),
            .. actual.Values.Where(found => !expected.ContainsKey(Key(found)) && !ModelObjects.Allows(bench.Compilation.Schema, found)).Select(Unknown),
            .. expected.Values.Select(wanted => Compare(wanted, actual.GetValueOrDefault(Key(wanted)))),
        ];
    }

    private static async Task<(Seq<CatalogObject> Objects, Seq<ProofVector> Refusals)> BuildFromModelAsync(ProofBench bench)
    {
        await using var session = await bench.OpenEmptyAsync();
        var refusals = new List<ProofVector>();
        foreach (var part in SchemaDdl.Write(bench.Compilation.Schema))
        {
            foreach (var statement in SqlSplitter.Split(part.Name, part.Sql.Text))
            {
                var answer = await session.TryAsync(statement.Sql);
                if (!answer.Accepted)
                {
                    refusals.Add(new Attempt($"{part.Kind} {part.Name}", "build it from the model", "the model").ExpectAccepted(answer));
                }
            }
        }

        return (await CatalogReader.ReadAsync(session), [.. refusals]);
    }

    private static string Key(CatalogObject found) => found.Kind + " " + found.Name;

    private static Attempt About(CatalogObject subject) => new($"{subject.Kind} {subject.Name}", "compare with the model", "the model");

    private static ProofVector Exists(CatalogObject wanted, Dictionary<string, CatalogObject> actual) =>
        actual.TryGetValue(Key(wanted), out var found) && found.Definition.StartsWith(wanted.Definition, StringComparison.Ordinal)
            ? About(wanted).Held("in the catalogue")
            : About(wanted).Broken(wanted.Definition.Length > 0 ? wanted.Definition : "in the catalogue", found?.Definition ?? "missing");

    private static ProofVector Unknown(CatalogObject found) => About(found).Broken("not in the model, so not in the catalogue", found.Definition);

    private static ProofVector Compare(CatalogObject wanted, CatalogObject? found)
    {
        if (found is null)
        {
            return About(wanted).Broken(wanted.Definition, "missing");
        }

        return string.Equals(wanted.Definition, found.Definition, StringComparison.Ordinal)
            ? About(wanted).Held("as in the model")
            : About(wanted).Broken(wanted.Definition, found.Definition);
    }
}
