using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Structure;
using Schemawright.Facts;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Makes the actors of the roles that documents name and of the values of the people's role attribute.</summary>
internal static class ResolveActors
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "user", "public", "none", "current_user", "session_user", "system_user", "postgres", "role", "group" };

    public static Seq<Actor> Run(DomainDraft domain)
    {
        var actors = new List<Actor>();
        if (domain.User is { } user)
        {
            AddRoleAttribute(domain, user);
            foreach (var attribute in user.Attributes.Where(attribute => ResolveRoles.IsRoleAttribute(attribute.Name)))
            {
                actors.AddRange(attribute.Type.Values.Select(value => new Actor(Name(value), "", value, attribute.Origin)));
            }

            foreach (var attribute in RolesOfMembers(domain, user))
            {
                actors.AddRange(attribute.Type.Values.Select(value => new Actor(Name(value), "", null, attribute.Origin)));
            }
        }

        foreach (var role in domain.Facts.Roles)
        {
            Add(actors, role);
        }

        return actors.DistinctBy(actor => actor.Name, StringComparer.Ordinal).ToSeq();
    }

    /// <summary>The actor a phrase names, by its value or name, in full or abbreviated.</summary>
    public static Actor? Find(Seq<Actor> actors, string role)
    {
        var name = Facts.Language.Naming.EntityKey(role);
        return actors.FirstOrDefault(actor => actor.Name == Name(name)) ?? actors.FirstOrDefault(actor => RoleSets.IsAbbreviation(actor.RoleValue ?? actor.Name, name));
    }

    private static void Add(List<Actor> actors, RoleFact role)
    {
        var name = Facts.Language.Naming.EntityKey(role.Name);
        if (name.Length is 0 or > 50)
        {
            return;
        }

        var known = actors.FindIndex(actor => RoleSets.IsAbbreviation(actor.RoleValue ?? actor.Name, name));
        if (known < 0)
        {
            actors.Add(new(Name(name), role.Description ?? "", null, Origin.At(role.Source)));
            return;
        }

        var actor = actors[known];
        actors[known] = actor with { Description = actor.Description.Length > 0 ? actor.Description : role.Description ?? "", Origin = actor.Origin.And(Origin.At(role.Source)) };
    }

    /// <summary>Roles that people have only within something, such as a membership.</summary>
    private static IEnumerable<EntityAttribute> RolesOfMembers(DomainDraft domain, EntityDraft user) =>
        domain.Links.Where(link => link.Parent == user).SelectMany(link => link.Child.Attributes)
            .Where(attribute => ResolveRoles.IsRoleAttribute(attribute.Name) && attribute.Type.Values.Count > 0);

    /// <summary>People with roles need an attribute that says which, when the documents give them none.</summary>
    private static void AddRoleAttribute(DomainDraft domain, EntityDraft user)
    {
        var roles = domain.Facts.Roles.DistinctBy(role => Facts.Language.Naming.EntityKey(role.Name), StringComparer.Ordinal).ToList();
        if (roles.Count < 2 || user.Attributes.Exists(attribute => ResolveRoles.IsRoleAttribute(attribute.Name)) || RolesOfMembers(domain, user).Any() || domain.Entities.FindKey("role") is not null || domain.Entities.FindKey("user_role") is not null)
        {
            return;
        }

        var sources = roles.Select(role => role.Source).Distinct().Order().ToSeq();
        var values = ValueSets.Normal(roles.Select(role => Facts.Language.Naming.EntityKey(role.Name)).ToSeq());
        Side[] sides = [new("yes, one role each", sources), new("no, one may hold several roles", [])];
        var id = domain.Findings.Assumption(
            "role attribute", user.Name, $"Does each {user.Name} have exactly one of the roles {Words.List([.. values])}?",
            sides, $"{user.Name} has an attribute role with these values.", impact: 2, uncertainty: 2, affects: [$"{user.Name}.role"]);
        var several = domain.Findings.Declined("role attribute", user.Name, sides);
        user.Attributes.Add(new(several ? "roles" : "role", new DataType(DataKind.Enumeration, Values: values, IsArray: several), Required: true, new Origin(sources, id)));
    }

    private static string Name(string value)
    {
        var name = Facts.Language.Naming.Snake(value);
        return Reserved.Contains(name) || name.StartsWith("pg_", StringComparison.Ordinal) ? "app_" + name : name;
    }
}
