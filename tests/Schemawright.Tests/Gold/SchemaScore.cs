using Schemawright.Collections;

namespace Schemawright.Tests.Gold;

/// <summary>How much of a gold schema the compiler found, and what exactly it missed or invented.</summary>
internal sealed record SchemaScore(Tally Tables, Tally Columns, Tally Edges, Tally Unique, Seq<string> InventedTables, Seq<string> Details)
{
    public double Overall => (Tables + Columns + Edges).F1;

    public static SchemaScore Of(GoldSchema gold, ReadSchema read)
    {
        var pairs = new TablePairs(gold, read);
        var found = gold.Tables.Count(table => pairs.ReadOf(table.Name) is not null);
        var invented = read.Tables.Where(table => pairs.GoldOf(table.Name) is null).Select(table => table.Name).ToSeq();
        var columns = gold.Tables.Select(table => ColumnScore.Of(table, pairs.ReadOf(table.Name))).ToList();
        var edges = EdgeScore.Of(gold, read, pairs);
        return new(
            new(found, gold.Tables.Count, read.Tables.Count),
            columns.Aggregate(default(Tally), (sum, score) => sum + score.Columns),
            edges.Edges,
            columns.Aggregate(default(Tally), (sum, score) => sum + score.Unique),
            invented,
            [
                .. gold.Tables.Where(table => pairs.ReadOf(table.Name) is null).Select(table => $"missed table {table.Name}"),
                .. invented.Select(table => $"invented table {table}"),
                .. columns.SelectMany(score => score.Details),
                .. edges.Details,
            ]);
    }
}

/// <summary>The columns of one gold table: found, missed, invented.</summary>
internal sealed record ColumnScore(Tally Columns, Tally Unique, Seq<string> Details)
{
    /// <summary>What every table has without being told: a gold column "id" is met by it.</summary>
    private const string Surrogate = "id";

    public static ColumnScore Of(GoldTable gold, ReadTable? read)
    {
        if (read is null)
        {
            return new(new(0, gold.Columns.Count, 0), new(0, gold.Columns.Count(column => column.Unique), 0), []);
        }

        var given = read.Columns.Contains(Surrogate, StringComparer.Ordinal) ? read.Columns : [.. read.Columns, Surrogate];
        var pairs = Pairing.Of([.. gold.Columns.Select(column => column.Names)], given, [.. gold.Names, read.Name]);
        var found = pairs.Count(at => at >= 0);
        var invented = Enumerable.Range(0, given.Count).Where(at => !pairs.Contains(at) && given[at] != Surrogate).Select(at => given[at]).ToList();
        var unique = Enumerable.Range(0, pairs.Length).Where(index => pairs[index] >= 0 && (given[pairs[index]] == Surrogate || read.Unique.Contains(given[pairs[index]], StringComparer.Ordinal))).ToList();
        return new(
            new(found, gold.Columns.Count, found + invented.Count),
            new(unique.Count(index => gold.Columns[index].Unique), gold.Columns.Count(column => column.Unique), unique.Count),
            [
                .. gold.Columns.Where((_, index) => pairs[index] < 0).Select(column => $"missed attribute {gold.Name}.{column.Names[0]}"),
                .. invented.Select(column => $"invented attribute {gold.Name}.{column}"),
                .. gold.Columns.Where((column, index) => pairs[index] >= 0 && column.Unique && !unique.Contains(index)).Select(column => $"missed key {gold.Name}.{column.Names[0]}"),
                .. gold.Columns.Where((column, index) => !column.Unique && unique.Contains(index)).Select(column => $"invented key {gold.Name}.{column.Names[0]}"),
            ]);
    }
}

/// <summary>The foreign keys of a text, as often as two tables are joined.</summary>
internal sealed record EdgeScore(Tally Edges, Seq<string> Details)
{
    public static EdgeScore Of(GoldSchema gold, ReadSchema read, TablePairs pairs)
    {
        var wanted = gold.Edges.Select(edge => $"{edge.Child} -> {edge.Parent}").ToList();
        var given = read.Edges.Select(edge => $"{pairs.GoldOf(edge.Child) ?? edge.Child} -> {pairs.GoldOf(edge.Parent) ?? edge.Parent}").ToList();
        var missed = Without(wanted, given);
        return new(
            new(wanted.Count - missed.Count, wanted.Count, given.Count),
            [.. missed.Select(edge => $"missed reference {edge}"), .. Without(given, wanted).Select(edge => $"invented reference {edge}")]);
    }

    private static List<string> Without(List<string> edges, List<string> others)
    {
        var left = others.ToList();
        return edges.Where(edge => !left.Remove(edge)).ToList();
    }
}
