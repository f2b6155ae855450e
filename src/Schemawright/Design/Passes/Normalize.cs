using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Design.Passes;

/// <summary>Records each table's dependencies and says, from them, which normal form it is in.</summary>
internal sealed class Normalize : IDesignPass
{
    private static readonly DiagnosticKind RepeatsParent = new(
        "SW4041", Severity.Info, "A column repeats what a referenced row says",
        "{0}.{1} repeats {2}.{3}, which is reached through {4}",
        "The same fact in two places drifts apart, unless the copy is meant to keep the value of a moment.",
        "if {1} is the value at the time, name it so; if it is the same fact, leave it out of {0}");

    private static readonly DiagnosticKind BreaksBoyceCodd = new(
        "SW4042", Severity.Info, "Something that is no key determines a column",
        "{0} is in {1}: ({2}) determines {3} and is no key",
        "The value is repeated with every row of the same kind, and a change has to reach all of them.",
        "keep {3} in a table of its own whose key is ({2}), or make ({2}) unique in {0}");

    public int ChecklistItem => 4;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var choices = new List<Decision>();
        var frequency = design.Tables.SelectMany(table => table.Columns).GroupBy(column => column.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var judged = design.EachTable(table =>
        {
            var repeats = RepeatedAttributes.In(table, design, frequency).ToList();
            foreach (var repeat in repeats)
            {
                var origin = table.Find(repeat.Column)!.Origin;
                findings.Report(RepeatsParent, origin.Sources.Count > 0 ? origin.Sources[0] : null, table.Name, repeat.Column, repeat.Parent, repeat.ParentColumn, repeat.ForeignKey);
            }

            var dependencies = Dependencies.Of(table, design).ToSeq();
            var (form, decision) = NormalFormVerdict.Of(design, table, dependencies);
            choices.Add(decision);
            Report(table, form, dependencies, findings);
            return table with { Dependencies = dependencies, NormalForm = form };
        });
        return judged.Decide(choices);
    }

    private static void Report(TableDesign table, string form, Seq<FunctionalDependency> dependencies, Findings findings)
    {
        foreach (var dependency in form == "BCNF" ? [] : NormalFormVerdict.Breaking(table.Columns.Select(column => column.Name).ToSeq(), dependencies))
        {
            findings.Report(BreaksBoyceCodd, dependency.Origin.Sources.Count > 0 ? dependency.Origin.Sources[0] : null, table.Name, form, string.Join(", ", dependency.Determinant), string.Join(", ", dependency.Dependent));
        }
    }
}
