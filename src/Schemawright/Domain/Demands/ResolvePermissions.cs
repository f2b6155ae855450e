using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Says for each actor and entity what the documents allow and forbid.</summary>
internal static class ResolvePermissions
{
    private static readonly HashSet<string> Everything = new(StringComparer.Ordinal) { "all_data", "all", "everything", "all_records", "all_entities", "full_access", "full_system_access", "full_system", "any_data", "all_resources", "system" };

    public static Seq<Permission> Run(DomainDraft domain, EntityWords words, Seq<Actor> actors)
    {
        var stated = new List<(Permission Right, string Resource)>();
        foreach (var fact in domain.Facts.Access)
        {
            if (Kind(fact.Verb) is { } kind && ResolveActors.Find(actors, fact.Role) is { } actor)
            {
                var entities = Entities(domain, words, fact.Resource, kind).ToList();
                if (entities.Count == 0 && kind == AccessKind.Read && fact.Allowed && IsOfMoney(fact.Resource))
                {
                    entities.AddRange(domain.Entities.All.Where(entity => entity.Attributes.Exists(attribute => attribute.Type.Kind == DataKind.Money)));
                }

                if (entities.Count == 0)
                {
                    domain.Dispositions.Add(new(fact.Source, Fate.AnsweredElsewhere, $"The right to \"{fact.Resource}\" concerns no table of its own: the application checks it.", fact.Words));
                }

                stated.AddRange(entities.Select(entity => (new Permission(actor.Name, kind, entity.Name, Reach(fact.Scope), fact.Allowed, fact.Words, Origin.At(fact.Source), fact.Scope == AccessScope.Draft ? IsDraft(entity) : null), fact.Resource)));
            }
        }

        var found = ContradictingRights.Settle(domain, stated);
        found.AddRange(Inherited(domain, actors, found));
        return found.GroupBy(known => (known.Actor, known.Kind, known.Entity, known.Reach, known.Allowed, known.Where))
            .Select(same => same.First() with { Origin = same.Select(known => known.Origin).Aggregate((one, other) => one.And(other)) }).ToSeq();
    }

    /// <summary>What a role has through the roles it takes over in so many words. Reading its own rows adds nothing for whom another right already shows them all.</summary>
    private static List<Permission> Inherited(DomainDraft domain, Seq<Actor> actors, List<Permission> stated)
    {
        var given = stated.Where(known => known.Allowed).ToLookup(known => known.Actor, StringComparer.Ordinal);
        var above = (from role in domain.Facts.Roles.Where(role => role.TakesOver)
                     from below in role.Includes
                     let senior = ResolveActors.Find(actors, role.Name)
                     let junior = ResolveActors.Find(actors, below)
                     where senior is not null && junior is not null && senior != junior
                     select (Senior: senior.Name, Junior: junior.Name, role.Source)).Distinct().ToLookup(pair => pair.Senior, StringComparer.Ordinal);
        return (from senior in above.Select(same => same.Key)
                from reached in Below(above, senior)
                from known in given[reached.Junior]
                where known is not { Kind: AccessKind.Read, Reach: not AccessReach.All } || !given[senior].Any(own => own.Entity == known.Entity && own.Reach == AccessReach.All)
                select known with { Actor = senior, Origin = known.Origin.And(Origin.At(reached.Source)) }).ToList();
    }

    /// <summary>The roles below, at any depth, each once.</summary>
    private static List<(string Junior, SourceSpan Source)> Below(ILookup<string, (string Senior, string Junior, SourceSpan Source)> above, string senior)
    {
        var found = new List<(string Junior, SourceSpan Source)>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { senior };
        var open = new Queue<string>([senior]);
        while (open.TryDequeue(out var name))
        {
            foreach (var pair in above[name].Where(pair => seen.Add(pair.Junior)))
            {
                found.Add((pair.Junior, pair.Source));
                open.Enqueue(pair.Junior);
            }
        }

        return found;
    }

    /// <summary>A right to everything is a right within one's tenant: it neither makes nor removes tenants, which has to be said of them.</summary>
    private static IEnumerable<EntityDraft> Entities(DomainDraft domain, EntityWords words, string resource, AccessKind kind)
    {
        var key = Naming.Snake(resource.Split("except", 2, StringSplitOptions.TrimEntries)[0]);
        return Everything.Contains(key) ? domain.Entities.All.Where(entity => entity.Name != domain.Tenancy.TenantEntity || kind is not (AccessKind.Create or AccessKind.Delete)) : words.Find(resource) is { } entity ? [entity] : [];
    }

    /// <summary>"Financial data" is what holds amounts of money; "financial reports" are made of it and are no rows.</summary>
    private static bool IsOfMoney(string resource) =>
        Naming.Words(resource) is { Count: > 1 } named && named.Contains("financial", StringComparer.Ordinal) && named.Any(word => word is "data" or "records" or "information");

    private static AccessKind? Kind(AccessVerb verb) => verb switch
    {
        AccessVerb.Create => AccessKind.Create,
        AccessVerb.Read => AccessKind.Read,
        AccessVerb.Update => AccessKind.Update,
        AccessVerb.Delete => AccessKind.Delete,
        AccessVerb.Approve => AccessKind.Approve,
        _ => null,
    };

    private static AccessReach Reach(AccessScope scope) => scope switch
    {
        AccessScope.Own => AccessReach.Own,
        AccessScope.Assigned => AccessReach.Assigned,
        _ => AccessReach.All,
    };

    /// <summary>"Draft orders" are those whose state says so; without such a state the word says nothing about rows.</summary>
    private static OneOf? IsDraft(EntityDraft entity) =>
        entity.Attributes.FirstOrDefault(attribute => attribute.Type.Values.Contains("draft", StringComparer.Ordinal)) is { } state
            ? new OneOf(Ref.To(state.Name), [Literal.String("draft")])
            : null;
}
