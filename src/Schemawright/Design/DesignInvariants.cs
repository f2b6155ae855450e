using System.Text;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>What holds after every pass; a breach is a programmer's mistake and throws.</summary>
internal static class DesignInvariants
{
    public static void Verify(DataDesign design, string pass)
    {
        var breach = Breaches(design).FirstOrDefault();
        if (breach is not null)
        {
            throw new InvalidOperationException($"after {pass}: {breach}");
        }
    }

    /// <summary>What holds at the end: every rule accounted for, every decision named by an element is recorded.</summary>
    public static void VerifyComplete(DataDesign design)
    {
        var breach = Unaccounted(design).Concat(Undecided(design)).Concat(DecidedTwice(design)).FirstOrDefault();
        if (breach is not null)
        {
            throw new InvalidOperationException($"at the end: {breach}");
        }
    }

    private static IEnumerable<string> Breaches(DataDesign design)
    {
        var tables = design.Tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        return NamesOf(design).Concat(design.Tables.SelectMany(table => Columns(table).Concat(ForeignKeys(table, tables)).Concat(Constraints(table))));
    }

    private static IEnumerable<string> NamesOf(DataDesign design)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in design.Tables.SelectMany(ObjectNames.Of).Where(name => name.Length > 0))
        {
            if (!seen.Add(name))
            {
                yield return $"the name {name} is used twice";
            }

            if (Encoding.UTF8.GetByteCount(name) > ObjectNames.MostBytes)
            {
                yield return $"the name {name} is longer than {ObjectNames.MostBytes} bytes";
            }
        }
    }

    private static IEnumerable<string> Columns(TableDesign table)
    {
        foreach (var column in table.Columns)
        {
            if (column.Origin.Sources.Count == 0 && column.Origin.Decision is null)
            {
                yield return $"{table.Name}.{column.Name} has neither source nor decision";
            }

            if (Encoding.UTF8.GetByteCount(column.Name) > ObjectNames.MostBytes)
            {
                yield return $"{table.Name}.{column.Name} is longer than {ObjectNames.MostBytes} bytes";
            }
        }

        if (table.Columns.DistinctBy(column => column.Name, StringComparer.Ordinal).Count() != table.Columns.Count)
        {
            yield return $"{table.Name} has a column twice";
        }
    }

    private static IEnumerable<string> ForeignKeys(TableDesign table, Dictionary<string, TableDesign> tables)
    {
        foreach (var key in table.ForeignKeys)
        {
            if (!tables.TryGetValue(key.ReferencedTable, out var parent) || !IsUnique(parent, key.ReferencedColumns))
            {
                yield return $"{key.Name} refers to no unique columns of {key.ReferencedTable}";
            }

            if (key.Columns.Count != key.ReferencedColumns.Count)
            {
                yield return $"{key.Name} pairs {key.Columns.Count} columns with {key.ReferencedColumns.Count}";
            }

            foreach (var column in Missing(table, key.Columns))
            {
                yield return $"{key.Name} names {column}, which {table.Name} does not have";
            }
        }
    }

    private static bool IsUnique(TableDesign table, Seq<string> columns) =>
        table.PrimaryKey.Columns == columns || table.Uniques.Any(unique => unique.IsConstraint && unique.Columns == columns);

    private static IEnumerable<string> Constraints(TableDesign table)
    {
        var named = table.Uniques.Select(unique => (unique.Name, Used: unique.Columns.Concat(OwnColumns(unique.Where))))
            .Append((Name: table.PrimaryKey.Name + " (primary key)", Used: table.PrimaryKey.Columns))
            .Concat(table.Checks.Select(check => (check.Name, Used: OwnColumns(check.Condition))))
            .Concat(table.Exclusions.Select(exclusion => (exclusion.Name, Used: exclusion.Keys.Append(exclusion.Start).Append(exclusion.End).Concat(OwnColumns(exclusion.Where)))))
            .Concat(table.Transitions.Select(transition => (transition.Name, Used: Enumerable.Repeat(transition.Column, 1))))
            .Concat(table.RowRules.Select(rule => (rule.Name, Used: rule.OnUpdateOf.Concat(OwnColumns(rule.Must)).Concat(OwnColumns(rule.When)))))
            .Concat(table.Quotas.Select(quota => (quota.Name, Used: quota.Per.Concat(OwnColumns(quota.Where)).Concat(quota.Window is { } window ? [window.Column] : []))))
            .Concat(table.Balances.Select(balance => (balance.Name, Used: OwnColumns(balance.Must))))
            .Concat(table.Cycles.Select(cycle => (cycle.Name, Used: (IEnumerable<string>)[cycle.Column])))
            .Concat(table.Numberings.Select(numbering => (numbering.Name, Used: numbering.Per.Append(numbering.Column).Concat(numbering.SpanColumn is { } span ? [span] : []))))
            .Concat(table.Immutables.Select(immutable => (immutable.Name, Used: immutable.Columns.Concat(OwnColumns(immutable.When)))))
            .Concat(table.DeleteGuards.Select(guard => (guard.Name, Used: OwnColumns(guard.When))))
            .Concat(table.Indexes.Select(index => (index.Name, Used: index.Columns.Select(column => column.Name).Concat(OwnColumns(index.Where)))));
        return named.SelectMany(item => Missing(table, item.Used).Select(column => $"{item.Name} names {column}, which {table.Name} does not have"));
    }

    private static IEnumerable<string> OwnColumns(Expr? expr) =>
        expr is null ? [] : expr.Refs().Where(reference => reference.IsOwn).Select(reference => reference.Attribute);

    private static IEnumerable<string> Missing(TableDesign table, IEnumerable<string> columns) => columns.Where(column => table.Find(column) is null);

    private static IEnumerable<string> Unaccounted(DataDesign design)
    {
        var carried = design.RuleOutcomes.Select(outcome => outcome.RuleId).ToHashSet(StringComparer.Ordinal);
        return design.Domain.Rules.Where(rule => !carried.Contains(rule.Id)).Select(rule => $"nothing is said about the rule {rule.Id}");
    }

    private static IEnumerable<string> Undecided(DataDesign design)
    {
        var known = design.Decisions.Select(decision => decision.Id).ToHashSet(StringComparer.Ordinal);
        return design.Tables.SelectMany(table => table.Columns.Select(column => column.Origin).Concat(table.Indexes.Select(index => index.Origin)))
            .Concat(design.Views.Select(view => view.Origin)).Concat(design.Roles.Select(role => role.Origin))
            .Where(origin => IsDesignDecision(origin.Decision) && !known.Contains(origin.Decision!))
            .Select(origin => $"the decision {origin.Decision} is not recorded");
    }

    private static IEnumerable<string> DecidedTwice(DataDesign design) =>
        design.Decisions.GroupBy(decision => decision.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"the decision {group.Key} is recorded twice");

    /// <summary>Decisions of the checklist are called D03-… to D15-…; other ids are questions of earlier stages.</summary>
    private static bool IsDesignDecision(string? id) => id is ['D', >= '0' and <= '9', >= '0' and <= '9', '-', ..];
}
