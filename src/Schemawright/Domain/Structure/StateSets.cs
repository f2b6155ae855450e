using Schemawright.Collections;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>What the documents say of the states of one attribute.</summary>
/// <param name="Machine">The places that also say which state may follow which; empty when none does.</param>
internal sealed record StateSet(EntityDraft Entity, string Attribute, Seq<StateMachineFact> Machine, Seq<StateMachineFact> All)
{
    /// <summary>The states of the machine, or of every list where no machine is known, in one spelling.</summary>
    public IEnumerable<ValueSet> Values =>
        (Machine.Count > 0 ? Machine : All).Select(fact => ValueSet.Of(StateNames(fact), fact.Source));

    private static Seq<string> StateNames(StateMachineFact fact) =>
        fact.States.Select(state => state.Name)
            .Concat(fact.Transitions.SelectMany(step => new[] { step.From, step.To }))
            .Where(name => !StateSets.IsMark(name)).DistinctBy(ValueSets.Normal, StringComparer.Ordinal).ToSeq();
}

/// <summary>Matches the state machines and state lists of the documents to entities and their attributes.</summary>
internal static class StateSets
{
    private static readonly string[] Usual = ["status", "state", "stage", "phase", "lifecycle", "workflow_state", "workflow_status", "lifecycle_state"];

    public static void Find(DomainDraft domain)
    {
        var found = new Dictionary<(string, string), List<StateMachineFact>>();
        foreach (var fact in domain.Facts.StateMachines.Concat(SpokenTransitions.Of(domain)).Concat(SpokenTimeouts.Of(domain)))
        {
            if (EntityOf(domain, fact) is not { } entity)
            {
                domain.Dispositions.Add(new(fact.Source, Fate.Context, "These states belong to nothing the database stores.", fact.Words));
                continue;
            }

            var key = (entity.Key, AttributeOf(entity, fact));
            found.TryAdd(key, []);
            found[key].Add(fact);
        }

        foreach (var ((entity, attribute), facts) in found)
        {
            var machines = facts.Where(fact => fact.Transitions.Count > 0 || fact.States.Any(state => state.TimeoutAfter is not null)).OrderByDescending(fact => Strength.Of(fact.Form, fact.Document)).ToSeq();
            domain.States[(entity, attribute)] = new(domain.Entities.FindKey(entity)!, attribute, machines, facts.ToSeq());
        }
    }

    /// <summary>The start and end marks of drawings are no states.</summary>
    public static bool IsMark(string state) => state is "[*]" or "(*)" or "*" or "";

    private static EntityDraft? EntityOf(DomainDraft domain, StateMachineFact fact) =>
        fact.States.Count + fact.Transitions.Count < 2 ? null : domain.Entities.Find(fact.Entity) ?? Headed(domain, fact) ?? Listing(domain, fact) ?? Lacking(domain, fact);

    /// <summary>Where nothing is called trip alone, "Trip lifecycle" tells of the one thing with a state whose name ends in it: a river trip.</summary>
    private static EntityDraft? Headed(DomainDraft domain, StateMachineFact fact)
    {
        var key = fact.Entity is null || fact.Transitions.Count == 0 ? "" : Naming.EntityKey(fact.Entity);
        var ending = key.Length < 4 ? [] : domain.Entities.All.Where(entity => entity.Key.EndsWith("_" + key, StringComparison.Ordinal) && entity.Stated.Any(attribute => Usual.Contains(AttributeNames.Of(attribute.Name), StringComparer.Ordinal))).Take(2).ToArray();
        return ending.Length == 1 ? ending[0] : null;
    }

    /// <summary>Of the entities that the place names ("Orders and payments") the only one with a state whose values no list has.</summary>
    private static EntityDraft? Lacking(DomainDraft domain, StateMachineFact fact)
    {
        var words = fact.Transitions.Count == 0 || fact.Entity is null ? [] : Naming.Words(fact.Entity);
        var lacking = words.Select(Nouns.Singular).Distinct(StringComparer.Ordinal).Select(domain.Entities.FindKey).OfType<EntityDraft>()
            .Where(entity => entity.Stated.Any(attribute => Usual.Contains(AttributeNames.Of(attribute.Name), StringComparer.Ordinal) && attribute.Type is null or { Values.Count: 0 })).Distinct().Take(2).ToArray();
        return lacking.Length == 1 ? lacking[0] : null;
    }

    /// <summary>The only entity with an enumeration that lists all the states of a machine whose place names none.</summary>
    private static EntityDraft? Listing(DomainDraft domain, StateMachineFact fact)
    {
        var states = fact.States.Select(state => ValueSets.Normal(state.Name)).Where(name => !IsMark(name)).ToHashSet(StringComparer.Ordinal);
        var listing = states.Count < 3 || fact.Transitions.Count == 0 ? [] : domain.Entities.All
            .Where(entity => entity.Stated.Any(attribute => attribute.Type is { Values.Count: > 2 } type && states.IsSubsetOf(type.Values.Select(ValueSets.Normal)))).Take(2).ToArray();
        return listing.Length == 1 ? listing[0] : null;
    }

    private static string AttributeOf(EntityDraft entity, StateMachineFact fact)
    {
        if (fact.Attribute is { Length: > 0 } named)
        {
            return AttributeNames.Of(named);
        }

        var stated = entity.Stated.Select(attribute => AttributeNames.Of(attribute.Name)).ToHashSet(StringComparer.Ordinal);
        return Usual.FirstOrDefault(stated.Contains)
            ?? Usual.Select(name => $"{entity.Key}_{name}").FirstOrDefault(stated.Contains)
            ?? SharingValues(entity, fact)
            ?? "status";
    }

    /// <summary>The enumeration that lists at least two of the states.</summary>
    private static string? SharingValues(EntityDraft entity, StateMachineFact fact)
    {
        var states = fact.States.Select(state => ValueSets.Normal(state.Name)).ToHashSet(StringComparer.Ordinal);
        var shared = entity.Stated.FirstOrDefault(attribute => attribute.Type is { Values.Count: > 1 } type && type.Values.Count(value => states.Contains(ValueSets.Normal(value))) >= 2);
        return shared is null ? null : AttributeNames.Of(shared.Name);
    }
}
