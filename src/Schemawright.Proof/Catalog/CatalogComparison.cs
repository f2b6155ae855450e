using Schemawright.Collections;
using Schemawright.Postgres.Model;
using Schemawright.Proof.Obligations;

namespace Schemawright.Proof.Catalog;

/// <summary>Compares what a server holds with what the model makes of an empty one, object by object, both ways.</summary>
/// <param name="modelled">What the model made.</param>
/// <param name="found">What the server holds.</param>
internal sealed class CatalogComparison(PgSchema schema, Seq<CatalogObject> modelled, Seq<CatalogObject> found)
{
    private readonly Dictionary<string, CatalogObject> _expected = modelled.ToDictionary(Key, StringComparer.Ordinal);
    private readonly Dictionary<string, CatalogObject> _actual = found.ToDictionary(Key, StringComparer.Ordinal);

    /// <param name="isOurs">Which of the server's objects belong to the model's part of it.</param>
    public IEnumerable<ProofVector> Vectors(Func<CatalogObject, bool> isOurs) =>
    [
        .. ModelObjects.Of(schema).Select(Exists),
        .. _actual.Values.Where(known => isOurs(known) && !_expected.ContainsKey(Key(known)) && !ModelObjects.Allows(schema, known)).Select(Unknown),
        .. _expected.Values.Where(known => isOurs(known) && !(ModelObjects.Allows(schema, known) && !_actual.ContainsKey(Key(known)))).Select(Compare),
    ];

    private static string Key(CatalogObject known) => known.Kind + " " + known.Name;

    private static Attempt About(CatalogObject subject) => new($"{subject.Kind} {subject.Name}", "compare with the model", "the model");

    private ProofVector Exists(CatalogObject wanted) =>
        _actual.TryGetValue(Key(wanted), out var known) && known.Definition.StartsWith(wanted.Definition, StringComparison.Ordinal)
            ? About(wanted).Held("in the catalogue")
            : About(wanted).Broken(wanted.Definition.Length > 0 ? wanted.Definition : "in the catalogue", known?.Definition ?? "missing");

    private static ProofVector Unknown(CatalogObject known) => About(known).Broken("not in the model, so not in the catalogue", known.Definition);

    private ProofVector Compare(CatalogObject wanted)
    {
        if (_actual.GetValueOrDefault(Key(wanted)) is not { } known)
        {
            return About(wanted).Broken(wanted.Definition, "missing");
        }

        return string.Equals(wanted.Definition, known.Definition, StringComparison.Ordinal)
            ? About(wanted).Held("as in the model")
            : About(wanted).Broken(wanted.Definition, known.Definition);
    }
}
