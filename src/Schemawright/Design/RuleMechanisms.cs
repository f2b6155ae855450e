using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>A table with a rule on it, and the account of it.</summary>
internal sealed record PlacedRule(TableDesign Table, RuleOutcome Outcome);

/// <summary>Chooses, for one rule, the mechanism its demand needs.</summary>
internal sealed class RuleMechanisms(DataDesign design, ObjectNames names)
{
    public PlacedRule Place(TableDesign table, Rule rule) => rule.Demand switch
    {
        Holds { Condition: var condition } when rule.Trigger.Kind == TriggerKind.Always && condition.UsesAggregate() => new PartRules(design, names).Balance(table, rule, condition),
        Gapless gapless => new Numberings(design, names).Place(table, rule, gapless),
        NoCycle cycle => new PartRules(design, names).Cycle(table, rule, cycle),
        Holds holds => new ConditionRules(design, names).Place(table, rule, holds.Condition),
        NoOverlap overlap => Overlap(table, rule, overlap),
        AtMost limit => Quota(table, rule, limit),
        AtLeast least => Minimum(table, rule, least),
        Unchangeable frozen => new FrozenColumns(design, names).Place(table, rule, frozen),
        NotDeletable kept => Guard(table, rule, kept),
        Determines stated => Determined(table, rule, stated),
        _ => throw new InvalidOperationException($"unknown demand {rule.Demand.GetType().Name}"),
    };

    /// <summary>A key holds what it determines; a reference leads to the one row that says it.</summary>
    private static PlacedRule Determined(TableDesign table, Rule rule, Determines stated)
    {
        var columns = stated.Determinant.Select(attribute => RuleColumns.ColumnOf(table, attribute)).OfType<string>().ToList();
        if (stated.Dependent.All(attribute => table.Find(ObjectNames.Shortened(attribute)) is null) && table.ForeignKeys.FirstOrDefault(key => columns.Contains(key.Column, StringComparer.Ordinal)) is { } reference)
        {
            return new(table, Enforced(table, rule, "foreign key", reference.Name, $"{reference.ReferencedTable} says it once for each."));
        }

        var unique = table.Uniques.FirstOrDefault(key => key.Where is null && key.Columns.All(column => columns.Contains(column, StringComparer.Ordinal) || table.Find(column) is { Role: ColumnRole.Tenant }));
        return unique is not null ? new(table, Enforced(table, rule, "unique key", unique.Name, "Only one row has the value, so it has one of the others."))
            : Unclear(table, rule, $"{string.Join(" and ", stated.Dependent)} stays with each row, and the copies are not compared");
    }

    public static PlacedRule Unclear(TableDesign table, Rule rule, string reason) =>
        new(table, new(rule.Id, Fate.Unclear, "", table.Name, null, char.ToUpperInvariant(reason[0]) + reason[1..].TrimEnd('.') + "."));

    public static RuleOutcome Enforced(TableDesign table, Rule rule, string mechanism, string name, string reason) =>
        new(rule.Id, Fate.Enforced, $"{mechanism} {name}", table.Name, name, reason);

    /// <summary>The rule's words without the marks of the list they stood in.</summary>
    public static string Sentence(Rule rule)
    {
        var words = rule.Words.Trim().TrimStart('-', '*', '•', '+', ' ');
        return words.Length > 0 ? words : rule.Name.Replace('_', ' ');
    }

    private PlacedRule Overlap(TableDesign table, Rule rule, NoOverlap overlap)
    {
        var keys = overlap.Keys.Select(key => RuleColumns.ColumnOf(table, key)).ToList();
        var start = RuleColumns.ColumnOf(table, overlap.Start);
        var end = RuleColumns.ColumnOf(table, overlap.End);
        var where = Carried(table, overlap.Where);
        if (start is null || end is null || keys.Contains(null) || where is { Expr: null })
        {
            return Unclear(table, rule, where is { Expr: null } ? where.Missing : $"{table.Name} lacks a column for the overlap");
        }

        var name = names.Claim(table.Name, [rule.Name], "excl");
        var live = SoftDeletion.LiveRowsOf(table);
        var exclusion = new ExclusionDesign(name, TenantLed(table, keys.OfType<string>()), start, end, DesignEdits.AllOf(where?.Expr, live), rule.Id, RuleMechanisms.Sentence(rule), rule.Origin);
        return new(table with { Exclusions = [.. table.Exclusions, exclusion] },
            Enforced(table, rule, "EXCLUDE", name, "An exclusion constraint refuses the second of two overlapping rows even when both are written at once."));
    }

