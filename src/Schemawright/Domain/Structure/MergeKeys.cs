using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;

namespace Schemawright.Domain.Structure;

/// <summary>Takes over the keys of several attributes that the documents state.</summary>
internal static class MergeKeys
{
    public static void Add(EntityDraft entity)
    {
        foreach (var fact in entity.StatedKeys)
        {
            var names = fact.Attributes.Select(name => Reference(AttributeNames.Of(name))).Where(name => name.Length > 0).ToSeq();
            if (names.Count == 0)
            {
                continue;
            }

            if (fact.Primary)
            {
                entity.StatedPrimaryKey = AttributeNames.IsKey(names[0]) && names.Count == 1 ? [] : [.. names];
            }
            else if (entity.Keys.FindIndex(known => SameColumns(known.Attributes, names) && known.Where == fact.Where) is >= 0 and var at)
            {
                entity.Keys[at] = entity.Keys[at] with { Origin = entity.Keys[at].Origin.And(Origin.At(fact.Source)) };
            }
            else
            {
                entity.Keys.Add(new(names, fact.IgnoreCase, Global: false, fact.Where, Origin.At(fact.Source)));
            }
        }
    }

    private static bool SameColumns(Seq<string> one, Seq<string> other) => one.Count == other.Count && one.All(other.Contains);

    /// <summary>A reference stands under its role: <c>room_id</c> is <c>room</c>. Settled once the references are known.</summary>
    private static string Reference(string name) => name;
}
