using Schemawright.Domain;

namespace Schemawright.Design.Stack;

/// <summary>The products whose files are known, by the words of their names.</summary>
internal static class StoreProducts
{
    private static readonly (TechnologyRole Role, string Word, StoreProduct Product)[] Known =
    [
        (TechnologyRole.Cache, "redis", StoreProduct.Redis), (TechnologyRole.Cache, "valkey", StoreProduct.Redis), (TechnologyRole.Cache, "elasticache", StoreProduct.Redis), (TechnologyRole.Cache, "memcached", StoreProduct.Memcached),
        (TechnologyRole.Search, "elasticsearch", StoreProduct.Elasticsearch), (TechnologyRole.Search, "opensearch", StoreProduct.Elasticsearch), (TechnologyRole.Search, "elastic", StoreProduct.Elasticsearch),
        (TechnologyRole.Search, "algolia", StoreProduct.Algolia), (TechnologyRole.Search, "meilisearch", StoreProduct.Meilisearch), (TechnologyRole.Search, "typesense", StoreProduct.Typesense), (TechnologyRole.Search, "solr", StoreProduct.Generic),
        (TechnologyRole.FileStorage, "s3", StoreProduct.S3), (TechnologyRole.FileStorage, "minio", StoreProduct.S3), (TechnologyRole.FileStorage, "r2", StoreProduct.S3), (TechnologyRole.FileStorage, "spaces", StoreProduct.S3),
        (TechnologyRole.FileStorage, "google", StoreProduct.GoogleCloudStorage), (TechnologyRole.FileStorage, "gcs", StoreProduct.GoogleCloudStorage), (TechnologyRole.FileStorage, "azure", StoreProduct.AzureBlob),
        (TechnologyRole.Warehouse, "bigquery", StoreProduct.BigQuery), (TechnologyRole.Warehouse, "snowflake", StoreProduct.Snowflake), (TechnologyRole.Warehouse, "redshift", StoreProduct.Redshift), (TechnologyRole.Warehouse, "clickhouse", StoreProduct.ClickHouse),
    ];

    /// <summary>The database's own means are no store beside it.</summary>
    private static readonly string[] Itself = ["postgres", "postgresql", "pg_trgm", "tsvector", "unlogged", "materialized", "materialised"];

    /// <summary>The first named product of a role that is a store of its own; null when the documents name none.</summary>
    public static StoreDesign? Of(DomainModel domain, TechnologyRole role)
    {
        var named = domain.Technologies.Where(technology => technology.Role == role && !Words(technology.Product).Any(word => Itself.Contains(word, StringComparer.Ordinal))).ToList();
        var known = named.Select(technology => (technology, product: ProductOf(technology, role))).FirstOrDefault(pair => pair.product is not null);
        return known.technology is not null ? new(role, known.product!.Value, known.technology.Product, known.technology.Origin) : null;
    }

    private static StoreProduct? ProductOf(Technology technology, TechnologyRole role)
    {
        var words = Words(technology.Product);
        return Array.Find(Known, known => known.Role == role && words.Contains(known.Word, StringComparer.Ordinal)) is { Word: not null } found ? found.Product : null;
    }

    private static string[] Words(string product) =>
        product.ToLowerInvariant().Split([' ', '-', '/', '(', ')', ',', '.', '_'], StringSplitOptions.RemoveEmptyEntries);
}
