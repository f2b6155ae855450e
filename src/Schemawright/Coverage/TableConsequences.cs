using Schemawright.Design;
using static Schemawright.Coverage.Strength;

namespace Schemawright.Coverage;

/// <summary>What each object of the tables leads back to; whatever makes the server refuse a row counts as enforced.</summary>
internal static class TableConsequences
{
    public static IEnumerable<Consequence> Of(TableDesign table) =>
    [
        .. Consequence.Of(table.Origin, Modelled, $"table {table.Name}"),
        .. table.Columns.SelectMany(column => OfColumn(table, column)),
        .. table.ForeignKeys.SelectMany(key => Consequence.Of(key.Origin, Enforced, $"foreign key {key.Name}")),
        .. table.Uniques.SelectMany(key => Consequence.Of(key.Origin, Enforced, $"unique {key.Name}")),
        .. table.Checks.SelectMany(check => Consequence.Of(check.Origin, Enforced, $"check {check.Name}")),
        .. table.Exclusions.SelectMany(rule => Consequence.Of(rule.Origin, Enforced, $"exclusion {rule.Name}")),
        .. table.Transitions.SelectMany(OfTransitions),
        .. table.RowRules.SelectMany(rule => Consequence.Of(rule.Origin, Enforced, $"trigger {rule.Name}")),
        .. table.Quotas.SelectMany(rule => Consequence.Of(rule.Origin, Enforced, $"quota {rule.Name}")),
        .. table.Balances.SelectMany(rule => Consequence.Of(rule.Origin, Enforced, $"balance {rule.Name}")),
        .. table.DeletedAlong.SelectMany(rule => Consequence.Of(rule.Origin, Enforced, $"deletion of children {rule.Name}")),
        .. table.Cycles.SelectMany(rule => Consequence.Of(rule.Origin, Enforced, $"hierarchy {rule.Name}")),
        .. table.Numberings.SelectMany(rule => Consequence.Of(rule.Origin, Enforced, $"numbering {rule.Name}")),
        .. table.Minimums.SelectMany(rule => Consequence.Of(rule.Origin, Enforced, $"minimum {rule.Name}")),
        .. table.Immutables.SelectMany(rule => Consequence.Of(rule.Origin, Enforced, $"immutability {rule.Name}")),
        .. table.DeleteGuards.SelectMany(rule => Consequence.Of(rule.Origin, Enforced, $"delete guard {rule.Name}")),
        .. table.Indexes.SelectMany(index => Consequence.Of(index.Origin, Modelled, $"index {index.Name}")),
        .. table.Served.SelectMany(path => Consequence.Of(path.Origin, Modelled, $"index {path.Index}")),
        .. table.Volume is null ? [] : Consequence.Of(table.Volume.Origin, Modelled, $"volume of {table.Name}"),
        .. table.Dependencies.SelectMany(dependency => Consequence.Of(dependency.Origin, Modelled, $"normal form of {table.Name}")),
    ];

    /// <summary>A column's type refuses what does not fit it; NOT NULL, a value list and a length are said on their own.</summary>
    private static IEnumerable<Consequence> OfColumn(TableDesign table, ColumnDesign column)
    {
        var name = $"{table.Name}.{column.Name}";
        (bool Holds, string Element)[] limits =
        [
            (column is { Nullable: false, Role: ColumnRole.Attribute or ColumnRole.State or ColumnRole.ForeignKey }, $"not null {name}"),
            (column.Type.Values.Count > 0, $"value list {name}"),
            (column.Type.Length is not null, $"length {name}"),
        ];
        return
        [
            .. Consequence.Of(column.Origin, Modelled, $"column {name}"),
            .. limits.Where(limit => limit.Holds).SelectMany(limit => Consequence.Of(column.Origin, Enforced, limit.Element)),
        ];
    }

    private static IEnumerable<Consequence> OfTransitions(TransitionDesign transitions) =>
    [
        .. Consequence.Of(transitions.Origin, Enforced, $"transitions {transitions.Name}"),
        .. transitions.Allowed.SelectMany(allowed => Consequence.Of(allowed.Origin, Enforced, $"transitions {transitions.Name}")),
    ];
}
