using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Rows under legal hold, and what belongs to them, outlast every job, every deletion and every request to erase.</summary>
public static class LegalHolds
{
    private const int Furthest = 4;

    /// <summary>What must not hold of a row that is removed: the marks of its own and of the rows it belongs to.</summary>
    public static IEnumerable<(Expr Held, bool IsOwn, Origin Origin)> Of(DataDesign design, TableDesign table)
    {
        var level = new List<(TableDesign At, Seq<string> Path)> { (table, []) };
        var seen = new HashSet<string>(StringComparer.Ordinal) { table.Name };
        for (var depth = 0; depth < Furthest && level.Count > 0; depth++)
        {
            foreach (var (at, path) in level)
            {
                if (MarkOf(design, at) is { } mark)
                {
                    yield return (new Compare(CompareOp.Equal, new Ref([.. path, mark.Column]), Literal.Bool(true)), path.Count == 0, mark.Origin);
                }
            }

            level = [.. level.SelectMany(step => Above(design, step.At).Where(above => seen.Add(above.Parent.Name)).Select(above => (above.Parent, (Seq<string>)[.. step.Path, above.Role])))];
        }
    }

    /// <summary>Guards against deleting, and conditions of the jobs.</summary>
    internal static DataDesign Apply(DataDesign design, ObjectNames names)
    {
        if (design.Domain.Holds.Count == 0)
        {
            return design;
        }

        var guarded = design.EachTable(table => Guarded(design, table, names));
        var held = guarded with { RetentionJobs = design.RetentionJobs.Select(job => job with { Where = DesignEdits.AllOf([.. DesignEdits.TermsOf(job.Where), .. Of(design, design.Find(job.Table)!).Select(hold => new Not(hold.Held))]) }).ToSeq() };
        var marks = string.Join(", ", design.Domain.Holds.Select(hold => $"{design.OfEntity(hold.Entity)?.Name ?? hold.Entity}.{hold.Attribute}"));
        return held.Decide(new Decision("D09-legal-hold", 9, $"While {marks} is set, neither the row nor what belongs to it is deleted, removed by a job, made anonymous or erased on request; no partition that may hold such rows is dropped.",
            "The documents speak of legal holds, and what is gone cannot be brought before a court; the mark's changes stand in the audit log.", DesignEdits.SourcesOf(design.Domain.Holds.Select(hold => hold.Origin))));
    }

    private static TableDesign Guarded(DataDesign design, TableDesign table, ObjectNames names)
    {
        if (design.Domain.Rules.Any(rule => rule.Entity == table.Entity && rule.Demand is NotDeletable { When: null }))
        {
            return table; // What is never deleted needs no hold against it.
        }

        var (guards, rules) = (new List<DeleteGuardDesign>(table.DeleteGuards), new List<RowRuleDesign>(table.RowRules));
        foreach (var (held, isOwn, origin) in Of(design, table))
        {
            if (isOwn)
            {
                guards.Add(new(names.Claim(table.Name, ["legal_hold"], "guard"), held, null, "A row under legal hold is not deleted.", origin));
            }
            else
            {
                var above = ((Ref)((Compare)held).Left).Path;
                rules.Add(new(names.Claim(table.Name, [.. above.Take(above.Count - 1), "legal_hold"], "rule"), false, [], true, null, new Not(held), null, $"A row whose {string.Join("'s ", above.Take(above.Count - 1)).Replace('_', ' ')} is under legal hold is not deleted.", origin));
            }
        }

        return table with { DeleteGuards = guards.ToSeq(), RowRules = rules.ToSeq() };
    }

    private static (string Column, Origin Origin)? MarkOf(DataDesign design, TableDesign table) =>
        design.Domain.Holds.FirstOrDefault(hold => hold.Entity == table.Entity) is { } hold && RuleColumns.ColumnOf(table, hold.Attribute) is { } column ? (column, hold.Origin) : null;

    /// <summary>Only what every row has: a row that may belong to nothing would be held by nothing.</summary>
    private static IEnumerable<(string Role, TableDesign Parent)> Above(DataDesign design, TableDesign table) =>
        from key in table.ForeignKeys
        let parent = design.Find(key.ReferencedTable)
        where parent is { Scope: not TenantScope.TenantRoot } && parent.Name != table.Name && table.Find(key.Column) is { Nullable: false }
        select (key.Role, parent);
}
