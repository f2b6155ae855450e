using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>
/// What the documents say of children when their parent is deleted also holds where deleting only marks: the deletion is refused, or
/// takes them along, and no live row stands below a deleted one.
/// </summary>
internal sealed class LiveParents(DataDesign design, ObjectNames names)
{
    /// <summary>Rows deleted with their parent come back with it, so they are marked as well.</summary>
    public static DataDesign Mark(DataDesign design)
    {
        var choices = new List<Decision>();
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var (parent, child, link) in Links(design, DeleteRule.Cascade).Where(pair => !pair.Child.SoftDelete))
            {
                grew = true;
                var need = $"Rows of {child.Name} are deleted with their {LayOutTables.Words(parent.Entity!)}, which only marks its own.";
                design = design.EachTable(table => table.Name == child.Name ? SoftDeletion.AddTo(table, link.Origin, need, choices) : table);
            }
        }

        return design.Decide(choices);
    }

    public DataDesign Apply()
    {
        var refused = Links(design, DeleteRule.Restrict).ToList();
        var taken = Links(design, DeleteRule.Cascade).ToList();
        return design.EachTable(table => table with
        {
            RowRules =
            [
                .. table.RowRules,
                .. refused.Concat(taken).Where(pair => pair.Child.Name == table.Name).Select(pair => Below(pair.Parent, table, pair.Link)),
                .. refused.Where(pair => pair.Parent.Name == table.Name).Select(pair => Refused(table, pair.Child, pair.Link)),
            ],
            DeletedAlong = [.. taken.Where(pair => pair.Parent.Name == table.Name).Select(pair => Along(table, pair.Child, pair.Link))],
        });
    }

    private static IEnumerable<(TableDesign Parent, TableDesign Child, Relationship Link)> Links(DataDesign design, DeleteRule rule) =>
        (from link in design.Domain.Relationships
         where link.DeletionStated && link.OnDelete == rule
         let parent = design.OfEntity(link.Parent)
         let child = design.OfEntity(link.Child)
         where parent is { SoftDelete: true } && child is { Kind: not TableKind.Junction }
         select (parent, child, link)).ToList();

    private RowRuleDesign Below(TableDesign parent, TableDesign child, Relationship link)
    {
        Seq<string> moved = child.SoftDelete ? [Column(link), SoftDeletion.Column] : [Column(link)];
        var live = SoftDeletion.LiveRowsOf(child);
        return new(names.Claim(child.Name, [link.Role, "live"], "rule"), true, moved, false, live, new Not(new IsPresent(new Ref([link.Role, SoftDeletion.Column]))), null,
            $"A row of {child.Name} stands below a {LayOutTables.Words(parent.Entity!)} that is not deleted.", link.Origin);
    }

    private RowRuleDesign Refused(TableDesign parent, TableDesign child, Relationship link) => new(
        names.Claim(parent.Name, ["without", child.Name], "rule"), false, [SoftDeletion.Column], false, new IsPresent(Ref.To(SoftDeletion.Column)),
        new Compare(CompareOp.Equal, new Aggregate(AggregateKind.Count, child.Entity!, link.Role, null, null), Literal.Number(0)), null,
        $"A row of {parent.Name} cannot be deleted while {child.Name} refer to it.", link.Origin);

    private DeletedAlongDesign Along(TableDesign parent, TableDesign child, Relationship link) => new(
        names.Claim(parent.Name, [child.Name, "along"], "deletion"), child.Name, Column(link),
        $"The {child.Name} of a row of {parent.Name} are deleted and brought back with it.", link.Origin);

    private static string Column(Relationship link) => ObjectNames.Shortened(link.ForeignKey);
}
