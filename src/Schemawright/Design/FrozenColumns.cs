using Schemawright.Collections;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Freezes columns while a condition holds, and leaves open what the row's further life still has to fill in.</summary>
internal sealed class FrozenColumns(DataDesign design, ObjectNames names)
{
    public PlacedRule Place(TableDesign table, Rule rule, Unchangeable frozen)
    {
        if (TenantKept.Stays(design, table, rule, frozen) is { } kept)
        {
            return kept;
        }

        var when = frozen.When is null ? null : RuleColumns.Carry(design, table, frozen.When);
        if (when is { Expr: null })
        {
            return RuleMechanisms.Unclear(table, rule, when.Missing);
        }

        var columns = frozen.Attributes.Select(attribute => RuleColumns.ColumnOf(table, attribute)).ToList();
        if (columns.Contains(null))
        {
            return RuleMechanisms.Unclear(table, rule, $"{table.Name} has no {string.Join(", ", frozen.Attributes)}");
        }

        var still = columns.Count > 0 ? columns.OfType<string>().SelectMany(column => Stored(table, column)).Distinct(StringComparer.Ordinal).ToSeq() : WholeRow(table, when?.Expr);
        var name = names.Claim(table.Name, [rule.Name], "immutable");
        return new(table with { Immutables = [.. table.Immutables, new(name, still, RuleColumns.Limiting(table, when?.Expr), rule.Id, RuleMechanisms.Sentence(rule), rule.Origin)] },
            RuleMechanisms.Enforced(table, rule, "trigger", name, "A trigger compares the row with what it was before the change."));
    }

    /// <summary>A computed column stays when what it is computed from stays.</summary>
    private static IEnumerable<string> Stored(TableDesign table, string column) =>
        table.Find(column)?.Generated is { } generated ? generated.Refs().Select(reference => reference.Attribute) : [column];

    /// <summary>The whole row, except what later states and jobs must still be able to write.</summary>
    private static Seq<string> WholeRow(TableDesign table, Expr? when)
    {
        var machine = table.Transitions.FirstOrDefault();
        var states = machine is null || when is null ? [] : StatesIn(when, machine.Column);
        var goesOn = machine is not null && states.Count > 0 && machine.Allowed.Any(change => states.Contains(change.From));
        var open = table.Columns.Where(column => column.IsBookkeeping() || column.Generated is not null || (goesOn && IsFilledLater(column))).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return table.Columns.Select(column => column.Name).Where(name => !open.Contains(name) && !table.PrimaryKey.Columns.Has(name)).ToSeq();
    }

    private static bool IsFilledLater(ColumnDesign column) => column.Role == ColumnRole.State || column.Nullable;

    /// <summary>The states a condition speaks of: <c>status in (…)</c> or <c>status = …</c>.</summary>
    private static HashSet<string> StatesIn(Expr when, string column) => when.Nodes().SelectMany(node => node switch
    {
        OneOf { Term: Ref { IsOwn: true } term } choice when term.Attribute == column => choice.Values.Select(value => value.Text),
        Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } left, Right: Literal value } when left.Attribute == column => [value.Text],
        _ => [],
    }).ToHashSet(StringComparer.Ordinal);
}
