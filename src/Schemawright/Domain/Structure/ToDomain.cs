using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>Turns the merged drafts into the final entities and relationships.</summary>
internal static class ToDomain
{
    public static Seq<Entity> Entities(DomainDraft domain)
    {
        var parents = domain.Links.ToLookup(link => link.Child);
        return domain.Entities.All.Select(draft => Entity(draft, [.. parents[draft]])).ToSeq();
    }

    public static Seq<Relationship> Relationships(DomainDraft domain) =>
        domain.Links.ToLookup(link => link.Child) is var links ? domain.Entities.All.SelectMany(entity => links[entity]).Select(Relationship).ToSeq() : [];

    private static Entity Entity(EntityDraft draft, IReadOnlyList<LinkDraft> parents) => new(draft.Name, Naming.Table(draft.Key), draft.Kind, Description(draft, parents), draft.Origin)
    {
        Attributes = draft.Attributes.ToSeq(),
        Keys = draft.Keys.ToSeq(),
        Aliases = draft.Aliases.Where(alias => alias != draft.Name).ToSeq(),
        StatedKey = draft.StatedKey,
        StatedPrimaryKey = draft.StatedPrimaryKey.ToSeq(),
    };

    private static string Description(EntityDraft draft, IReadOnlyList<LinkDraft> parents) =>
        draft.Declared.Select(fact => fact.Description).Where(words => !string.IsNullOrWhiteSpace(words)).OrderByDescending(words => words!.Length).FirstOrDefault()
        ?? FromParents(draft, [.. parents.Where(link => !AttributeNames.IsPerson(link.ForeignKey) && link.Parent != draft).Select(link => Words.Plain(link.Role)).Distinct(StringComparer.Ordinal)]);

    /// <summary>"A booking of a guest and a room."</summary>
    private static string FromParents(EntityDraft draft, IReadOnlyList<string> parents) =>
        draft.Kind == EntityKind.Junction && parents.Count == 2 ? Words.Capital($"{Words.Article(draft.Key)}: pairs {Words.Article(parents[0])} with {Words.Article(parents[1])}.")
        : parents.Count is > 0 and <= 3 ? Words.Capital($"{Words.Article(draft.Key)} of {Words.List([.. parents.Select(Words.Article)])}.")
        : Words.Capital($"{Words.Article(draft.Key)}.");

    private static Relationship Relationship(LinkDraft link) => new(
        link.Parent.Name, link.Child.Name, link.Role, link.ForeignKey,
        link.Required == true ? Cardinality.ExactlyOne : Cardinality.ZeroOrOne,
        new Cardinality(link.ParentNeedsChild ? 1 : 0, link.Unique ? 1 : null),
        link.OnDelete ?? DeleteRule.Restrict, link.Identifying, link.Label ?? "has",
        new Origin(link.Sources.Distinct().Order().ToSeq(), link.Decision))
    {
        DeletionStated = link.Deletions.Count > 0,
    };
}
