namespace Schemawright.Facts.Rules.Technology;

/// <summary>Products whose names say what they are.</summary>
internal static class TechnologyProducts
{
    private static readonly (string Name, TechnologyCategory Category)[] Known =
    [
        ("PostgreSQL", TechnologyCategory.Database), ("Postgres", TechnologyCategory.Database), ("MySQL", TechnologyCategory.Database), ("MariaDB", TechnologyCategory.Database), ("SQLite", TechnologyCategory.Database),
        ("MongoDB", TechnologyCategory.Database), ("SQL Server", TechnologyCategory.Database), ("DynamoDB", TechnologyCategory.Database), ("CockroachDB", TechnologyCategory.Database), ("Cassandra", TechnologyCategory.Database), ("Firestore", TechnologyCategory.Database), ("Supabase", TechnologyCategory.Database),
        ("Redis", TechnologyCategory.Cache), ("Memcached", TechnologyCategory.Cache), ("Valkey", TechnologyCategory.Cache),
        ("Elasticsearch", TechnologyCategory.Search), ("OpenSearch", TechnologyCategory.Search), ("Algolia", TechnologyCategory.Search), ("Meilisearch", TechnologyCategory.Search), ("Typesense", TechnologyCategory.Search), ("Solr", TechnologyCategory.Search),
        ("Azure Blob Storage", TechnologyCategory.FileStorage), ("Azure Blob", TechnologyCategory.FileStorage), ("Amazon S3", TechnologyCategory.FileStorage), ("AWS S3", TechnologyCategory.FileStorage), ("S3", TechnologyCategory.FileStorage), ("Google Cloud Storage", TechnologyCategory.FileStorage), ("MinIO", TechnologyCategory.FileStorage),
        ("Snowflake", TechnologyCategory.Warehouse), ("BigQuery", TechnologyCategory.Warehouse), ("Redshift", TechnologyCategory.Warehouse), ("ClickHouse", TechnologyCategory.Warehouse), ("Databricks", TechnologyCategory.Warehouse),
        ("RabbitMQ", TechnologyCategory.Queue), ("Kafka", TechnologyCategory.Queue), ("SQS", TechnologyCategory.Queue), ("BullMQ", TechnologyCategory.Queue), ("Bull", TechnologyCategory.Queue), ("Sidekiq", TechnologyCategory.Queue), ("Celery", TechnologyCategory.Queue), ("NATS", TechnologyCategory.Queue),
        ("Node.js", TechnologyCategory.Backend), ("NestJS", TechnologyCategory.Backend), ("Express.js", TechnologyCategory.Backend), ("Express", TechnologyCategory.Backend), ("Django", TechnologyCategory.Backend), ("FastAPI", TechnologyCategory.Backend), ("Spring Boot", TechnologyCategory.Backend), ("Ruby on Rails", TechnologyCategory.Backend), ("Laravel", TechnologyCategory.Backend), ("ASP.NET", TechnologyCategory.Backend), ("Prisma", TechnologyCategory.Backend),
        ("React", TechnologyCategory.Frontend), ("Vue", TechnologyCategory.Frontend), ("Angular", TechnologyCategory.Frontend), ("Svelte", TechnologyCategory.Frontend), ("Next.js", TechnologyCategory.Frontend), ("Material-UI", TechnologyCategory.Frontend), ("Vite", TechnologyCategory.Frontend), ("Redux Toolkit", TechnologyCategory.Frontend),
        ("Kubernetes", TechnologyCategory.Hosting), ("Docker", TechnologyCategory.Hosting), ("Vercel", TechnologyCategory.Hosting), ("Heroku", TechnologyCategory.Hosting),
        ("DataDog", TechnologyCategory.Monitoring), ("Sentry", TechnologyCategory.Monitoring), ("Grafana", TechnologyCategory.Monitoring), ("Prometheus", TechnologyCategory.Monitoring), ("CloudWatch", TechnologyCategory.Monitoring),
        ("Stripe", TechnologyCategory.ExternalService), ("Twilio", TechnologyCategory.ExternalService), ("SendGrid", TechnologyCategory.ExternalService), ("Mailgun", TechnologyCategory.ExternalService), ("PayPal", TechnologyCategory.ExternalService), ("Adyen", TechnologyCategory.ExternalService), ("DocuSign", TechnologyCategory.ExternalService),
        (".NET", TechnologyCategory.Backend), ("Python", TechnologyCategory.Backend), ("Kotlin", TechnologyCategory.Backend), ("Flutter", TechnologyCategory.Frontend), ("TimescaleDB", TechnologyCategory.Database), ("PostGIS", TechnologyCategory.Database),
        ("Auth0", TechnologyCategory.Identity), ("Azure AD", TechnologyCategory.Identity), ("Okta", TechnologyCategory.Identity), ("Keycloak", TechnologyCategory.Identity), ("Cognito", TechnologyCategory.Identity),
    ];

    /// <summary>The product the words begin with, or null.</summary>
    public static (string Name, TechnologyCategory Category)? Opening(string words) =>
        Array.Find(Known, known => words.StartsWith(known.Name, StringComparison.OrdinalIgnoreCase) && (words.Length == known.Name.Length || !char.IsLetterOrDigit(words[known.Name.Length]))) is { Name: not null } found ? found : null;

    /// <summary>All products the words name, in their order.</summary>
    public static IEnumerable<(string Name, TechnologyCategory Category, int End)> In(string words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if ((at == 0 || !char.IsLetterOrDigit(words[at - 1])) && Opening(words[at..]) is { } product)
            {
                yield return (product.Name, product.Category, at + product.Name.Length);
                at += product.Name.Length;
            }
        }
    }
}
