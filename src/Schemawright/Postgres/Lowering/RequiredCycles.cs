using Schemawright.Design;

namespace Schemawright.Postgres.Lowering;

/// <summary>Circles of required references: without a check at commit no table in one could get its first row.</summary>
internal sealed class RequiredCycles
{
    private readonly Dictionary<string, int> _group = new(StringComparer.Ordinal);

    public RequiredCycles(DataDesign design)
    {
        var parents = design.Tables.ToLookup(table => table.Name, table => table, StringComparer.Ordinal);
        var waiting = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var table in design.Tables)
        {
            waiting[table.Name] = table.ForeignKeys.Where(key => IsRequired(table, key) && key.ReferencedTable != table.Name && parents.Contains(key.ReferencedTable))
                .Select(key => key.ReferencedTable).ToHashSet(StringComparer.Ordinal);
        }

        // Tables that need nobody outside a circle, and those nobody in a circle needs, fall away; what stays is the circles.
        while (Shrink(waiting))
        {
        }

        foreach (var table in waiting.Keys)
        {
            _group[table] = 1;
        }
    }

    public bool Closes(TableDesign table, ForeignKeyDesign key) =>
        IsRequired(table, key) && key.ReferencedTable != table.Name && _group.ContainsKey(table.Name) && _group.ContainsKey(key.ReferencedTable);

    private static bool IsRequired(TableDesign table, ForeignKeyDesign key) => table.Find(key.Column) is { Nullable: false };

    private static bool Shrink(Dictionary<string, HashSet<string>> waiting)
    {
        var needed = waiting.Values.SelectMany(names => names).ToHashSet(StringComparer.Ordinal);
        var free = waiting.Where(pair => pair.Value.Count == 0 || !needed.Contains(pair.Key)).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var name in free)
        {
            waiting.Remove(name);
        }

        foreach (var names in waiting.Values)
        {
            names.ExceptWith(free);
        }

        return free.Count > 0;
    }
}
