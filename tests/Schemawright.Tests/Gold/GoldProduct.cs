using System.Text.RegularExpressions;
using Schemawright.Collections;

namespace Schemawright.Tests.Gold;

/// <param name="Optional">Sound, but not demanded: its absence is no miss, its presence no invention.</param>
internal sealed record GoldEntity(Seq<string> Names, bool Optional)
{
    public string Name => Names[0];
}

/// <param name="Kinds">The types it may have; empty when the gold does not say.</param>
/// <param name="Refers">The entity it refers to, by its first name; null when it is a value.</param>
internal sealed record GoldAttribute(string Entity, Seq<string> Names, bool Optional, Seq<string> Kinds, Seq<string> Values, string? Refers)
{
    public string Name => Names[0];

    public bool Is(string name) => Names.Any(known => Spelling.Key(known) == Spelling.Key(name));
}

internal sealed record GoldKey(string Entity, Seq<string> Attributes);

/// <param name="LeftSides">How many Left go with one Right: 0..1, 1, n or 1..n, each way that is right.</param>
internal sealed record GoldRelationship(string Left, Seq<string> LeftSides, Seq<string> RightSides, string Right);

internal sealed record GoldTransition(string Entity, string Attribute, string From, string To);

/// <param name="Entities">The entities whose rows the statement may be about.</param>
/// <param name="Demand">In the gold's own short notation; it names the attributes concerned.</param>
internal sealed record GoldRule(string Document, int Line, int EndLine, bool Optional, Seq<string> Entities, string Demand)
{
    private static readonly string[] Comparisons = ["<", ">", "="];

    /// <summary>True when no attribute or key alone can hold it: it compares something.</summary>
    public bool Compares => Comparisons.Any(sign => Demand.Contains(sign, StringComparison.Ordinal));
}

/// <summary>What a careful architect extracts from a product's documents: tests/gold/README.md describes how it is written.</summary>
internal sealed record GoldProduct(
    Seq<GoldEntity> Entities, Seq<GoldAttribute> Attributes, Seq<GoldKey> Keys, Seq<GoldRelationship> Relationships, Seq<GoldTransition> Transitions, Seq<GoldRule> Rules)
{
    public GoldEntity? Find(string name) => Entities.FirstOrDefault(entity => entity.Names.Any(known => Spelling.Key(known) == Spelling.Key(name)));

    public IEnumerable<GoldAttribute> Of(string entity) => Attributes.Where(attribute => attribute.Entity == entity);

    /// <summary>
    /// The attributes a rule's demand names, each with those that would do as well (<c>file_format|file_url</c>): <c>Entity.attribute</c>, or an
    /// attribute of the rule's entity, of entities it names, of entities its references lead to.
    /// </summary>
    public Seq<Seq<GoldAttribute>> NamedBy(GoldRule rule, string entity)
    {
        var words = Regex.Matches(rule.Demand, @"[A-Za-z_][A-Za-z0-9_]*([.|][A-Za-z_][A-Za-z0-9_]*)*", RegexOptions.NonBacktracking)
            .Select(match => match.Value.Split('|')).DistinctBy(names => string.Join('|', names), StringComparer.Ordinal).ToList();
        var own = words.SelectMany(names => names).SelectMany(word => Named(entity, word)).ToList();
        var others = words.SelectMany(names => names).Select(Find).Concat(own.Where(attribute => attribute.Refers is not null).Select(attribute => Find(attribute.Refers!)))
            .OfType<GoldEntity>().Select(known => known.Name).Prepend(entity).Distinct(StringComparer.Ordinal).ToList();
        return words.Select(names => names.SelectMany(word => Named(word, others)).ToSeq()).Where(group => group.Count > 0).ToSeq();
    }

    /// <summary>The attribute of the first entity that has it.</summary>
    private IEnumerable<GoldAttribute> Named(string word, IEnumerable<string> entities)
    {
        var parts = word.Split('.');
        return parts.Length == 2 && Find(parts[0]) is { } owner
            ? Named(owner.Name, parts[1])
            : entities.Select(entity => Named(entity, word).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private IEnumerable<GoldAttribute> Named(string entity, string word) => Of(entity).Where(attribute => attribute.Is(word));
}
