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
    /// The attributes a rule's demand names: <c>Entity.attribute</c>, or an attribute of the rule's entity, of entities it names, of
    /// entities its references lead to.
    /// </summary>
    public Seq<GoldAttribute> NamedBy(GoldRule rule, string entity)
    {
        var words = Regex.Matches(rule.Demand, "[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?", RegexOptions.NonBacktracking).Select(match => match.Value.Split('.')).ToList();
        var full = words.Where(word => word.Length == 2 && Find(word[0]) is not null).SelectMany(word => Named(Find(word[0])!.Name, [word[1]])).ToList();
        var plain = words.Where(word => word.Length == 1).Select(word => word[0]).Distinct(StringComparer.Ordinal).ToList();
        var own = Named(entity, plain).ToList();
        var others = plain.Select(Find).Concat(own.Where(attribute => attribute.Refers is not null).Select(attribute => Find(attribute.Refers!)))
            .OfType<GoldEntity>().Select(known => known.Name).Where(name => name != entity).Distinct(StringComparer.Ordinal);
        var left = plain.Where(word => !own.Exists(attribute => Is(attribute, word))).ToList();
        return full.Concat(own).Concat(others.SelectMany(other => Named(other, left))).Distinct().ToSeq();
    }

    private IEnumerable<GoldAttribute> Named(string entity, List<string> words) => Of(entity).Where(attribute => words.Exists(word => Is(attribute, word)));

    private static bool Is(GoldAttribute attribute, string word) => attribute.Names.Any(name => Spelling.Key(name) == Spelling.Key(word));
}
