namespace Schemawright.Design;

/// <summary>A limit per day or month counts the rows of one group and one span at each write: it must not read the group's whole past.</summary>
internal static class LimitIndexes
{
    public static IEnumerable<WantedIndex> For(TableDesign table) =>
        from quota in table.Quotas
        where quota.Window is not null && !quota.Per.Has(quota.Window.Column)
        select new WantedIndex(IndexMethod.Btree, WantedIndex.Plain([.. quota.Per, quota.Window!.Column]), null, [], $"rows of a group by {quota.Window.Column}",
            $"The limit {quota.Name} counts the rows of one group and one {quota.Window.Unit.ToString().ToLowerInvariant()} whenever one is written.", quota.Origin) { Equal = quota.Per.Count };
}
