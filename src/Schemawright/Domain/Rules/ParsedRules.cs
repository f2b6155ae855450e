using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Domain.Rules;

/// <summary>What parsing gave: the rules, and what became of every statement that no rule came of.</summary>
/// <param name="Rules">Merged: one rule per entity and demand, with all its sources.</param>
internal sealed record ParsedRules(Seq<Rule> Rules, Seq<Disposition> Dispositions)
{
    /// <summary>Uniqueness that rules state, per entity.</summary>
    public Seq<(string Entity, NaturalKey Key)> Keys { get; init; }

    /// <summary>Fields that rules themselves state and no entity had.</summary>
    public Seq<(string Entity, EntityAttribute Attribute)> Attributes { get; init; }

    /// <summary>Defaults that rules state for attributes that have none.</summary>
    public Seq<(string Entity, string Attribute, Terms.Literal Default, Origin Origin)> Defaults { get; init; }

    /// <summary>The domain with the rules, and with the keys and fields they brought.</summary>
    public DomainModel ApplyTo(DomainModel domain)
    {
        var keys = Keys.ToLookup(key => key.Entity, key => key.Key, StringComparer.Ordinal);
        var defaults = Defaults.ToLookup(value => (value.Entity, value.Attribute), value => (value.Default, value.Origin));
        var attributes = Attributes.ToLookup(field => field.Entity, field => field.Attribute, StringComparer.Ordinal);
        return domain with
        {
            Entities = domain.Entities.Select(entity => entity with
            {
                Attributes = [.. entity.Attributes.Select(known => WithDefault(known, defaults[(entity.Name, known.Name)])), .. attributes[entity.Name].Where(field => entity.Find(field.Name) is null)],
                Keys = keys[entity.Name].Aggregate(entity.Keys, With),
            }).ToSeq(),
            Rules = [.. domain.Rules, .. Rules],
            Dispositions = domain.Dispositions.Concat(Dispositions).DistinctBy(known => known.Source).ToSeq(),
        };
    }

    /// <summary>The first default that a statement gives; what the model itself says stands, and the statement that says it again leads to it as well.</summary>
    private static EntityAttribute WithDefault(EntityAttribute known, IEnumerable<(Terms.Literal Default, Origin Origin)> said) => said.Aggregate(known, (attribute, one) =>
        attribute.Default is null || Equals(attribute.Default, one.Default) ? attribute with { Default = one.Default, Origin = attribute.Origin.And(one.Origin) } : attribute);

    /// <summary>A key over the same attributes is the same key: the stricter reading of case and both sources stay.</summary>
    private static Seq<NaturalKey> With(Seq<NaturalKey> keys, NaturalKey key)
    {
        var known = keys.FirstOrDefault(other => other.Attributes.Count == key.Attributes.Count && other.Attributes.All(key.Attributes.Contains) && Equals(other.Where, key.Where));
        return known is null
            ? [.. keys, key]
            : keys.Select(other => other == known ? known with { IgnoreCase = known.IgnoreCase || key.IgnoreCase, Global = known.Global || key.Global, Origin = known.Origin.And(key.Origin) } : other).ToSeq();
    }
}
