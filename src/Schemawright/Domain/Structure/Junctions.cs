using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts;

namespace Schemawright.Domain.Structure;

/// <summary>The entities that resolve many-to-many relationships: declared ones are recognised, others are made.</summary>
internal sealed class Junctions(DomainDraft domain)
{
    private readonly Dictionary<string, EntityDraft> _byPair = new(StringComparer.Ordinal);

    /// <summary>Finds entities that consist of references to two others and little else.</summary>
    public void Recognise()
    {
        foreach (var entity in domain.Entities.All.Where(entity => entity.Kind == EntityKind.Core))
        {
            var parents = Sides(entity);
            if (parents.Count == 2 && IsJunction(entity, parents))
            {
                entity.Kind = EntityKind.Junction;
                _byPair.TryAdd(Pair(parents[0].Parent, parents[1].Parent), entity);
            }
        }

        foreach (var entity in domain.Entities.All)
        {
            // "BoatSail" with its own data stands between boats and sails, too, whatever identifies its rows.
            var named = Sides(entity).FindAll(link => entity.Key.StartsWith(link.Parent.Key + "_", StringComparison.Ordinal) || entity.Key.EndsWith("_" + link.Parent.Key, StringComparison.Ordinal));
            if (named.Count == 2 && entity.Key.Length == named[0].Parent.Key.Length + named[1].Parent.Key.Length + 1)
            {
                _byPair.TryAdd(Pair(named[0].Parent, named[1].Parent), entity);
            }
        }
    }

    public EntityDraft? Between(EntityDraft one, EntityDraft other) => _byPair.GetValueOrDefault(Pair(one, other)) ?? Bare(one, other);

    public void Add(EntityDraft left, EntityDraft right, Origin origin, string? rightRole = null, string? label = null)
    {
        var junction = Between(left, right);
        if (junction is null)
        {
            junction = Create(left, right, origin);
        }

        junction.Kind = EntityKind.Junction;
        _byPair.TryAdd(Pair(left, right), junction);
        Connect(junction, left, left.Key, origin, label);
        Connect(junction, right, rightRole is null || rightRole == left.Key || !IsName(right, rightRole) ? left == right ? "other_" + right.Key : right.Key : rightRole, origin, label);
    }

    /// <summary>A junction without a stated key is identified by its two references.</summary>
    public void Finish()
    {
        foreach (var junction in domain.Entities.All.Where(entity => entity.Kind == EntityKind.Junction && entity.StatedPrimaryKey.Count == 0 && entity.StatedKey is null))
        {
            var links = Sides(junction);
            if (links.Count == 2)
            {
                junction.StatedPrimaryKey = [.. links.Select(link => link.Role)];
            }
        }
    }

    private static bool IsName(EntityDraft entity, string role) => entity.Aliases.Contains(Facts.Language.Naming.Pascal(role)) || entity.Key == role;

    private List<LinkDraft> Sides(EntityDraft entity) =>
        [.. domain.LinksOf(entity).Where(link => !AttributeNames.IsPerson(link.ForeignKey) && link.Parent != entity)];

    private static bool IsJunction(EntityDraft entity, List<LinkDraft> parents)
    {
        var keyed = entity.StatedPrimaryKey.Count == 2 && parents.TrueForAll(link => entity.StatedPrimaryKey.Contains(link.Role) || entity.StatedPrimaryKey.Contains(link.ForeignKey));
        var spoken = entity.Declared.Exists(fact => fact.Description is { } words && (words.Contains("junction", StringComparison.OrdinalIgnoreCase) || words.Contains("many-to-many", StringComparison.OrdinalIgnoreCase) || words.Contains("join table", StringComparison.OrdinalIgnoreCase)));
        return keyed || spoken || (parents[0].Parent != parents[1].Parent && entity.Attributes.Count <= (entity.StatedKey is null ? 1 : 0));
    }

    /// <summary>A node of a drawing that stands between the two, named after one of them (<c>CourseEnrolment</c>).</summary>
    private EntityDraft? Bare(EntityDraft one, EntityDraft other) =>
        domain.Entities.All.FirstOrDefault(entity => entity != one && entity != other && entity.Attributes.Count <= 2
            && entity.Partners.Count == 2 && Knows(entity, one) && Knows(entity, other) && (entity.Key.Contains(one.Key, StringComparison.Ordinal) || entity.Key.Contains(other.Key, StringComparison.Ordinal) || entity.HasForm(form => form is FactForm.Diagram or FactForm.Box)));

    private bool Knows(EntityDraft entity, EntityDraft partner) => entity.Partners.Any(key => domain.Entities.FindKey(key) == partner);

    private EntityDraft Create(EntityDraft left, EntityDraft right, Origin origin)
    {
        var key = left == right ? $"{left.Key}_link" : $"{left.Key}_{right.Key}";
        if (domain.Entities.FindKey(key) is { } known)
        {
            known.Made.AddRange(origin.Sources);
            return known;
        }

        var name = Facts.Language.Naming.Pascal(key);
        Side[] sides = [new($"{name}, with nothing but the two", origin.Sources), new("the name the answer gives, and \"with\" what is recorded", [])];
        var decision = origin.Decision ?? domain.Findings.Assumption(
            "junction", name, $"What do you call the pairing of {left.Name} and {right.Name}, and what is recorded with it?",
            sides, $"The many-to-many relationship is kept in {name}.", impact: 2, uncertainty: 2);
        var written = domain.Findings.Read("junction", name, sides, WrittenEntity.Read);
        var junction = written is null ? domain.Entities.Create(key) : domain.Entities.FindKey(written.Key) ?? domain.Entities.Create(written.Key);
        junction.Decision = decision;
        junction.Made.AddRange(origin.Sources);
        if (written is not null)
        {
            junction.Attributes.AddRange(written.Attributes(domain.Findings.AnswerTo(decision)!).Where(attribute => junction.Find(attribute.Name) is null));
        }

        return junction;
    }

    private void Connect(EntityDraft junction, EntityDraft parent, string role, Origin origin, string? label)
    {
        var link = domain.Links.Find(link => link.Child == junction && link.Parent == parent && (link.Role == role || link.StatedByAttribute))
            ?? domain.Links.Find(link => link.Child == junction && link.Parent == parent && link.Role == role);
        if (link is null)
        {
            link = new LinkDraft(parent, junction, role, role + "_id") { Required = true, OnDelete = DeleteRule.Cascade };
            domain.Links.Add(link);
        }

        link.Identifying = true;
        link.Label ??= label;
        link.Sources.AddRange(origin.Sources);
    }

    private static string Pair(EntityDraft one, EntityDraft other) =>
        string.CompareOrdinal(one.Key, other.Key) < 0 ? $"{one.Key}|{other.Key}" : $"{other.Key}|{one.Key}";
}
