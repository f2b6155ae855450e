using Schemawright.Collections;

namespace Schemawright.Tests.Gold;

/// <summary>Which table of the compiler stands for which table of the gold: by name, a junction also by the tables it refers to.</summary>
internal sealed class TablePairs
{
    private readonly Dictionary<string, ReadTable> _byGold = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byRead = new(StringComparer.Ordinal);

    public TablePairs(GoldSchema gold, ReadSchema read)
    {
        var pairs = Pairing.Of([.. gold.Tables.Select(table => table.Names)], [.. read.Tables.Select(table => table.Name)]);
        foreach (var (table, at) in gold.Tables.Zip(pairs).Where(pair => pair.Second >= 0))
        {
            Add(table, read.Tables[at]);
        }

        foreach (var junction in gold.Tables.Where(table => table.Junction))
        {
            MatchByParents(junction, gold, read);
        }
    }

    public ReadTable? ReadOf(string gold) => _byGold.GetValueOrDefault(gold);

    public string? GoldOf(string read) => _byRead.GetValueOrDefault(read);

    private void Add(GoldTable gold, ReadTable read)
    {
        _byGold[gold.Name] = read;
        _byRead[read.Name] = gold.Name;
    }

    private void MatchByParents(GoldTable junction, GoldSchema gold, ReadSchema read)
    {
        var parents = gold.Edges.Where(edge => edge.Child == junction.Name).Select(edge => edge.Parent).ToHashSet(StringComparer.Ordinal);
        if (parents.Count == 0 || _byGold.ContainsKey(junction.Name))
        {
            return;
        }

        var wanted = junction.Columns.Select(column => column.Names).ToArray();
        var best = read.Tables
            .Where(table => !_byRead.ContainsKey(table.Name) && parents.SetEquals(read.Edges.Where(edge => edge.Child == table.Name).Select(edge => GoldOf(edge.Parent) ?? "")))
            .OrderByDescending(table => Pairing.Of(wanted, table.Columns, table.Name).Count(at => at >= 0))
            .ThenBy(table => table.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        if (best is not null)
        {
            Add(junction, best);
        }
    }
}
