using Schemawright.Collections;
using Schemawright.Domain.Merging;

namespace Schemawright.Domain.Structure;

/// <summary>
/// Finds references that one document names by a person's role (<c>reviewer_id</c>) and another by the entity
/// (<c>member_id</c>), and keeps them as one, asking.
/// </summary>
internal static class SameReference
{
    public static void Merge(DomainDraft domain, EntityDraft entity)
    {
        JoinNames(domain, entity);
        foreach (var generic in domain.Links.FindAll(link => link.Child == entity && link.Role == link.Parent.Key))
        {
            var byRole = domain.Links.FindAll(link => link != generic && link.Child == entity && link.Parent == generic.Parent
                && domain.RoleHolders.GetValueOrDefault(link.Role) == generic.Parent && !link.Sources.Any(source => generic.Sources.Exists(other => other.Document == source.Document)));
            if (byRole is [var role])
            {
                Join(domain, role.Strength > generic.Strength ? role : generic, role.Strength > generic.Strength ? generic : role);
            }
        }
    }

    /// <summary><c>pet_id</c> here and <c>animal_id</c> there are one when a document says that both are names of the thing.</summary>
    private static void JoinNames(DomainDraft domain, EntityDraft entity)
    {
        foreach (var own in domain.Links.FindAll(link => link.Child == entity && link.Role == link.Parent.Key))
        {
            foreach (var other in domain.Links.FindAll(link => link != own && link.Child == entity && link.Parent == own.Parent && IsName(domain, link) && !SharePlace(link, own)))
            {
                Absorb(domain, own, other);
            }
        }
    }

    /// <summary>Another name of the parent, and no role that one of its rows may have.</summary>
    private static bool IsName(DomainDraft domain, LinkDraft link) =>
        link.Parent.Aliases.Contains(Facts.Language.Naming.Pascal(link.Role)) && !domain.RoleHolders.ContainsKey(link.Role) && !AttributeNames.IsPerson(link.ForeignKey);

    private static bool SharePlace(LinkDraft one, LinkDraft other) => one.Sources.Exists(source => other.Sources.Exists(known => known.Document == source.Document));

    private static void Absorb(DomainDraft domain, LinkDraft kept, LinkDraft dropped)
    {
        kept.Sources.AddRange(dropped.Sources);
        kept.Required = kept.Strength >= dropped.Strength ? kept.Required ?? dropped.Required : dropped.Required ?? kept.Required;
        kept.Deletions.AddRange(dropped.Deletions);
        kept.Unique |= dropped.Unique;
        domain.Links.Remove(dropped);
    }

    private static void Join(DomainDraft domain, LinkDraft kept, LinkDraft dropped)
    {
        Side[] sides = [new($"yes, kept as {kept.ForeignKey}", kept.Sources.ToSeq()), new("no, they are two different references", dropped.Sources.ToSeq())];
        domain.Findings.Assumption(
            "same reference", kept.Path, $"Do {kept.ForeignKey} and {dropped.ForeignKey} of {kept.Child.Name} name the same {kept.Parent.Name}?", sides,
            $"They are one reference, {kept.ForeignKey}.", impact: 2, uncertainty: 2);
        if (domain.Findings.Declined("same reference", kept.Path, sides))
        {
            return;
        }

        kept.Sources.AddRange(dropped.Sources);
        kept.Required ??= dropped.Required;
        domain.Links.Remove(dropped);
    }
}
