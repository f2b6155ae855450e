using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>Gives the conditions of keys the spelling of the values, drops attributes a condition fixes, and joins equal keys.</summary>
internal static class SettleKeys
{
    public static void Run(DomainDraft domain)
    {
        foreach (var entity in domain.Entities.All.Where(entity => entity.Keys.Count > 0))
        {
            var settled = entity.Keys.Select(key => Settled(key, entity)).Where(key => key.Attributes.Count > 0)
                .GroupBy(key => (string.Join('|', key.Attributes.Order(StringComparer.Ordinal)), key.Where))
                .Select(same => same.First() with { Origin = same.Select(key => key.Origin).Aggregate((one, other) => one.And(other)), IgnoreCase = same.Any(key => key.IgnoreCase) }).ToList();
            entity.Keys.Clear();
            entity.Keys.AddRange(settled);
        }
    }

    private static NaturalKey Settled(NaturalKey key, EntityDraft entity)
    {
        var where = key.Where is null ? null : ValueSpelling.In(key.Where, name => entity.Find(name)?.Type.Values ?? []);
        var pinned = where is Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } own, Right: Literal } ? own.Attribute : null;
        return key with { Where = where, Attributes = key.Attributes.Where(name => name != pinned).Distinct(StringComparer.Ordinal).ToSeq() };
    }
}
