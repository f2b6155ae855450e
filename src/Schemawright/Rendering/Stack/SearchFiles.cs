using System.Text.Json;
using Schemawright.Design;
using Schemawright.Design.Stack;
using Schemawright.Domain;
using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Stack;

/// <summary>The search engine's indexes in its own words, and the statements of the program that feeds them.</summary>
internal static class SearchFiles
{
    public static IEnumerable<Artifact> Render(DataDesign design, PgSchema schema)
    {
        if (design.Stack.Of(TechnologyRole.Search) is not { } store || design.Stack.Search.Count == 0)
        {
            yield break;
        }

        foreach (var index in design.Stack.Search)
        {
            yield return StackFiles.Json($"search/{FileName(index.Name)}.json", json => Write(json, store.Product, index));
        }

        yield return new(StackFiles.Folder + "search/feed.sql", SqlFile.Statements(
        [
            $"What the program that feeds {store.Name} runs, in one transaction a batch, as the role {FittedName.Of(schema.Product, StackPlan.Feeder).Text}:",
            "take the oldest notes; for each, set app.tenant_id to its tenant and read the row; hand the rows over (a note without a row removes the entry); commit.",
            "If the engine does not answer, roll back: the notes are still there. Handing a row over twice changes nothing.",
        ],
        [Take(design), .. design.Stack.Search.Select(index => Read(design, index)).OfType<SqlText>()]));
    }

    private static string FileName(string index) => string.Concat(index.Select(character => char.IsAsciiLetterOrDigit(character) || character == '_' ? character : '-'));

    private static SqlText Take(DataDesign design) => SqlText.Of(
        $"""
        PREPARE take_notes (integer) AS
        DELETE FROM outbox.search_changes
        WHERE id IN (SELECT id FROM outbox.search_changes ORDER BY id LIMIT $1)
        RETURNING id, {(OutboxLowering.HasTenants(design) ? SqlText.Of($"tenant, ") : SqlText.Empty)}table_name, row_key, removed;
        """);

    private static SqlText? Read(DataDesign design, SearchIndexDesign index)
    {
        if (design.Find(index.Table) is not { PrimaryKey.Columns.Count: > 0 } table)
        {
            return null;
        }

        var columns = table.PrimaryKey.Columns.Concat(index.Fields.Select(field => field.Column)).Distinct(StringComparer.Ordinal).Select(name => SqlText.Of($"{new Identifier(name)}"));
        var typed = table.PrimaryKey.Columns.Select(name => SqlText.Of($"{new Identifier(name)} = ($1 ->> {SqlLiteral.String(name)})::{SqlText.Words(ColumnTypes.BaseOf(table.Find(name)!.Type))}"));
        return SqlText.Of(
            $"""
            PREPARE {FittedName.Of("read", index.Table)} (jsonb) AS
            SELECT {SqlText.Join(", ", columns)}
            FROM {Target.NameOf(table.Name)}
            WHERE {SqlText.Join(" AND ", typed)};
            """);
    }

    private static void Write(Utf8JsonWriter json, StoreProduct product, SearchIndexDesign index)
    {
        switch (product)
        {
            case StoreProduct.Elasticsearch:
                Mapping(json, index);
                break;
            case StoreProduct.Algolia:
                json.Names("searchableAttributes", Searched(index));
                json.Names("attributesForFaceting", Filtered(index).Select(column => $"filterOnly({column})"));
                json.Names("attributesToRetrieve", ["objectID"]);
                break;
            case StoreProduct.Typesense:
                Collection(json, index);
                break;
            default:
                json.WriteString("primaryKey", "id");
                json.Names("searchableAttributes", Searched(index));
                json.Names("filterableAttributes", Filtered(index));
                json.Names("sortableAttributes", index.Fields.Where(field => field.Kind is SearchFieldKind.Number or SearchFieldKind.Date).Select(field => field.Column));
                break;
        }
    }

    private static IEnumerable<string> Searched(SearchIndexDesign index) => index.Fields.Where(field => field.Searched).Select(field => field.Column);

    /// <summary>The tenant first: a query without it would show other tenants' entries.</summary>
    private static IEnumerable<string> Filtered(SearchIndexDesign index) =>
        (index.TenantColumn is { } tenant ? new[] { tenant } : []).Concat(index.Fields.Where(field => !field.Searched).Select(field => field.Column));

    private static void Mapping(Utf8JsonWriter json, SearchIndexDesign index)
    {
        json.WriteStartObject("mappings");
        json.WriteString("dynamic", "strict");
        if (index.TenantColumn is not null)
        {
            // An entry lies in its tenant's shard, so a tenant's search asks one shard.
            json.WriteStartObject("_routing");
            json.WriteBoolean("required", true);
            json.WriteEndObject();
        }

        json.WriteStartObject("properties");
        foreach (var name in index.TenantColumn is { } tenant ? new[] { "id", tenant } : ["id"])
        {
            Property(json, name, "keyword");
        }

        foreach (var field in index.Fields)
        {
            Property(json, field.Column, field.Kind switch { SearchFieldKind.Text => "text", SearchFieldKind.Number => "double", SearchFieldKind.Date => "date", SearchFieldKind.Boolean => "boolean", _ => "keyword" });
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Property(Utf8JsonWriter json, string name, string type)
    {
        json.WriteStartObject(name);
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    private static void Collection(Utf8JsonWriter json, SearchIndexDesign index)
    {
        json.WriteString("name", index.Name);
        json.WriteStartArray("fields");
        foreach (var (name, type, facet) in (index.TenantColumn is { } tenant ? new[] { (tenant, "string", true) } : []).Concat(index.Fields.Select(field => (field.Column, TypeOf(field.Kind), !field.Searched))))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("type", type);
            json.WriteBoolean("facet", facet);
            json.WriteBoolean("optional", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        static string TypeOf(SearchFieldKind kind) => kind switch { SearchFieldKind.Number => "float", SearchFieldKind.Date => "int64", SearchFieldKind.Boolean => "bool", _ => "string" };
    }
}
