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
    public static Seq<Permission> Run(DomainDraft domain, EntityWords words, AttributeWords attributes, Seq<Actor> actors)
    {
        var targets = new AccessTargets(domain, words, attributes);
        var stated = new List<(Permission Right, string Resource)>();
        var exclusive = new List<(AccessFact Fact, Permission Permission)>();
        foreach (var fact in domain.Facts.Access)
        {
            if (Kind(fact.Verb) is { } kind && ResolveActors.Find(actors, fact.Role) is { } actor)
            {
                var meant = targets.Of(fact.Resource, kind) is { Count: > 0 } named ? named : targets.OwnAttribute(fact, kind);
                if (meant.Count == 0 && targets.IsAttribute(fact.Resource))
                {
                    AskAboutAttribute(domain, fact);
                }
                else if (meant.Count == 0)
                {
                    domain.Dispositions.Add(new(fact.Source, Fate.AnsweredElsewhere, $"The right to \"{fact.Resource}\" concerns no table of its own: the application checks it.", fact.Words));
                }

                AskAboutTeam(domain, fact, actor, meant);
                var permissions = meant.Where(target => target.Attribute is null || kind != AccessKind.Read || fact.Allowed && !fact.Exclusive).Select(target => Permitted(fact, kind, actor, (targets.Asked(target.Entity, fact), target.Attribute))).ToList();
                stated.AddRange(permissions.Select(permission => (permission, fact.Resource)));
                exclusive.AddRange(fact.Exclusive ? permissions.Select(permission => (fact, permission)) : []);
            }
        }

        var found = ContradictingRights.Settle(domain, stated);
        found.AddRange(Excluded(domain, actors, exclusive));
        found.AddRange(Inherited(domain, actors, found));
        return found.GroupBy(known => (known.Actor, known.Kind, known.Entity, known.Reach, known.Allowed, known.Where, known.Attribute))
            .Select(same => same.First() with { Origin = same.Select(known => known.Origin).Aggregate((one, other) => one.And(other)) }).ToSeq();
    }

    /// <summary>A right to one attribute is a right to change it, whatever the verb: its row is neither made nor removed.</summary>
    private static Permission Permitted(AccessFact fact, AccessKind kind, Actor actor, (EntityDraft Entity, string? Attribute) target) =>
        new(actor.Name, target.Attribute is null || kind == AccessKind.Read ? kind : AccessKind.Update, target.Entity.Name, Reach(fact.Scope), fact.Allowed, fact.Words, Origin.At(fact.Source), fact.Scope == AccessScope.Draft ? IsDraft(target.Entity) : null)
        {
            Attribute = kind == AccessKind.Read ? null : target.Attribute,
        };

    /// <summary>What only some may do all others may not, but those who have the rights of these.</summary>
    private static IEnumerable<Permission> Excluded(DomainDraft domain, Seq<Actor> actors, List<(AccessFact Fact, Permission Permission)> exclusive)
    {
        var above = domain.Facts.Roles.Where(role => role.TakesOver).SelectMany(role => role.Includes.Select(below => (Senior: ResolveActors.Find(actors, role.Name)?.Name, Junior: ResolveActors.Find(actors, below)?.Name)))
            .Where(pair => pair.Senior is not null && pair.Junior is not null).Select(pair => (Senior: pair.Senior!, Junior: pair.Junior!, default(SourceSpan)!)).ToLookup(pair => pair.Senior, StringComparer.Ordinal);
        return from same in exclusive.GroupBy(pair => (pair.Permission.Entity, pair.Permission.Kind, pair.Permission.Attribute, pair.Fact.Source))
               let named = same.Select(pair => pair.Permission.Actor).ToHashSet(StringComparer.Ordinal)
               from actor in actors
               where !named.Contains(actor.Name) && !Below(above, actor.Name).Exists(pair => named.Contains(pair.Junior))
               select same.First().Permission with { Actor = actor.Name, Allowed = false, Reach = AccessReach.All, Where = null };
    }

    /// <summary>The words name attributes, but not of which entity: a right to guess at is none.</summary>
    private static void AskAboutAttribute(DomainDraft domain, AccessFact fact) =>
        domain.Findings.Ask(new(
            ClarificationId.From("right to an attribute", fact.Resource), ClarificationReason.Unclear, $"Of which entities is the “{fact.Resource}” that rights are given to?",
            ["of none: the application sees to it", "of those that a sentence of the answer names"], "No right is given or taken for it.", [fact.Source], [], 2, 3));

    /// <summary>How rows belong to a team, a branch or a region is seldom said, and one's own rows are the least of them.</summary>
    private static void AskAboutTeam(DomainDraft domain, AccessFact fact, Actor actor, IReadOnlyList<(EntityDraft Entity, string? Attribute)> meant)
    {
        if (fact.Scope == AccessScope.Team && fact.Allowed && meant.Count > 0)
        {
            var entity = meant[0].Entity.Name;
            domain.Findings.Unclear(
                "team scope", $"{actor.Name}/{entity}", $"By which columns does {entity} belong to the same group of people as a {Structure.Words.Plain(actor.Name)}?",
                [new($"by none: a {Structure.Words.Plain(actor.Name)} reaches only their own rows of {entity}", [fact.Source]), new("by a column the documents have to name", [])], $"A {Structure.Words.Plain(actor.Name)} reaches only their own rows of {entity}.", impact: 3, uncertainty: 4, affects: [entity]);
        }
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
        AccessScope.Own or AccessScope.Team => AccessReach.Own,
        AccessScope.Assigned => AccessReach.Assigned,
        _ => AccessReach.All,
    };

    /// <summary>"Draft orders" are those whose state says so; without such a state the word says nothing about rows.</summary>
    private static OneOf? IsDraft(EntityDraft entity) =>
        entity.Attributes.FirstOrDefault(attribute => attribute.Type.Values.Contains("draft", StringComparer.Ordinal)) is { } state
            ? new OneOf(Ref.To(state.Name), [Literal.String("draft")])
            : null;
}
