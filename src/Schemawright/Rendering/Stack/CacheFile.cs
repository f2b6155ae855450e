using System.Text.Json;
using Schemawright.Design;
using Schemawright.Design.Stack;
using Schemawright.Domain;

namespace Schemawright.Rendering.Stack;

/// <summary>The cache's entries as a file the application can read: key, time to live, and the writes that end it.</summary>
internal static class CacheFile
{
    public static IEnumerable<Artifact> Render(DataDesign design)
    {
        if (design.Stack.Of(TechnologyRole.Cache) is { } store && design.Stack.Cache.Count > 0)
        {
            yield return StackFiles.Json("cache.json", json => Write(json, store, design.Stack));
        }
    }

    private static void Write(Utf8JsonWriter json, StoreDesign store, StackDesign stack)
    {
        json.WriteString("product", store.Name);
        if (store.Product == StoreProduct.Redis)
        {
            // Sessions must not be pushed out by copies of rows: only keys that may end early are.
            json.WriteString("maxmemory-policy", stack.Cache.Any(entry => entry.Written.Count == 0) ? "volatile-lru" : "allkeys-lru");
        }

        json.WriteStartArray("entries");
        foreach (var entry in stack.Cache)
        {
            json.WriteStartObject();
            json.WriteString("name", entry.Name);
            json.WriteString("key", entry.Key);
            json.WriteNumber("seconds", entry.Seconds);
            json.Names("endedByWritesTo", entry.Written);
            json.Names("leftOut", entry.LeftOut);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
