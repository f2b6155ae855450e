using Schemawright.Design;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>The tables that hold the last number given.</summary>
public static class NumberCounters
{
    /// <summary>The table that counts for one rule of a table's numbers.</summary>
    public static string NameOf(TableDesign table, NumberingDesign rule) => FittedName.Of(table.Name, rule.Column, "counters").Text;
}
