using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design.Passes;

/// <summary>Gives each table the indexes its known queries and references need, tenant column first.</summary>
internal sealed class PlanIndexes : IDesignPass
{
    private static readonly DiagnosticKind IndexIsRedundant = new(
        "SW4061", Severity.Info, "An index was not made, because another one serves",
        "no index for {0} on {1}: {2} serves as well",
        "Every index is paid on each write; another one already finds the same rows.",
        "nothing needs to be done: the index named serves");

    public int ChecklistItem => 6;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var names = ObjectNames.FreeIn(design);
        var paths = design.Domain.AccessPaths.ToLookup(path => path.Entity, StringComparer.Ordinal);
        var choices = new List<Decision>();
        var indexed = design.EachTable(table =>
        {
            List<WantedIndex> wanted = [.. paths[table.Entity!].SelectMany(path => AccessPathIndexes.For(design, table, path)), .. QueueIndexes.For(design, table), .. LimitIndexes.For(table), .. ReferenceIndexes.For(table)];
            var (made, served) = IndexCovering.Of(table, AccessPathIndexes.Joined(wanted));
            var named = made.Select(index => (Wanted: index, Index: Named(design, table, index, names, choices))).ToList();
            Seq<ServedPathDesign> without = [.. served.Select(path => Serving(path, path.Key ?? named.Find(index => ReferenceEquals(index.Wanted, path.Other)).Index.Name))];
            foreach (var path in without)
            {
                findings.Report(IndexIsRedundant, null, path.Purpose, table.Name, path.Index);
            }

            return table with { Indexes = [.. table.Indexes, .. named.Select(index => index.Index)], Served = without };
        });
        return ReadModels.WithSearcher(indexed).Decide([Policy(indexed), .. choices]);
    }

    private static IndexDesign Named(DataDesign design, TableDesign table, WantedIndex index, ObjectNames names, List<Decision> choices)
    {
        var name = names.Claim(table.Name, index.Label.Count > 0 ? index.Label : index.Columns.Select(column => column.Name), "idx");
        var decision = $"D06-{name}";
        var (figures, origin) = CoveredFigures.For(design, table, index);
        var carried = figures.Count > 0 ? figures : index.Shown;
        var reason = carried.Count == 0 ? index.Reason : figures.Count == 0 ? $"{index.Reason} {string.Join(", ", carried)} {(carried.Count == 1 ? "is" : "are")} carried along, narrow and seldom changed, so that the list is shown from the index alone." : $"{index.Reason} {string.Join(", ", carried)} {(carried.Count == 1 ? "is" : "are")} carried along, so that figures over the many rows of one whole are added up from the index alone.";
        choices.Add(new(decision, 6, $"{name} on ({string.Join(", ", index.Columns.Select(column => column.Name))}){(index.Where is null ? "" : ", partial")}{(carried.Count == 0 ? "" : $", including {string.Join(", ", carried)}")}.", reason, origin.Sources));
        return new(name, index.Method, index.Columns, carried, index.Where, index.Purpose, origin with { Decision = decision });
    }

    private static ServedPathDesign Serving(ServedIndex path, string index) =>
        new(index, path.Path.Purpose, path.Path.Columns, Math.Min(path.Path.Equal, path.Path.Columns.Count), path.Path.Where, path.Path.Origin);

    private static Decision Policy(DataDesign design) => new("D06-indexes", 6,
        $"{design.Tables.Sum(table => table.Indexes.Count)} indexes beside the keys: one for each reference that no key covers, and one for each stated way of finding rows.",
        "Every index is paid on each write; under row-level security only comparisons on plain columns can use one, so none is built over an expression.", []);
}
