using Schemawright.Domain.Merging;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

internal enum LineKind { OneToMany, OneToOne, ManyToMany, Unknown }

/// <summary>One place's statement about a pair of entities, the parent first where it has one.</summary>
/// <param name="Parent">The one side; for one-to-one and many-to-many the left side.</param>
/// <param name="ParentName">The key of the name used there for the parent: a role's name, perhaps.</param>
/// <param name="ParentNeeded">Every child has a parent; null when not said.</param>
internal sealed record Line(
    LineKind Kind, EntityDraft Parent, EntityDraft Child, string ParentName, string ChildName, bool? ParentNeeded, bool? ChildNeeded, RelationshipFact Fact)
{
    private static readonly string[] ManyVerbs = ["participat", "enrol", "attend", "assigned", "use", "tagged", "member", "share", "follow", "collaborat"];

    public string PairKey => string.CompareOrdinal(Parent.Key, Child.Key) < 0 ? $"{Parent.Key}|{Child.Key}" : $"{Child.Key}|{Parent.Key}";

    public int Strength => Merging.Strength.Of(Fact.Form, Fact.Document);

    public static Line Of(RelationshipFact fact, EntityDraft from, EntityDraft to, string fromName, string toName)
    {
        var kind = KindOf(fact);
        var fromIsChild = (kind == LineKind.OneToMany && (fact.FromCardinality?.IsMany ?? (fact.ToCardinality is { IsMany: false }))) || IsLesserHalf(fact);
        var child = fromIsChild ? from : to;
        var line = fromIsChild
            ? new Line(kind, to, from, toName, fromName, Needed(fact.ToCardinality), Needed(fact.FromCardinality), fact)
            : new Line(kind, from, to, fromName, toName, Needed(fact.FromCardinality), Needed(fact.ToCardinality), fact);
        return kind == LineKind.OneToMany && HappensAtMostOnce(fact, child) ? line with { ParentNeeded = false } : line;
    }

    /// <summary>"A crate holds many bottles; each bottle is packed at most once": a bottle may be in no crate.</summary>
    private static bool HappensAtMostOnce(RelationshipFact fact, EntityDraft child) =>
        fact.Words.Holds("at most once") && (fact.Words.Holds($"each {Words.Plain(child.Key)}") || fact.Words.Holds($"every {Words.Plain(child.Key)}") || fact.Words.Holds($"a {Words.Plain(child.Key)}"));

    /// <summary>A receipt needs its donation, a donation no receipt: the half that cannot be without the other refers to it.</summary>
    private static bool IsLesserHalf(RelationshipFact fact) => fact is { FromCardinality: { IsMany: false, Min: 0 }, ToCardinality: { IsMany: false, Min: > 0 } };

    private static LineKind KindOf(RelationshipFact fact) => (fact.FromCardinality, fact.ToCardinality) switch
    {
        ({ IsMany: true }, { IsMany: true }) => LineKind.ManyToMany,
        ({ IsMany: false }, { IsMany: false }) => LineKind.OneToOne,
        (null, null) => LineKind.Unknown,
        (null, { IsMany: true }) => ByVerb(fact),
        ({ IsMany: true }, null) => LineKind.OneToMany,
        _ => LineKind.OneToMany,
    };

    private static LineKind ByVerb(RelationshipFact fact) =>
        fact.Label is { } label && ManyVerbs.Any(verb => label.Contains(verb, StringComparison.OrdinalIgnoreCase)) ? LineKind.ManyToMany : LineKind.OneToMany;

    private static bool? Needed(Cardinality? cardinality) => cardinality is null ? null : cardinality.Value.Min > 0;
}
