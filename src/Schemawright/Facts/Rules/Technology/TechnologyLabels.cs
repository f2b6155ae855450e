namespace Schemawright.Facts.Rules.Technology;

/// <summary>The labels under which documents name products.</summary>
internal static class TechnologyLabels
{
    public static TechnologyCategory? Category(string label) => label.ToLowerInvariant().Trim() switch
    {
        "database" or "primary database" or "db" or "data store" or "datastore" or "relational database" or "databases" => TechnologyCategory.Database,
        "cache" or "caching" or "in-memory cache" => TechnologyCategory.Cache,
        "search" or "search engine" or "full-text search" => TechnologyCategory.Search,
        "file storage" or "object storage" or "document storage" or "blob storage" or "file store" or "files" or "media storage" => TechnologyCategory.FileStorage,
        "warehouse" or "data warehouse" or "analytics database" => TechnologyCategory.Warehouse,
        "queue" or "message queue" or "job queue" or "message broker" or "background jobs" => TechnologyCategory.Queue,
        "backend" or "runtime" or "orm" or "server" or "api framework" or "validation" => TechnologyCategory.Backend,
        "frontend" or "framework" or "ui framework" or "ui library" or "state management" or "build tool" => TechnologyCategory.Frontend,
        "hosting" or "cloud" or "deployment" => TechnologyCategory.Hosting,
        "monitoring" or "apm" or "apm solution" or "error tracking" or "log aggregation" => TechnologyCategory.Monitoring,
        "authentication" or "identity" or "sso" => TechnologyCategory.Identity,
        "email service" or "email" or "sms" or "payments" or "e-signature" => TechnologyCategory.ExternalService,
        _ => null,
    };
}
