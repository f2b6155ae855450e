using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>A way of finding rows that needs no index of its own.</summary>
/// <param name="Key">The key that serves it; null where another index does.</param>
internal sealed record ServedIndex(WantedIndex Path, string? Key, WantedIndex? Other);

/// <summary>Leaves out what a key or another index serves as well, and says which.</summary>
internal static class IndexCovering
{
    /// <summary>More columns carried along would be a second copy of the table.</summary>
    private const int MostShown = 4;

    /// <returns>What is made, in the order asked for, and what is not.</returns>
    public static (List<WantedIndex> Made, List<ServedIndex> Served) Of(TableDesign table, IEnumerable<WantedIndex> asked)
    {
        var wanted = asked.ToList();
        var keys = table.Uniques.Select(unique => (unique.Name, Columns: WantedIndex.Plain(unique.Columns), unique.Where))
            .Prepend((table.PrimaryKey.Name, Columns: WantedIndex.Plain(table.PrimaryKey.Columns), Where: null)).ToList();
        var made = new List<WantedIndex>();
        var served = new List<ServedIndex>();
        // The longest first, then those over most rows: what serves another is known before it.
        foreach (var index in wanted.OrderByDescending(index => index.Columns.Count).ThenBy(index => DesignEdits.TermsOf(index.Where).Count))
        {
            var key = keys.Find(key => Serves(key.Columns, isKey: true, key.Where, index)).Name;
            var other = key is null ? made.FindIndex(known => known.Method == index.Method && (IsSame(known, index) || Serves(known.Columns, isKey: false, known.Where, index))) : -1;
            if (key is null && other < 0)
            {
                made.Add(index);
                continue;
            }

            if (other >= 0)
            {
                made[other] = Showing(made[other], index);
            }

            served.Add(new(index, key, other < 0 ? null : made[other]));
        }

        return ([.. made.OrderBy(index => wanted.FindIndex(known => IsSame(known, index)))],
            [.. served.Select(path => path with { Other = path.Other is null ? null : made.Find(index => IsSame(index, path.Other)) }).OrderBy(path => wanted.IndexOf(path.Path))]);
    }

    /// <summary>
    /// A B-tree finds what is asked when its columns begin with all that is compared with =, in any order, and go on with the range or the order
    /// asked for; it must hold every row asked for, and few others.
    /// </summary>
    private static bool Serves(Seq<IndexColumn> columns, bool isKey, Expr? held, WantedIndex path)
    {
        if (path.Method != IndexMethod.Btree)
        {
            return false;
        }

        var equal = path.Columns.Take(path.Equal).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var asked = DesignEdits.TermsOf(path.Where);
        if (!DesignEdits.TermsOf(held).All(term => asked.Contains(term) || IsGiven(term, equal)))
        {
            return false;
        }

        var settled = asked.Select(SettledBy).OfType<string>();
        var known = equal.Concat(settled).ToHashSet(StringComparer.Ordinal);
        if (isKey && columns.All(column => known.Contains(column.Name)))
        {
            return true; // It leaves at most one row.
        }

        var used = columns.TakeWhile(column => known.Contains(column.Name)).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        // Most rows are live, so an index over all of them finds the live ones as well.
        var left = asked.Where(term => !DesignEdits.TermsOf(held).Contains(term) && term != SoftDeletion.IsLive && !IsGiven(term, equal) && !used.Contains(SettledBy(term) ?? "", StringComparer.Ordinal));
        return used.IsSupersetOf(equal) && !left.Any() && GoesOn(columns.Skip(used.Count).ToSeq(), path.Columns.Skip(path.Equal).ToSeq());
    }

    /// <summary>A B-tree is read in both directions, so the direction of a sole last column does not matter.</summary>
    private static bool GoesOn(Seq<IndexColumn> columns, Seq<IndexColumn> tail) =>
        columns.Count >= tail.Count && Enumerable.Range(0, tail.Count).All(place => columns[place].Name == tail[place].Name && (tail.Count == 1 || columns[place].Descending == tail[place].Descending));

    private static bool IsSame(WantedIndex one, WantedIndex other) => one.Method == other.Method && one.Columns == other.Columns && one.Where == other.Where;

    /// <summary>Who is compared with a value is not absent.</summary>
    private static bool IsGiven(Expr term, HashSet<string> equal) => term is IsPresent { Term: Ref { IsOwn: true } column } && equal.Contains(column.Attribute);

    private static string? SettledBy(Expr term) => term is Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } left, Right: Literal } ? left.Attribute : null;

    private static WantedIndex Showing(WantedIndex made, WantedIndex served)
    {
        var shown = made.Shown.Concat(served.Shown).Distinct(StringComparer.Ordinal).Where(name => !made.Columns.Any(column => column.Name == name)).ToSeq();
        return shown.Count > MostShown ? made : made with { Shown = shown };
    }
}
