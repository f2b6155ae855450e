using Schemawright.Collections;
using Schemawright.Domain;

namespace Schemawright.Tests.Gold;

/// <summary>Which entity and attribute of the compiler stands for which of the gold.</summary>
internal sealed class ProductPairs
{
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Entity, string Attribute), string> _attributes = [];

    public ProductPairs(GoldProduct gold, DomainModel read)
    {
        Gold = gold;
        Read = read;
        var pairs = Pairing.Of([.. gold.Entities.Select(entity => entity.Names)], [.. read.Entities.Select(entity => entity.Name)]);
        foreach (var (entity, at) in gold.Entities.Zip(pairs).Where(pair => pair.Second >= 0))
        {
            _entities[entity.Name] = read.Entities[at];
            PairAttributes(entity, read.Entities[at]);
        }
    }

    public GoldProduct Gold { get; }

    public DomainModel Read { get; }

    public Entity? ReadOf(string gold) => _entities.GetValueOrDefault(gold);

    public GoldEntity? GoldOf(string read) => Gold.Entities.FirstOrDefault(entity => ReadOf(entity.Name)?.Name == read);

    /// <summary>The compiler's name of a gold attribute; a reference by its foreign key.</summary>
    public string? ReadOf(GoldAttribute attribute) => _attributes.GetValueOrDefault((attribute.Entity, attribute.Name));

    /// <summary>The attributes of an entity, its foreign keys among them.</summary>
    public Seq<string> AttributesOf(Entity entity) =>
        Read.ParentsOf(entity.Name).Select(link => link.ForeignKey).Concat(entity.Attributes.Select(attribute => attribute.Name)).Distinct(StringComparer.Ordinal).ToSeq();

    private void PairAttributes(GoldEntity entity, Entity read)
    {
        var given = AttributesOf(read);
        var attributes = Gold.Of(entity.Name).ToList();
        var pairs = Pairing.Of([.. attributes.Select(attribute => attribute.Names)], given, [.. entity.Names, read.Name]);
        foreach (var (attribute, at) in attributes.Zip(pairs).Where(pair => pair.Second >= 0))
        {
            _attributes[(entity.Name, attribute.Name)] = given[at];
        }
    }
}
