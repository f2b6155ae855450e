using Schemawright.Collections;

namespace Schemawright.Reports.Comparison;

public enum ChangeKind { Added, Removed, Changed }

/// <summary>One thing that differs between two models.</summary>
/// <param name="Before">Its words in the former model; empty when it was not there.</param>
/// <param name="After">Its words in the latter model; empty when it is gone.</param>
public sealed record ModelChange(ChangeKind Kind, PicturedThing Thing, string Before, string After);

/// <param name="Name">The entity; empty for the product as a whole.</param>
/// <param name="Kind">Whether the entity itself is new, gone, or there in both.</param>
public sealed record EntityChanges(string Name, ChangeKind Kind, Seq<ModelChange> Changes);

/// <summary>How one model differs from another, entity by entity, the product as a whole last.</summary>
public sealed record ModelDifferences(string Before, string After, Seq<EntityChanges> Entities)
{
    public bool AreSame => Entities.Count == 0;

    public static ModelDifferences Between(ModelPicture before, ModelPicture after)
    {
        var (old, now) = (Things(before), Things(after));
        var changes = now.Where(pair => !old.ContainsKey(pair.Key)).Select(pair => new ModelChange(ChangeKind.Added, pair.Value, "", pair.Value.Words))
            .Concat(old.Where(pair => !now.ContainsKey(pair.Key)).Select(pair => new ModelChange(ChangeKind.Removed, pair.Value, pair.Value.Words, "")))
            .Concat(now.Where(pair => old.TryGetValue(pair.Key, out var known) && !string.Equals(known.Words, pair.Value.Words, StringComparison.Ordinal))
                .Select(pair => new ModelChange(ChangeKind.Changed, pair.Value, old[pair.Key].Words, pair.Value.Words)))
            .ToLookup(change => change.Thing.Entity, StringComparer.Ordinal);
        var names = after.Entities.Concat(before.Entities).Distinct(StringComparer.Ordinal).Concat(changes.Select(group => group.Key).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).Where(name => name.Length > 0).Append("");
        return new(before.Product, after.Product, names.Where(changes.Contains).Select(name => new EntityChanges(name, KindOf(name, before, after), Ordered(changes[name]))).ToSeq());
    }

    private static ChangeKind KindOf(string name, ModelPicture before, ModelPicture after) =>
        name.Length == 0 || (before.Entities.Contains(name, StringComparer.Ordinal) && after.Entities.Contains(name, StringComparer.Ordinal)) ? ChangeKind.Changed
        : after.Entities.Contains(name, StringComparer.Ordinal) ? ChangeKind.Added : ChangeKind.Removed;

    private static Seq<ModelChange> Ordered(IEnumerable<ModelChange> changes) =>
        changes.OrderBy(change => change.Thing.InDatabase).ThenBy(change => change.Thing.Kind, StringComparer.Ordinal).ThenBy(change => change.Thing.Name, StringComparer.Ordinal).ToSeq();

    /// <summary>Things of one name are one thing that says all they say.</summary>
    private static Dictionary<(string Entity, string Kind, string Name, bool InDatabase), PicturedThing> Things(ModelPicture model) =>
        model.Things.GroupBy(thing => (thing.Entity, thing.Kind, thing.Name, thing.InDatabase))
            .ToDictionary(group => group.Key, group => group.First() with { Words = string.Join(" | ", group.Select(thing => thing.Words).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) });
}
