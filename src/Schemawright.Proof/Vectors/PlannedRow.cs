using Schemawright.Design;

namespace Schemawright.Proof.Vectors;

/// <summary>A row that will be stored, while its values are still being found.</summary>
/// <param name="number">Unique in its world; distinct rows get distinct keys and texts from it.</param>
internal sealed class PlannedRow(TableDesign table, int number)
{
    public TableDesign Table { get; } = table;

    public int Number { get; } = number;

    /// <summary>The row as it is after the event.</summary>
    public Dictionary<string, Value> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>For an update: what the changed columns held before. Columns not listed do not change.</summary>
    public Dictionary<string, Value> Before { get; } = new(StringComparer.Ordinal);

    public Value this[string column] => Values.GetValueOrDefault(column, Value.Null);

    public Value Old(string column) => Before.TryGetValue(column, out var value) ? value : this[column];
}

/// <summary>One value that may be chosen: a column of a planned row, before or after the event.</summary>
internal readonly record struct Slot(PlannedRow Row, string Column, bool Old)
{
    public Value Value => Old ? Row.Old(Column) : Row[Column];

    /// <summary>The column's value before the event has a place of its own only where the event changes the column.</summary>
    public static Slot Of(PlannedRow row, string column, bool old) => new(row, column, old && row.Before.ContainsKey(column));

    public void Set(Value value) => (Old ? Row.Before : Row.Values)[Column] = value;
}
