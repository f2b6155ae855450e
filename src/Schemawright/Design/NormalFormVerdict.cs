using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Design;

/// <summary>Judges a table by its dependencies: BCNF when every determinant is a key, and what keeps it from that otherwise.</summary>
internal static class NormalFormVerdict
{
    public static (string Form, Decision Decision) Of(TableDesign table, Seq<FunctionalDependency> dependencies)
    {
        var all = table.Columns.Select(column => column.Name).ToList();
        var offending = dependencies.Where(dependency => !all.TrueForAll(Dependencies.Closure(dependency.Determinant, dependencies).Contains)).ToList();
        var id = $"D04-{table.Name}";
        if (offending.Count == 0)
        {
            var keys = dependencies.Select(dependency => $"({string.Join(", ", dependency.Determinant)})").Distinct(StringComparer.Ordinal);
            return ("BCNF", new(id, 4, $"{table.Name} is in BCNF.", $"Every known dependency starts at a candidate key: {string.Join(" and ", keys)}.", table.Origin.Sources));
        }

        var first = offending[0];
        var prime = offending.TrueForAll(dependency => dependency.Dependent.All(column => IsPrime(column, table)));
        var form = prime ? "3NF" : "2NF";
        var why = $"({string.Join(", ", first.Determinant)}) determines {string.Join(", ", first.Dependent)}, because {first.Reason}, and is no key";
        return (form, new(id, 4, $"{table.Name} is in {form}; {string.Join(", ", offending.SelectMany(dependency => dependency.Dependent).Distinct(StringComparer.Ordinal))} is kept.",
            $"{why}; the documents state the column.", DesignEdits.SourcesOf(offending.Select(dependency => dependency.Origin))));
    }

    private static bool IsPrime(string column, TableDesign table) =>
        table.PrimaryKey.Columns.Has(column) || table.Uniques.Any(unique => unique.Where is null && unique.Columns.Has(column));
}
