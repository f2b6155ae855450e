using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design.Stack;

/// <summary>The stores beside the database that the documents name: copies and files, never the truth.</summary>
public sealed record StackDesign
{
    public Seq<CacheEntryDesign> Cache { get; init; }
    public Seq<SearchIndexDesign> Search { get; init; }
    public Seq<BucketDesign> Buckets { get; init; }
    public Seq<FactDesign> Facts { get; init; }
    public Seq<DimensionDesign> Dimensions { get; init; }

    /// <summary>The product behind each store; a store without one is not built.</summary>
    public Seq<StoreDesign> Stores { get; init; }

    public StoreDesign? Of(TechnologyRole role) => Stores.FirstOrDefault(store => store.Role == role);
}

/// <param name="Product">As the documents name it.</param>
public sealed record StoreDesign(TechnologyRole Role, StoreProduct Product, string Name, Origin Origin);

/// <summary>The kinds of products whose files differ.</summary>
public enum StoreProduct { Redis, Memcached, Elasticsearch, Algolia, Meilisearch, Typesense, S3, GoogleCloudStorage, AzureBlob, BigQuery, Snowflake, Redshift, ClickHouse, Generic }

/// <param name="Key">With holes in braces: <c>{tenant}:books:{id}:{generation}</c>.</param>
/// <param name="Holds">What the value is, one phrase.</param>
/// <param name="Seconds">How long it lives at most.</param>
/// <param name="Written">The tables whose writes make it stale.</param>
/// <param name="LeftOut">Columns that never enter the cache.</param>
public sealed record CacheEntryDesign(string Name, string Key, string Holds, int Seconds, Seq<string> Written, Seq<string> LeftOut, string Reason, Origin Origin);

public enum SearchFieldKind { Text, Keyword, Number, Date, Boolean }

public sealed record SearchFieldDesign(string Column, SearchFieldKind Kind, bool Searched);

/// <summary>One index of the search engine, fed from one table.</summary>
/// <param name="TenantColumn">Every query filters by it; null for rows all share.</param>
public sealed record SearchIndexDesign(string Name, string Table, Seq<SearchFieldDesign> Fields, string? TenantColumn, Origin Origin);

/// <summary>Where the files of some columns lie.</summary>
/// <param name="KeyScheme">With holes in braces.</param>
public sealed record BucketDesign(string Name, string KeyScheme, Seq<FileColumnDesign> Columns, Seq<FileLifeDesign> Life, Origin Origin);

/// <param name="Column">The column that names the file.</param>
public sealed record FileColumnDesign(string Table, string Column)
{
    /// <summary>Holds an address that ends with the key; else the key alone.</summary>
    public bool IsAddress { get; init; }
}

/// <param name="Prefix">Of the keys it applies to; empty: all.</param>
/// <param name="Days">Counted from the file's creation.</param>
public sealed record FileLifeDesign(string Prefix, int Days, string Reason);

/// <summary>What happened, with its figures and the things it happened to.</summary>
/// <param name="Table">The table of the database it is loaded from.</param>
/// <param name="Time">The column that says when.</param>
public sealed record FactDesign(string Name, string Table, string Time, Seq<string> Measures, Seq<FactKeyDesign> Keys, Seq<string> Attributes, Origin Origin);

public sealed record FactKeyDesign(string Column, string Dimension);

/// <param name="Columns">What reports group by; nothing personal.</param>
public sealed record DimensionDesign(string Name, string Table, Seq<string> Columns, Origin Origin);
