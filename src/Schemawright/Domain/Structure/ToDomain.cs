using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>Turns the merged drafts into the final entities and relationships.</summary>
internal static class ToDomain
{
    public static Seq<Entity> Entities(DomainDraft domain) => domain.Entities.All.Select(Entity).ToSeq();

    public static Seq<Relationship> Relationships(DomainDraft domain) =>
        domain.Entities.All.SelectMany(entity => domain.LinksOf(entity)).Select(Relationship).ToSeq();

    private static Entity Entity(EntityDraft draft) => new(draft.Name, Naming.Table(draft.Key), draft.Kind, Description(draft), draft.Origin)
    {
        Attributes = draft.Attributes.ToSeq(),
        Keys = draft.Keys.ToSeq(),
        Aliases = draft.Aliases.Where(alias => alias != draft.Name).ToSeq(),
        StatedKey = draft.StatedKey,
        StatedPrimaryKey = draft.StatedPrimaryKey.ToSeq(),
    };

    private static string Description(EntityDraft draft) =>
        draft.Declared.Select(fact => fact.Description).Where(words => !string.IsNullOrWhiteSpace(words)).OrderByDescending(words => words!.Length).FirstOrDefault()
        ?? (draft.Kind == EntityKind.Junction ? "Pairs the two it refers to." : Words.Capital($"{Words.Article(draft.Key)}."));

    private static Relationship Relationship(LinkDraft link) => new(
        link.Parent.Name, link.Child.Name, link.Role, link.ForeignKey,
        link.Required == true ? Cardinality.ExactlyOne : Cardinality.ZeroOrOne,
        new Cardinality(link.ParentNeedsChild ? 1 : 0, link.Unique ? 1 : null),
        link.OnDelete ?? DeleteRule.Restrict, link.Identifying, link.Label ?? "has",
        new Origin(link.Sources.Distinct().Order().ToSeq(), link.Decision));
}
