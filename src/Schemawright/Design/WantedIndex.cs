using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>An index somebody needs, before it is known whether another one serves as well.</summary>
/// <param name="Label">The words of its name; empty: its columns.</param>
/// <param name="Reason">Why, one sentence.</param>
internal sealed record WantedIndex(IndexMethod Method, Seq<IndexColumn> Columns, Expr? Where, Seq<string> Label, string Purpose, string Reason, Origin Origin)
{
    /// <summary>What a list shows besides, carried along so that it is read from the index alone.</summary>
    public Seq<string> Shown { get; init; } = [];


    public static Seq<IndexColumn> Plain(IEnumerable<string> columns) => columns.Distinct(StringComparer.Ordinal).Select(column => new IndexColumn(column)).ToSeq();
}

/// <summary>Leaves out what a key or a longer index already serves.</summary>
internal static class IndexCovering
{
    public static IEnumerable<WantedIndex> Needed(TableDesign table, List<WantedIndex> wanted, Action<WantedIndex, string> onRedundant)
    {
        var keys = table.Uniques.Where(unique => unique.Where is null).Select(unique => (unique.Name, Columns: WantedIndex.Plain(unique.Columns)))
            .Prepend((table.PrimaryKey.Name, Columns: WantedIndex.Plain(table.PrimaryKey.Columns))).ToList();
        var kept = new List<WantedIndex>();
        foreach (var index in wanted.GroupBy(index => (index.Method, index.Columns, index.Where)).Select(same => same.First() with { Shown = same.Select(index => index.Shown).MaxBy(shown => shown.Count)! }))
        {
            var key = keys.Find(key => index.Method == IndexMethod.Btree && (Begins(key.Columns, index.Columns) || FindsOneRow(key.Columns, index.Columns)));
            var longer = wanted.Find(other => Covers(other, index));
            if (key.Name is not null || longer is not null)
            {
                onRedundant(index, key.Name ?? $"the index on ({string.Join(", ", longer!.Columns.Select(column => column.Name))})");
                continue;
            }

            kept.Add(index);
        }

        return kept;
    }

    /// <summary>The key alone leaves at most one row, so further columns would narrow nothing.</summary>
    private static bool FindsOneRow(Seq<IndexColumn> key, Seq<IndexColumn> index) =>
        key.Count < index.Count && key.All(part => index.Any(column => column.Name == part.Name));

    private static bool Covers(WantedIndex other, WantedIndex index) =>
        other.Method == IndexMethod.Btree && index.Method == IndexMethod.Btree && other.Columns.Count > index.Columns.Count
        && other.Where == index.Where && Begins(other.Columns, index.Columns);

    private static bool Begins(Seq<IndexColumn> longer, Seq<IndexColumn> shorter) =>
        longer.Count >= shorter.Count && Enumerable.Range(0, shorter.Count).All(place => SameColumn(longer[place], shorter[place], place == shorter.Count - 1));

    /// <summary>A btree is read in both directions, so the direction of a sole last column does not matter.</summary>
    private static bool SameColumn(IndexColumn left, IndexColumn right, bool last) => left.Name == right.Name && (last || left.Descending == right.Descending);
}
