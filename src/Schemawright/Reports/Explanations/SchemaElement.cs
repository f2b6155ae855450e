using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Reports.Explanations;

/// <summary>An object of the database with what it came from.</summary>
/// <param name="Kind">table, column, check, unique, foreign key, exclusion, trigger, index, policy, view, function, role.</param>
/// <param name="Table">The table it belongs to; empty for none.</param>
/// <param name="Words">What it does, one phrase.</param>
/// <param name="Columns">The columns of the table it rests on.</param>
/// <param name="RuleId">The rule it carries; null when it carries none.</param>
public sealed record SchemaElement(string Kind, string Name, string Table, string Words, Origin Origin, Seq<string> Columns, string? RuleId, Seq<string> Sql)
{
    public bool IsColumn => string.Equals(Kind, "column", StringComparison.Ordinal);

    public bool IsTable => string.Equals(Kind, "table", StringComparison.Ordinal);

    /// <summary>As people write it: a column with its table.</summary>
    public string FullName => IsColumn ? $"{Table}.{Name}" : Name;
}
