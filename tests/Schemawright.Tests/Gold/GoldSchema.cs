using Schemawright.Collections;

namespace Schemawright.Tests.Gold;

/// <param name="Names">What it may be called.</param>
/// <param name="Junction">The text does not name it: it is also known by the tables it refers to.</param>
internal sealed record GoldTable(Seq<string> Names, bool Junction, Seq<GoldColumn> Columns)
{
    public string Name => Names[0];
}

/// <param name="Unique">Identifies a row, alone or with the others so marked.</param>
internal sealed record GoldColumn(Seq<string> Names, bool Unique);

/// <summary>A foreign key from the child to the parent; both by the first name of their table.</summary>
internal sealed record GoldEdge(string Child, string Parent, string? Role);

/// <summary>The tables a short text asks for: tests/gold/README.md describes how they are written.</summary>
internal sealed record GoldSchema(Seq<GoldTable> Tables, Seq<GoldEdge> Edges)
{
    private const string JunctionMark = "junction ";

    public static GoldSchema Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).ToList();
        var tables = lines.Where(line => !IsEdge(line)).Select(TableOf).ToSeq();
        return new(tables, lines.Where(IsEdge).Select(line => EdgeOf(line, tables)).ToSeq());
    }

    private static bool IsEdge(string line) => line.Contains("->", StringComparison.Ordinal);

    private static GoldTable TableOf(string line)
    {
        var junction = line.StartsWith(JunctionMark, StringComparison.Ordinal);
        var parts = (junction ? line[JunctionMark.Length..] : line).Split(':', 2, StringSplitOptions.TrimEntries);
        var columns = parts.Length < 2 ? [] : parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new(NamesOf(parts[0]), junction, columns.Select(column => new GoldColumn(NamesOf(column.TrimEnd('!')), column.EndsWith('!'))).ToSeq());
    }

    private static GoldEdge EdgeOf(string line, Seq<GoldTable> tables)
    {
        var sides = line.Split("->", 2, StringSplitOptions.TrimEntries);
        var target = sides[1].Split(" as ", 2, StringSplitOptions.TrimEntries);
        return new(Known(sides[0]), Known(target[0]), target.Length > 1 ? target[1] : null);

        string Known(string name) => tables.FirstOrDefault(table => table.Names.Contains(name, StringComparer.Ordinal))?.Name
            ?? throw new FormatException($"\"{line}\" names no table of the schema");
    }

    private static Seq<string> NamesOf(string names) => names.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToSeq();
}
