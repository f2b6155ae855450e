using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design.Passes;

/// <summary>Gives each table the indexes its known queries and references need, tenant column first.</summary>
internal sealed class PlanIndexes : IDesignPass
{
    private static readonly DiagnosticKind IndexIsRedundant = new(
        "SW4061", Severity.Info, "An index was not made, because another one serves",
        "no index for {0} on {1}: {2} already begins with the same columns",
        "Every index is paid on each write; one that begins with the same columns answers the same questions.",
        "nothing needs to be done: the index named serves");

    public int ChecklistItem => 6;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var names = ObjectNames.FreeIn(design);
        var paths = design.Domain.AccessPaths.ToLookup(path => path.Entity, StringComparer.Ordinal);
        var choices = new List<Decision>();
        var indexed = design.EachTable(table =>
        {
            var wanted = new List<WantedIndex>();
            wanted.AddRange(paths[table.Entity!].SelectMany(path => AccessPathIndexes.For(design, table, path)));
            wanted.AddRange(QueueIndexes.For(design, table));
            wanted.AddRange(LimitIndexes.For(table));
            wanted.AddRange(ReferenceIndexes.For(table));
            return With(design, table, IndexCovering.Needed(table, AccessPathIndexes.Joined(wanted), (lost, by) => findings.Report(IndexIsRedundant, null, lost.Purpose, table.Name, by)), names, choices);
        });
        return ReadModels.WithSearcher(indexed).Decide([Policy(indexed), .. choices]);
    }

    private static TableDesign With(DataDesign design, TableDesign table, IEnumerable<WantedIndex> needed, ObjectNames names, List<Decision> choices)
    {
        var indexes = new List<IndexDesign>(table.Indexes);
        foreach (var index in needed)
        {
            var name = names.Claim(table.Name, index.Label.Count > 0 ? index.Label : index.Columns.Select(column => column.Name), "idx");
            var decision = $"D06-{name}";
            var (figures, origin) = CoveredFigures.For(design, table, index);
            var carried = figures.Count > 0 ? figures : index.Shown;
            var reason = carried.Count == 0 ? index.Reason : figures.Count == 0 ? $"{index.Reason} {string.Join(", ", carried)} {(carried.Count == 1 ? "is" : "are")} carried along, narrow and seldom changed, so that the list is shown from the index alone." : $"{index.Reason} {string.Join(", ", carried)} {(carried.Count == 1 ? "is" : "are")} carried along, so that figures over the many rows of one whole are added up from the index alone.";
            choices.Add(new(decision, 6, $"{name} on ({string.Join(", ", index.Columns.Select(column => column.Name))}){(index.Where is null ? "" : ", partial")}{(carried.Count == 0 ? "" : $", including {string.Join(", ", carried)}")}.", reason, origin.Sources));
            indexes.Add(new(name, index.Method, index.Columns, carried, index.Where, index.Purpose, origin with { Decision = decision }));
        }

        return table with { Indexes = indexes.ToSeq() };
    }

    private static Decision Policy(DataDesign design) => new("D06-indexes", 6,
        $"{design.Tables.Sum(table => table.Indexes.Count)} indexes beside the keys: one for each reference that no key covers, and one for each stated way of finding rows.",
        "Every index is paid on each write; under row-level security only comparisons on plain columns can use one, so none is built over an expression.", []);
}
