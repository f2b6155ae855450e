using Schemawright.Collections;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Tests.Gold;

/// <summary>Entities, attributes, types and keys of a product against its gold.</summary>
internal sealed class StructureScore(ProductPairs pairs, IReadOnlySet<string> junctions)
{
    /// <summary>What the model has of every row without being told.</summary>
    private static readonly string[] Technical = ["id", "created_at", "updated_at", "deleted_at"];

    private readonly List<string> _details = [];

    public Seq<string> Details => _details.ToSeq();

    public Seq<string> InventedEntities => pairs.Read.Entities
        .Where(entity => pairs.GoldOf(entity.Name) is null && !junctions.Contains(entity.Name)).Select(entity => entity.Name).ToSeq();

    public Tally Entities()
    {
        var demanded = pairs.Gold.Entities.Where(entity => !entity.Optional).ToList();
        var missed = demanded.Where(entity => pairs.ReadOf(entity.Name) is null).ToList();
        _details.AddRange(missed.Select(entity => $"missed table {entity.Name}"));
        _details.AddRange(InventedEntities.Select(entity => $"invented table {entity}"));
        var found = demanded.Count - missed.Count;
        return new(found, demanded.Count, found + InventedEntities.Count);
    }

    public Tally Attributes() => pairs.Gold.Entities.Aggregate(default(Tally), (sum, entity) => sum + AttributesOf(entity));

    /// <summary>The types of the attributes found.</summary>
    public Tally Types()
    {
        var typed = pairs.Gold.Attributes.Where(attribute => pairs.ReadOf(attribute) is not null && (attribute.Refers is not null || attribute.Kinds.Count > 0)).ToList();
        var wrong = typed.Where(attribute => !HasType(attribute)).ToList();
        _details.AddRange(wrong.Select(attribute => $"wrong type {attribute.Entity}.{attribute.Name}: {TypeOf(attribute)}"));
        return new(typed.Count - wrong.Count, typed.Count, typed.Count);
    }

    public Tally Keys()
    {
        var wanted = pairs.Gold.Keys.Select(key => KeyText(key.Entity, WithoutTenant(pairs.ReadOf(key.Entity), [.. key.Attributes.Select(name => ReadName(key.Entity, name))]))).ToList();
        var given = pairs.Read.Entities.Where(entity => pairs.GoldOf(entity.Name) is { Optional: false })
            .SelectMany(entity => KeysOf(entity).Select(key => KeyText(pairs.GoldOf(entity.Name)!.Name, WithoutTenant(entity, [.. key])))).Distinct(StringComparer.Ordinal).ToList();
        _details.AddRange(wanted.Except(given, StringComparer.Ordinal).Select(key => $"missed key {key}"));
        _details.AddRange(given.Except(wanted, StringComparer.Ordinal).Select(key => $"invented key {key}"));
        return new(wanted.Intersect(given, StringComparer.Ordinal).Count(), wanted.Count, given.Count);
    }

    /// <summary>A key with a reference to something of the tenant's says the tenant already.</summary>
    private List<string> WithoutTenant(Entity? entity, List<string> key)
    {
        var links = entity is null ? [] : pairs.Read.ParentsOf(entity.Name).Where(link => key.Contains(link.ForeignKey, StringComparer.Ordinal)).ToList();
        var tenant = links.Find(link => link.Parent == pairs.Read.Tenancy.TenantEntity);
        return tenant is null || links.Count < 2 ? key : [.. key.Where(name => name != tenant.ForeignKey)];
    }

    private Tally AttributesOf(GoldEntity entity)
    {
        var demanded = pairs.Gold.Of(entity.Name).Where(attribute => !attribute.Optional && !Technical.Contains(attribute.Name, StringComparer.Ordinal)).ToList();
        var read = pairs.ReadOf(entity.Name);
        if (read is null || entity.Optional)
        {
            return new(0, entity.Optional ? 0 : demanded.Count, 0);
        }

        var known = pairs.Gold.Of(entity.Name).Select(pairs.ReadOf).ToHashSet(StringComparer.Ordinal);
        var invented = pairs.AttributesOf(read).Where(name => !known.Contains(name) && !Technical.Contains(name, StringComparer.Ordinal)).ToList();
        var missed = demanded.Where(attribute => pairs.ReadOf(attribute) is null).ToList();
        _details.AddRange(missed.Select(attribute => $"missed attribute {entity.Name}.{attribute.Name}"));
        _details.AddRange(invented.Select(name => $"invented attribute {entity.Name}.{name}"));
        return new(demanded.Count - missed.Count, demanded.Count, demanded.Count - missed.Count + invented.Count);
    }

    private bool HasType(GoldAttribute attribute)
    {
        var type = TypeOf(attribute);
        return attribute.Refers is null ? attribute.Kinds.Contains(type, StringComparer.Ordinal) : type == $"reference {attribute.Refers}";
    }

    private string TypeOf(GoldAttribute attribute)
    {
        var entity = pairs.ReadOf(attribute.Entity)!;
        var name = pairs.ReadOf(attribute)!;
        var link = pairs.Read.ParentsOf(entity.Name).FirstOrDefault(link => link.ForeignKey == name);
        return link is null ? entity.Find(name)!.Type.Kind.ToString() : $"reference {pairs.GoldOf(link.Parent)?.Name ?? link.Parent}";
    }

    private IEnumerable<IEnumerable<string>> KeysOf(Entity entity)
    {
        string ForeignKey(string name) => pairs.Read.ParentsOf(entity.Name).FirstOrDefault(link => link.Role == name)?.ForeignKey ?? name;
        var tenant = pairs.Read.ParentsOf(entity.Name).FirstOrDefault(link => link.Parent == pairs.Read.Tenancy.TenantEntity)?.ForeignKey;
        var natural = entity.Keys.Select(key => key.Attributes.Select(ForeignKey).Concat(key.Global || tenant is null ? [] : [tenant]));
        var primary = entity.StatedPrimaryKey.Count > 0 ? [entity.StatedPrimaryKey.Select(ForeignKey)] : Array.Empty<IEnumerable<string>>();
        return natural.Concat(primary).Select(key => key.Distinct(StringComparer.Ordinal)).Where(key => !key.SequenceEqual(["id"]));
    }

    private string ReadName(string entity, string name)
    {
        var attribute = pairs.Gold.Of(entity).FirstOrDefault(known => known.Names.Contains(name, StringComparer.Ordinal));
        return attribute is null ? name : pairs.ReadOf(attribute) ?? name;
    }

    private static string KeyText(string entity, IEnumerable<string> attributes) => $"{entity} ({string.Join(", ", attributes.Order(StringComparer.Ordinal))})";
}