    private PlacedRule Quota(TableDesign table, Rule rule, AtMost limit)
    {
        var per = limit.Per.Select(key => RuleColumns.ColumnOf(table, key)).ToList();
        var sum = limit.Sum is null ? null : RuleColumns.ColumnOf(table, limit.Sum);
        var where = Carried(table, limit.Where);
        var window = limit.Window is { } stretch ? RuleColumns.ColumnOf(table, stretch.Attribute) : null;
        if (limit.Window is not null && window is null)
        {
            return Unclear(table, rule, $"{table.Name} has no {limit.Window.Attribute} to tell the {limit.Window.Unit.ToString().ToLowerInvariant()} by");
        }

        if (per.Contains(null) || (limit.Sum is not null && sum is null) || where is { Expr: null })
        {
            return Unclear(table, rule, where is { Expr: null } ? where.Missing : $"{table.Name} lacks a column to count by");
        }

        if (limit is { Limit: 1, Sum: null, Window: null } && per.Count > 0 && where?.Expr?.IsSameRow() != false && !(where?.Expr is { } narrowed && LocalDays.IsElsewhere(table) && LocalDays.Decide(design, table, narrowed)))
        {
            return OnePer(table, rule, per.OfType<string>(), where?.Expr);
        }

        var name = names.Claim(table.Name, [rule.Name], "limit");
        var quota = new QuotaDesign(name, TenantLed(table, per.OfType<string>()), limit.Limit, sum, where?.Expr, rule.Id, RuleMechanisms.Sentence(rule), rule.Origin, window is null ? null : new(window, limit.Window!.Unit));
        return new(table with { Quotas = [.. table.Quotas, quota] },
            Enforced(table, rule, "trigger", name, "A trigger locks the group before it counts, so that two sessions cannot both take the last place."));
    }

    /// <summary>At most one is uniqueness, which an index keeps without any lock of ours.</summary>
    private PlacedRule OnePer(TableDesign table, Rule rule, IEnumerable<string> per, Expr? where)
    {
        var name = names.Claim(table.Name, [rule.Name], "key");
        var live = SoftDeletion.LiveRowsOf(table);
        var unique = new UniqueDesign(name, TenantLed(table, per), DesignEdits.AllOf(live, where), rule.Origin);
        return new(table with { Uniques = [.. table.Uniques, unique] }, Enforced(table, rule, "UNIQUE", name, "A unique index refuses the second row."));
    }

    private PlacedRule Minimum(TableDesign table, Rule rule, AtLeast least)
    {
        var child = design.OfEntity(least.ChildEntity);
        var link = child?.ForeignKeys.FirstOrDefault(key => key.ReferencedTable == table.Name && (key.Role == least.Role || least.Role.Length == 0));
        var state = table.Transitions.FirstOrDefault()?.Column ?? (table.Columns.FirstOrDefault(column => column.Role == ColumnRole.State) ?? table.Columns.FirstOrDefault(column => column.Name is "status" or "state"))?.Name;
        if (child is null || link is null || (least.States.Count > 0 && state is null))
        {
            return Unclear(table, rule, $"no rows of {least.ChildEntity} refer to {table.Name} as {least.Role}");
        }

        var name = names.Claim(table.Name, [rule.Name], "minimum");
        var minimum = new MinimumDesign(name, child.Name, link.Column, least.Count, least.States.Count > 0 ? state : null, least.States, rule.Id, RuleMechanisms.Sentence(rule), rule.Origin);
        return new(table with { Minimums = [.. table.Minimums, minimum] },
            Enforced(table, rule, "trigger", name, "A deferred trigger counts at the end of the transaction, so that parent and children can be written in any order."));
    }

    private PlacedRule Guard(TableDesign table, Rule rule, NotDeletable kept)
    {
        var when = Carried(table, kept.When);
        if (when is { Expr: null })
        {
            return Unclear(table, rule, when.Missing);
        }

        var name = names.Claim(table.Name, [rule.Name], "guard");
        return new(table with { DeleteGuards = [.. table.DeleteGuards, new(name, RuleColumns.Limiting(table, when?.Expr), rule.Id, RuleMechanisms.Sentence(rule), rule.Origin)] },
            Enforced(table, rule, "trigger", name, "A trigger refuses the deletion while the condition holds."));
    }

    private CarriedExpr? Carried(TableDesign table, Expr? expr) => expr is null ? null : RuleColumns.Carry(design, table, expr);

    private Seq<string> TenantLed(TableDesign table, IEnumerable<string> columns)
    {
        var tenant = table.Scope == TenantScope.Scoped ? design.Tenancy.TenantColumn : null;
        var all = columns.Where(column => column != tenant).Distinct(StringComparer.Ordinal);
        return tenant is null ? all.ToSeq() : [tenant, .. all];
    }
}
