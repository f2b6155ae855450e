using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Rules;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>Makes rules of the ranges and checks that stand with attributes themselves.</summary>
internal static class AttributeChecks
{
    /// <param name="domain">With the rules that sentences gave; a check they already demand makes no second rule.</param>
    public static IEnumerable<Rule> Of(FactBase facts, DomainModel domain)
    {
        var demands = domain.Rules.Select(rule => (rule.Entity, rule.Demand)).ToHashSet();
        var names = domain.Rules.GroupBy(rule => rule.Entity, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var ids = domain.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var entities = domain.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name).Select(name => (name, entity))).DistinctBy(entry => entry.name, StringComparer.Ordinal)
            .ToDictionary(entry => entry.name, entry => entry.entity, StringComparer.Ordinal);
        foreach (var fact in facts.Attributes.Where(fact => fact.Check is not null))
        {
            var name = Facts.Language.Naming.Pascal(Facts.Language.Naming.EntityKey(fact.Entity));
            if (!entities.TryGetValue(name, out var entity) || Settled(fact.Check!, entity, domain) is not { } condition || !demands.Add((entity.Name, new Holds(condition))))
            {
                continue;
            }

            names.TryAdd(entity.Name, new(StringComparer.Ordinal));
            var words = RuleNames.Unique(RuleNames.From($"{AttributeNames.Of(fact.Name)} in range"), names[entity.Name]);
            yield return new(RuleNames.Unique($"{entity.TableName}.{words}", ids), words, entity.Name, RuleTrigger.Always, new Holds(condition), fact.Words, Origin.At(fact.Source));
        }
    }

    /// <summary>The tree over the model's names; null when it names something the entity does not have.</summary>
    private static Expr? Settled(Expr check, Entity entity, DomainModel domain)
    {
        var roles = domain.ParentsOf(entity.Name).DistinctBy(link => link.ForeignKey, StringComparer.Ordinal).ToDictionary(link => link.ForeignKey, link => link.Role, StringComparer.Ordinal);
        var settled = ValueSpelling.In(check.Rewrite(node => node is Ref { IsOwn: true } own ? own with { Path = [Name(own.Attribute)] } : node), name => entity.Find(name)?.Type.Values ?? []);
        return settled.IsSameRow() && settled.Refs().All(own => entity.Find(own.Attribute) is { Encrypted: false }) ? settled : null;

        string Name(string written) => AttributeNames.Of(written) is var name && roles.TryGetValue(name, out var role) ? role : name;
    }
}
