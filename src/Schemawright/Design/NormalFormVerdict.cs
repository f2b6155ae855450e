using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Rules;

namespace Schemawright.Design;

/// <summary>Judges a table by its dependencies, and says of each that breaks a higher form why it stays and what keeps it true.</summary>
internal static class NormalFormVerdict
{
    public static (string Form, Decision Decision) Of(DataDesign design, TableDesign table, Seq<FunctionalDependency> dependencies)
    {
        var columns = table.Columns.Select(column => column.Name).ToSeq();
        var keys = AsDeclared(DependencyTheory.CandidateKeys(columns, dependencies), dependencies);
        var form = DependencyTheory.NormalForm(columns, dependencies);
        var id = $"D04-{table.Name}";
        var lists = table.Columns.Where(column => column.Type.IsArray).Select(column => column.Name).ToList();
        var whole = lists.Count == 0 ? "" : $" {string.Join(", ", lists)} {(lists.Count == 1 ? "holds" : "hold")} a list, which is read and written as one value: nothing refers to its parts.";
        if (form == "BCNF")
        {
            var parted = PartedFrom(design, table);
            return (form, new(id, 4, $"{table.Name} is in BCNF.{parted}", $"Every known dependency starts at a candidate key: {Words(keys)}.{whole}", table.Origin.Sources));
        }

        var breaking = Breaking(columns, dependencies).ToList();
        var why = $"{string.Join("; ", breaking.Select(dependency => $"({string.Join(", ", dependency.Determinant)}) determines {string.Join(", ", dependency.Dependent)}, because {dependency.Reason}, and is no key ({Kept(dependency)})"))}";
        return (form, new(id, 4, $"{table.Name} is in {form}; {string.Join(", ", breaking.SelectMany(dependency => dependency.Dependent).Distinct(StringComparer.Ordinal))} is kept.",
            $"{why}; the candidate keys are {Words(keys)}.{whole}", DesignEdits.SourcesOf(breaking.Select(dependency => dependency.Origin))));
    }

    /// <summary>The dependencies that do not start at a key.</summary>
    public static IEnumerable<FunctionalDependency> Breaking(Seq<string> columns, Seq<FunctionalDependency> dependencies) =>
        dependencies.Where(dependency => !columns.All(DependencyTheory.Closure(dependency.Determinant, dependencies).Contains));

    /// <summary>What keeps the repeated value true.</summary>
    private static string Kept(FunctionalDependency dependency) => dependency.Reason switch
    {
        Dependencies.Computed => "the server computes it with every row, so it cannot differ",
        Dependencies.Ruled => "a rule compares it at every write",
        _ => "nothing compares the copies, and the documents are asked",
    };

    private static string PartedFrom(DataDesign design, TableDesign table) =>
        design.Domain.Rules.FirstOrDefault(rule => rule.Demand is Determines && table.Entity != rule.Entity && table.Origin.Sources == rule.Origin.Sources) is { Demand: Determines stated } rule
            ? $" It was parted from {design.OfEntity(rule.Entity)?.Name}, since {string.Join(" and ", stated.Determinant)} determines {string.Join(" and ", stated.Dependent)} and is no key there." : "";

    /// <summary>The primary key first, and each key's columns in the order the table has them.</summary>
    private static Seq<Seq<string>> AsDeclared(Seq<Seq<string>> keys, Seq<FunctionalDependency> dependencies) =>
        keys.Select(key => (Key: key, Place: dependencies.ToList().FindIndex(known => known.Determinant.Count == key.Count && known.Determinant.All(column => key.Has(column)))))
            .OrderBy(found => found.Place < 0 ? int.MaxValue : found.Place).Select(found => found.Place < 0 ? found.Key : dependencies[found.Place].Determinant).ToSeq();

    private static string Words(Seq<Seq<string>> keys) => string.Join(" and ", keys.Select(key => $"({string.Join(", ", key)})"));
}
