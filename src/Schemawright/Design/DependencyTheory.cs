using Schemawright.Collections;

namespace Schemawright.Design;

/// <summary>What follows from functional dependencies: closures, a minimal cover, the candidate keys, the normal form.</summary>
public static class DependencyTheory
{
    /// <summary>A table may have exponentially many; more than these tell nobody more.</summary>
    private const int MostKeys = 64;

    /// <summary>Everything the columns determine.</summary>
    public static HashSet<string> Closure(IEnumerable<string> columns, Seq<FunctionalDependency> dependencies)
    {
        var known = columns.ToHashSet(StringComparer.Ordinal);
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var dependency in dependencies.Where(dependency => dependency.Determinant.All(known.Contains)))
            {
                var before = known.Count;
                known.UnionWith(dependency.Dependent);
                grew |= known.Count > before;
            }
        }

        return known;
    }

    /// <summary>The same dependencies with one column on the right, none on the left that is not needed, and none that follows from the others.</summary>
    public static Seq<FunctionalDependency> MinimalCover(Seq<FunctionalDependency> dependencies)
    {
        var single = dependencies.SelectMany(dependency => dependency.Dependent.Where(column => !dependency.Determinant.Has(column)).Select(column => dependency with { Dependent = [column] })).ToList();
        for (var at = 0; at < single.Count; at++)
        {
            foreach (var column in single[at].Determinant)
            {
                var less = single[at].Determinant.Where(known => known != column).ToSeq();
                if (Closure(less, single.ToSeq()).Contains(single[at].Dependent[0]))
                {
                    single[at] = single[at] with { Determinant = less };
                }
            }
        }

        single = [.. single.DistinctBy(dependency => (string.Join(',', dependency.Determinant.Order(StringComparer.Ordinal)), dependency.Dependent[0]))];
        for (var at = single.Count - 1; at >= 0; at--)
        {
            var rest = single.Where((_, place) => place != at).ToSeq();
            if (Closure(single[at].Determinant, rest).Contains(single[at].Dependent[0]))
            {
                single.RemoveAt(at);
            }
        }

        return single.ToSeq();
    }

    /// <summary>The least sets of columns that determine all others, the shortest first (Lucchesi and Osborn).</summary>
    public static Seq<Seq<string>> CandidateKeys(Seq<string> columns, Seq<FunctionalDependency> dependencies)
    {
        var found = new List<Seq<string>> { Least(columns, columns, dependencies) };
        for (var at = 0; at < found.Count && found.Count < MostKeys; at++)
        {
            foreach (var dependency in dependencies)
            {
                Seq<string> other = [.. dependency.Determinant, .. found[at].Where(column => !dependency.Dependent.Has(column) && !dependency.Determinant.Has(column))];
                if (!found.Exists(key => key.All(column => other.Has(column))))
                {
                    found.Add(Least(other, columns, dependencies));
                }
            }
        }

        return found.OrderBy(key => key.Count).ThenBy(key => string.Join(',', key), StringComparer.Ordinal).ToSeq();
    }

    /// <summary>BCNF when every determinant is a superkey; 3NF when what others determine belongs to a key; 2NF when no part of a key determines anything else; else 1NF.</summary>
    public static string NormalForm(Seq<string> columns, Seq<FunctionalDependency> dependencies)
    {
        var keys = CandidateKeys(columns, dependencies);
        var prime = keys.SelectMany(key => key).ToHashSet(StringComparer.Ordinal);
        var breaking = MinimalCover(dependencies).Where(dependency => !columns.All(Closure(dependency.Determinant, dependencies).Contains)).ToList();
        return breaking.Count == 0 ? "BCNF"
            : breaking.TrueForAll(dependency => prime.Contains(dependency.Dependent[0])) ? "3NF"
            : breaking.Exists(dependency => !prime.Contains(dependency.Dependent[0]) && keys.Any(key => dependency.Determinant.Count < key.Count && dependency.Determinant.All(column => key.Has(column)))) ? "1NF"
            : "2NF";
    }

    private static Seq<string> Least(Seq<string> key, Seq<string> columns, Seq<FunctionalDependency> dependencies)
    {
        var least = key.ToList();
        // Later columns go first, so that the key that leads the table stays.
        foreach (var column in key.Reverse())
        {
            var less = least.Where(known => known != column).ToList();
            if (Closure(less, dependencies).IsSupersetOf(columns))
            {
                least = less;
            }
        }

        return least.ToSeq();
    }
}
