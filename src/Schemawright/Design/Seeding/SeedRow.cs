using Schemawright.Terms;

namespace Schemawright.Design.Seeding;

/// <summary>One made-up row: its values by column, and the rows its references lead to by role.</summary>
internal sealed class SeedRow(TableDesign table, int tenant)
{
    public static Literal Null { get; } = new(LiteralKind.Null, "");

    public TableDesign Table => table;

    /// <summary>0 for shared rows, else which tenant it belongs to, counted from 1.</summary>
    public int Tenant => tenant;

    public Dictionary<string, Literal> Values { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SeedRow> Parents { get; } = new(StringComparer.Ordinal);

    public Literal this[string column] => Values.GetValueOrDefault(column, Null);
}
