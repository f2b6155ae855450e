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
        var found = new List<Permission>();
        foreach (var fact in domain.Facts.Access)
        {
            if (Kind(fact.Verb) is { } kind && ResolveActors.Find(actors, fact.Role) is { } actor)
            {
                var entities = Entities(domain, words, fact.Resource).ToList();
                if (entities.Count == 0)
                {
                    domain.Dispositions.Add(new(fact.Source, Fate.AnsweredElsewhere, $"The right to \"{fact.Resource}\" concerns no table of its own: the application checks it.", fact.Words));
                }

                found.AddRange(entities.Select(entity => new Permission(actor.Name, kind, entity.Name, Reach(fact.Scope), fact.Allowed, fact.Words, Origin.At(fact.Source), fact.Scope == AccessScope.Draft ? IsDraft(entity) : null)));
            }
        }

        return found.GroupBy(known => (known.Actor, known.Kind, known.Entity, known.Reach, known.Allowed, known.Where))
            .Select(same => same.First() with { Origin = same.Select(known => known.Origin).Aggregate((one, other) => one.And(other)) }).ToSeq();
    }

    private static IEnumerable<EntityDraft> Entities(DomainDraft domain, EntityWords words, string resource)
    {
        var key = Naming.Snake(resource.Split("except", 2, StringSplitOptions.TrimEntries)[0]);
        return Everything.Contains(key) ? domain.Entities.All : words.Find(resource) is { } entity ? [entity] : [];
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
