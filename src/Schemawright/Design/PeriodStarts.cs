using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>
/// The time after which rows in a state leave begins with the state: "closed contracts are deleted after ten years" does not remove one that was closed yesterday.
/// </summary>
internal sealed class PeriodStarts(DataDesign design, IReadOnlyList<RetentionRequirement> needs)
{
    private readonly List<Decision> _decisions = [];

    /// <summary>The tables with the moments that are missing, and the requirements with what they count from.</summary>
    public (DataDesign Design, List<RetentionRequirement> Needs) Settle()
    {
        var settled = design;
        var counted = new List<RetentionRequirement>();
        foreach (var need in needs)
        {
            if (settled.OfEntity(need.Entity) is { } table && StateOf(table, need) is var (column, states))
            {
                var start = states is [var only] && StateMachines.OwnTime(table, only) is { } own ? own : StateMachines.SinceName(column);
                settled = settled.EachTable(known => known.Name == table.Name && known.Find(start) is null ? WithMoment(known, column, start, need) : known);
                counted.Add(need with { Anchor = start });
                continue;
            }

            counted.Add(need);
        }

        return (settled.Decide(_decisions), counted);
    }

    private static (ColumnDesign Column, Seq<string> States)? StateOf(TableDesign table, RetentionRequirement need) =>
        need is { Minimum: false, Anchor: null, Where: OneOf { Term: Ref { IsOwn: true } state } which } && RuleColumns.ColumnOf(table, state.Attribute) is { } name && table.Find(name) is { } column && IsState(column)
            ? (column, which.Values.Select(value => value.Text).ToSeq()) : null;

    /// <summary>A value list of another name, a kind or a format, is no state that a row comes into.</summary>
    private static bool IsState(ColumnDesign column) =>
        column.Role == ColumnRole.State || column is { Role: ColumnRole.Attribute, Type.Kind: DataKind.Enumeration } && column.Name.Split('_')[^1] is "status" or "state" or "stage" or "phase";

    private TableDesign WithMoment(TableDesign table, ColumnDesign column, string name, RetentionRequirement need)
    {
        var decision = new Decision($"D09-{table.Name}-{name}", 9, $"{name} of {table.Name} holds when {column.Name} last changed; the server sets it.",
            $"The documents count a period for rows in a state and name no moment at which it begins: {need.Words.TrimStart('-', ' ')}", need.Origin.Sources);
        _decisions.Add(decision);
        return table.WithColumns([.. table.Columns, new(name, DataType.Of(DataKind.Timestamp), false, ColumnRole.StateSince, $"When {column.Name} last changed.", Origin.Decided(decision.Id)) { Default = new Clock(ClockKind.Now) }]);
    }
}
