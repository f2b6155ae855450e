using Schemawright.Collections;
using Schemawright.Postgres.Model;

namespace Schemawright.Reports;

/// <summary>How one schema differs from another, by the names of its objects.</summary>
public sealed record SchemaChanges(Seq<string> Added, Seq<string> Removed, Seq<string> Changed)
{
    public static SchemaChanges None { get; } = new([], [], []);

    public int Count => Added.Count + Removed.Count + Changed.Count;

    public static SchemaChanges Between(PgSchema before, PgSchema after)
    {
        var (old, now) = (SchemaObjects.Of(before), SchemaObjects.Of(after));
        return new(
            now.Keys.Where(name => !old.ContainsKey(name)).ToSeq(),
            old.Keys.Where(name => !now.ContainsKey(name)).ToSeq(),
            now.Where(pair => old.TryGetValue(pair.Key, out var text) && !string.Equals(text, pair.Value, StringComparison.Ordinal)).Select(pair => pair.Key).ToSeq());
    }
}
