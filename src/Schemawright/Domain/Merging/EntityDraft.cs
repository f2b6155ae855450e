using Schemawright.Diagnostics;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Merging;

/// <summary>Everything the documents say of one thing while it is being merged.</summary>
internal sealed class EntityDraft(string key)
{
    public string Key { get; } = key;

    public string Name => Naming.Pascal(Key);

    public List<EntityFact> Declared { get; } = [];

    public List<AttributeFact> Stated { get; } = [];

    public List<KeyFact> StatedKeys { get; } = [];

    public List<RelationshipFact> Mentions { get; } = [];

    /// <summary>Other names the documents use, as PascalCase.</summary>
    public SortedSet<string> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>The keys of things that attributes of this one point at.</summary>
    public HashSet<string> Partners { get; } = new(StringComparer.Ordinal);

    /// <summary>The places that imply it without declaring it.</summary>
    public List<SourceSpan> Made { get; } = [];

    public EntityKind Kind { get; set; } = EntityKind.Core;

    public List<EntityAttribute> Attributes { get; } = [];

    public List<NaturalKey> Keys { get; } = [];

    public DataKind? StatedKey { get; set; }

    public List<string> StatedPrimaryKey { get; set; } = [];

    /// <summary>The clarification that made it, when the documents imply it without declaring it.</summary>
    public string? Decision { get; set; }

    public IEnumerable<SourceSpan> Sources =>
        Declared.Count > 0 ? Declared.Select(fact => fact.Source)
        : Stated.Count > 0 ? Stated.Select(fact => fact.Source)
        : Made.Concat(Mentions.Select(fact => fact.Source));

    public Origin Origin => new(Collections.Seq.ToSeq(Sources.Distinct().Order()), Decision);

    public bool HasForm(Func<FactForm, bool> form) => Declared.Exists(fact => form(fact.Form)) || Stated.Exists(fact => form(fact.Form));

    public bool IsWeak => Declared.Count > 0 && Declared.TrueForAll(fact => fact.Weak);

    public EntityAttribute? Find(string attribute) =>
        Attributes.Find(known => string.Equals(known.Name, attribute, StringComparison.Ordinal));

    public void Replace(EntityAttribute attribute)
    {
        var index = Attributes.FindIndex(known => string.Equals(known.Name, attribute.Name, StringComparison.Ordinal));
        if (index < 0)
        {
            Attributes.Add(attribute);
        }
        else
        {
            Attributes[index] = attribute;
        }
    }
}
