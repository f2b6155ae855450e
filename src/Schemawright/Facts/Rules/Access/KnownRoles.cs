using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>The roles the documents name: in lists of roles, in matrices, as values of a role attribute.</summary>
internal sealed class KnownRoles
{
    private static readonly string[] Agents = ["er", "or", "ist", "ian", "ant", "ent", "ee", "admin", "staff", "owner", "clerk", "lead", "head", "chief", "coach", "nurse", "guide", "board", "desk", "office", "team"];
    private static readonly string[] Things = ["order", "number", "user", "letter", "offer", "folder", "paper", "counter", "calendar", "vendor", "sensor", "color", "error", "document", "payment", "appointment", "assessment", "comment", "account", "event", "content", "attachment", "shipment", "parent", "customer", "student", "member"];

    private readonly HashSet<string> _roles;
    private readonly HashSet<string> _entities;

    public KnownRoles(FactCollector facts)
    {
        _roles = facts.Facts.OfType<RoleFact>().Select(role => Naming.EntityKey(role.Name)).Where(key => key.Length > 1).ToHashSet(StringComparer.Ordinal);
        foreach (var attribute in facts.Facts.OfType<AttributeFact>().Where(attribute => Naming.EntityKey(attribute.Name) is "role" or "user_role" or "user_type"))
        {
            _roles.UnionWith(attribute.Type?.Values.Select(Naming.EntityKey) ?? []);
        }

        _entities = facts.Facts.OfType<EntityFact>().Select(entity => Naming.EntityKey(entity.Name)).ToHashSet(StringComparer.Ordinal);
    }

    public bool Any => _roles.Count > 0;

    public bool IsEntity(string name) => _entities.Contains(Naming.EntityKey(name));

    public bool Contains(string name) => _roles.Contains(Naming.EntityKey(name));

    /// <summary>Whom a clause says that nobody else may: somebody's office makes a role though no list names it.</summary>
    public bool IsRole(string name, bool alone) => Contains(name) || (alone && IsOffice(name));

    private bool IsOffice(string name)
    {
        var key = Naming.EntityKey(name);
        var head = key[(key.LastIndexOf('_') + 1)..];
        return key.Length is > 3 and <= 40 && key.Count(character => character == '_') <= 2 && !_entities.Contains(key) && !Things.Contains(head, StringComparer.Ordinal)
            && Agents.Any(ending => head.EndsWith(ending, StringComparison.Ordinal));
    }
}
