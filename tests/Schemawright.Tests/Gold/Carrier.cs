using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Tests.Gold;

/// <summary>An element of the domain that holds a demand: where it was read, whose rows it is about, which attributes it names.</summary>
/// <param name="Attributes">Entity and attribute; a reference by its foreign key.</param>
/// <param name="Plain">An attribute's or a key's own property, which compares nothing.</param>
internal sealed record Carrier(Origin Origin, string Entity, Seq<(string Entity, string Attribute)> Attributes, bool Plain)
{
    public bool IsAt(GoldRule rule) => Origin.Sources.Any(source => source.Document == rule.Document && source.Line <= rule.EndLine && source.EndLine >= rule.Line);

    public static Seq<Carrier> Of(DomainModel domain) =>
    [
        .. domain.Rules.Select(rule => OfRule(rule, domain)),
        .. domain.Retention.Select(kept => new Carrier(kept.Origin, AuditTrailOr(kept.Entity, domain), [.. Own(kept.Entity, kept.Anchor is null ? [] : [kept.Anchor]), .. Paths(kept.Where).SelectMany(path => Walk(kept.Entity, path, domain))], false)),
        .. domain.Privacy.Where(demand => demand.Entity is not null).Select(demand => new Carrier(demand.Origin, demand.Entity!, Own(demand.Entity!, demand.Attribute is null ? [] : [demand.Attribute]), false)),
        .. domain.Audit.Select(demand => new Carrier(demand.Origin, AuditTrailOr(demand.Entity ?? "*audit", domain), [], false)),
        .. domain.StateMachines.SelectMany(OfMachine),
        .. domain.Entities.SelectMany(entity => OfEntity(entity, domain)),
        .. domain.Dispositions.Where(said => said.Fate is Fate.Enforced or Fate.Modelled).SelectMany(said => OfDisposition(said, domain)),
        .. domain.Relationships.Where(link => link.Parents.Min == 1 || SaysDeletion(link)).Select(link => new Carrier(link.Origin, link.Child, [(link.Child, link.ForeignKey)], true)),
    ];

    /// <summary>Neither is ever assumed: some place says what becomes of the rows.</summary>
    private static bool SaysDeletion(Relationship link) => link.OnDelete == DeleteRule.SetNull || link is { OnDelete: DeleteRule.Cascade, Identifying: false };

    private static Carrier OfRule(Rule rule, DomainModel domain)
    {
        Seq<string>[] named = rule.Demand switch
        {
            Holds holds => [.. Paths(holds.Condition)],
            NoOverlap overlap => [.. overlap.Keys.Append(overlap.Start).Append(overlap.End).Select(Alone), .. Paths(overlap.Where)],
            AtMost most => [.. most.Per.Select(Alone), .. most.Sum is null ? Array.Empty<Seq<string>>() : [Alone(most.Sum)], .. Paths(most.Where)],
            AtLeast => [],
            Unchangeable fixedly => [.. fixedly.Attributes.Select(Alone), .. Paths(fixedly.When)],
            NotDeletable kept => [.. Paths(kept.When)],
            _ => [],
        };
        var counted = rule.Demand is Holds { Condition: var condition } ? condition.Nodes().OfType<Aggregate>().SelectMany(figure => Walk(figure.Entity, figure.Attribute is null ? [figure.Role] : [figure.Role, figure.Attribute], domain).Take(1).Concat(figure.Attribute is null ? [] : [(figure.Entity, figure.Attribute)]).Concat(Paths(figure.Where).SelectMany(path => Walk(figure.Entity, path, domain)))) : [];
        var attributes = named.Concat(rule.Trigger.Attributes.Select(Alone)).SelectMany(path => Walk(rule.Entity, path, domain)).Concat(counted).Distinct().ToSeq();
        return new(rule.Origin, rule.Entity, attributes, false);
    }

    private static Seq<string> Alone(string name) => [name];

    private static IEnumerable<Seq<string>> Paths(Expr? condition) => condition is null ? [] : condition.Refs().Select(reference => reference.Path);

    /// <summary>The references of a path by their foreign keys, then the attribute it ends at.</summary>
    private static IEnumerable<(string, string)> Walk(string entity, Seq<string> path, DomainModel domain)
    {
        foreach (var step in path)
        {
            var link = domain.ParentsOf(entity).FirstOrDefault(link => link.Role == step || link.ForeignKey == step);
            yield return (entity, link?.ForeignKey ?? step);
            entity = link?.Parent ?? entity;
        }
    }

    private static IEnumerable<Carrier> OfMachine(StateMachine machine) =>
        machine.States.Select(state => state.Origin).Concat(machine.Transitions.Select(change => change.Origin)).Append(machine.Origin)
            .Select(origin => new Carrier(origin, machine.Entity, Own(machine.Entity, [machine.Attribute]), false));

    private static IEnumerable<Carrier> OfEntity(Entity entity, DomainModel domain) =>
    [
        .. entity.Attributes.Where(Holds).Select(attribute => new Carrier(attribute.Origin, entity.Name, Own(entity.Name, [attribute.Name]), true)),
        .. entity.Keys.Select(key => OfKey(key, entity.Name, domain)),
    ];

    /// <summary>A key over some rows only compares: it says which.</summary>
    private static Carrier OfKey(NaturalKey key, string entity, DomainModel domain) => new(
        key.Origin, entity, key.Attributes.Select(Alone).Concat(Paths(key.Where)).SelectMany(path => Walk(entity, path, domain)).ToSeq(), key.Where is null);

    /// <summary>What already holds a statement is said in words: the entities they name, their attributes in them or in the statement.</summary>
    private static IEnumerable<Carrier> OfDisposition(Disposition said, DomainModel domain)
    {
        var reason = WordsOf(said.Reason);
        return domain.Entities.Where(entity => reason.Contains(entity.Name)).Select(entity => new Carrier(Origin.At(said.Source), entity.Name, Own(entity.Name, NamedIn(said, entity, domain)), false));
    }

    private static Seq<string> NamedIn(Disposition said, Entity entity, DomainModel domain)
    {
        var (reason, words) = (WordsOf(said.Reason), WordsOf(said.Words).Select(Spelling.Key).ToHashSet(StringComparer.Ordinal));
        var named = entity.Attributes.Select(attribute => attribute.Name).Concat(domain.ParentsOf(entity.Name).Select(link => link.ForeignKey)).Where(name => reason.Contains(name) || words.Contains(Spelling.Key(name)));
        var states = domain.StateMachines.Where(machine => machine.Entity == entity.Name && machine.States.Any(state => reason.Contains(state.Name))).Select(machine => machine.Attribute);
        return named.Concat(states).Distinct(StringComparer.Ordinal).ToSeq();
    }

    private static HashSet<string> WordsOf(string text) => text.Split([' ', ',', ':', ';', '.', '"', '(', ')', '`', '*'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    private static bool Holds(EntityAttribute attribute) =>
        attribute.Required || attribute.Immutable || attribute.Hashed || attribute.Encrypted || attribute.Default is not null || attribute.Derived is not null || attribute.Type.Values.Count > 0;

    private static Seq<(string, string)> Own(string entity, Seq<string> attributes) => attributes.Select(attribute => (entity, attribute)).ToSeq();

    private static string AuditTrailOr(string entity, DomainModel domain) =>
        entity == "*audit" ? domain.Entities.FirstOrDefault(known => known.Kind == EntityKind.AuditTrail)?.Name ?? entity : entity;
}
