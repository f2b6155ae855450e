using Schemawright.Collections;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Catalog;

/// <summary>One object of the live database as the server itself describes it.</summary>
/// <param name="Kind">The catalogue query's name: <c>tables</c>, <c>constraints</c> …</param>
/// <param name="Name">Quoted where SQL would quote it, with its schema and table.</param>
internal sealed record CatalogObject(string Kind, string Name, string Definition);

/// <summary>Reads a database's schema back through the catalogue queries.</summary>
internal static class CatalogReader
{
    private static readonly Seq<string> Kinds =
    [
        "extensions", "schemas", "roles", "domains", "tables", "columns", "constraints", "indexes", "triggers", "policies",
        "functions", "views", "grants", "comments", "settings",
    ];

    /// <summary>Names of partitions and of their indexes, each with the name of the whole it is a part of.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadWholesAsync(ProofSession session)
    {
        var rows = await session.QueryAsync(EmbeddedText.Of("Catalog.partitions.sql"));
        return rows.DistinctBy(row => row[0], StringComparer.Ordinal).ToDictionary(row => row[0]!, row => row[1]!, StringComparer.Ordinal);
    }

    public static async Task<Seq<CatalogObject>> ReadAsync(ProofSession session)
    {
        var objects = new List<CatalogObject>();
        await session.RunAsync("SET search_path = pg_catalog"); // So that every name is printed with its schema.
        foreach (var kind in Kinds)
        {
            var rows = await session.QueryAsync(EmbeddedText.Of($"Catalog.{kind}.sql"));
            objects.AddRange(rows.Select(row => new CatalogObject(kind, row[0] ?? "", row[1] ?? "")));
        }

        await session.RunAsync("RESET search_path");
        return [.. objects];
    }
}
