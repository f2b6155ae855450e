using System.Text.Json;
using Schemawright.Design;
using Schemawright.Design.Stack;
using Schemawright.Domain;

namespace Schemawright.Rendering.Stack;

/// <summary>The lifecycle of each bucket in the words of its product: files go with their rows, uploads nobody finished go after a week.</summary>
internal static class BucketFiles
{
    private const int UnfinishedDays = 7;

    public static IEnumerable<Artifact> Render(DataDesign design) => design.Stack.Of(TechnologyRole.FileStorage) is { } store
        ? design.Stack.Buckets.Select(bucket => StackFiles.Json($"files/{bucket.Name}.lifecycle.json", json => Write(json, store.Product, bucket)))
        : [];

    private static void Write(Utf8JsonWriter json, StoreProduct product, BucketDesign bucket)
    {
        json.WriteStartArray(product switch { StoreProduct.S3 => "Rules", StoreProduct.GoogleCloudStorage => "rule", _ => "rules" });
        foreach (var life in bucket.Life)
        {
            json.WriteStartObject();
            Removal(json, product, bucket.Name, life);
            json.WriteEndObject();
        }

        Unfinished(json, product);
        json.WriteEndArray();
    }

    private static void Removal(Utf8JsonWriter json, StoreProduct product, string bucket, FileLifeDesign life)
    {
        var name = "remove-" + life.Prefix.TrimEnd('/');
        switch (product)
        {
            case StoreProduct.S3:
                Rule(json, name, life.Prefix);
                json.WriteStartObject("Expiration");
                json.WriteNumber("Days", life.Days);
                json.WriteEndObject();
                break;
            case StoreProduct.GoogleCloudStorage:
                Condition(json, "Delete", life.Days, life.Prefix);
                break;
            default:
                json.WriteString("name", name);
                json.WriteBoolean("enabled", true);
                json.WriteString("type", "Lifecycle");
                json.WriteStartObject("definition");
                json.WriteStartObject("filters");
                json.Names("blobTypes", ["blockBlob"]);
                json.Names("prefixMatch", [$"{bucket}/{life.Prefix}"]);
                json.WriteEndObject();
                json.WriteStartObject("actions");
                json.WriteStartObject("baseBlob");
                json.WriteStartObject("delete");
                json.WriteNumber("daysAfterCreationGreaterThan", life.Days);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndObject();
                break;
        }
    }

    private static void Rule(Utf8JsonWriter json, string name, string prefix)
    {
        json.WriteString("ID", name);
        json.WriteString("Status", "Enabled");
        json.WriteStartObject("Filter");
        json.WriteString("Prefix", prefix);
        json.WriteEndObject();
    }

    private static void Condition(Utf8JsonWriter json, string action, int days, string prefix)
    {
        json.WriteStartObject("action");
        json.WriteString("type", action);
        json.WriteEndObject();
        json.WriteStartObject("condition");
        json.WriteNumber("age", days);
        if (prefix.Length > 0)
        {
            json.Names("matchesPrefix", [prefix]);
        }

        json.WriteEndObject();
    }

    /// <summary>Azure drops blocks that were never put together by itself.</summary>
    private static void Unfinished(Utf8JsonWriter json, StoreProduct product)
    {
        if (product is not (StoreProduct.S3 or StoreProduct.GoogleCloudStorage))
        {
            return;
        }

        json.WriteStartObject();
        if (product == StoreProduct.S3)
        {
            Rule(json, "abort-unfinished-uploads", "");
            json.WriteStartObject("AbortIncompleteMultipartUpload");
            json.WriteNumber("DaysAfterInitiation", UnfinishedDays);
            json.WriteEndObject();
        }
        else
        {
            Condition(json, "AbortIncompleteMultipartUpload", UnfinishedDays, "");
        }

        json.WriteEndObject();
    }
}
