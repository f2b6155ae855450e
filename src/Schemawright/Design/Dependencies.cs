using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <param name="Column">The column that repeats another table's.</param>
/// <param name="ForeignKey">The column through which the other table is reached.</param>
internal sealed record RepeatedAttribute(string Column, string ForeignKey, string Parent, string ParentColumn);

/// <summary>Finds columns that say again what a referenced row says.</summary>
internal static class RepeatedAttributes
{
    /// <summary>Words every table may use for a fact of its own.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "id", "name", "title", "description", "status", "state", "type", "kind", "notes", "note", "code", "email", "phone", "address", "amount", "total", "currency",
        "start_date", "end_date", "date", "is_active", "active", "category", "url", "role", "location", "position", "quantity", "price", "metadata", "settings",
    };

    /// <param name="frequency">In how many tables each column name stands: a name of many tables is a word, not a copy.</param>
    public static IEnumerable<RepeatedAttribute> In(TableDesign table, DataDesign design, IReadOnlyDictionary<string, int> frequency)
    {
        foreach (var key in table.ForeignKeys.Where(key => key.ReferencedTable != table.Name && key.Column != design.Tenancy.TenantColumn))
        {
            var parent = design.Find(key.ReferencedTable)!;
            foreach (var column in table.Columns.Where(column => column.Role == ColumnRole.Attribute))
            {
                var name = column.Name.StartsWith(key.Role + "_", StringComparison.Ordinal) ? column.Name[(key.Role.Length + 1)..] : Common.Contains(column.Name) || frequency[column.Name] > 2 ? "" : column.Name;
                if (parent.Find(name) is { Role: ColumnRole.Attribute } known && known.Type.Kind == column.Type.Kind)
                {
                    yield return new(column.Name, key.Column, parent.Name, known.Name);
                }
            }
        }
    }
}

/// <summary>The functional dependencies that hold in a table because of its keys, its derived columns and its references.</summary>
internal static class Dependencies
{
    public static IEnumerable<FunctionalDependency> Of(TableDesign table, DataDesign design)
    {
        yield return new(table.PrimaryKey.Columns, Others(table, table.PrimaryKey.Columns), "primary key", table.Origin);
        foreach (var unique in table.Uniques.Where(unique => unique.Where is null && unique.Columns.All(column => table.Find(column) is { Nullable: false })))
        {
            yield return new(unique.Columns, Others(table, unique.Columns), "unique key", unique.Origin);
        }

        foreach (var attribute in design.Domain.Find(table.Entity!)?.Attributes.Where(attribute => attribute.Derived is not null) ?? [])
        {
            var sources = attribute.Derived!.Refs().Where(reference => reference.IsOwn).Select(reference => RuleColumns.ColumnOf(table, reference.Attribute)).OfType<string>().Distinct(StringComparer.Ordinal).ToSeq();
            if (sources.Count > 0 && table.Find(ObjectNames.Shortened(attribute.Name)) is { } derived)
            {
                yield return new(sources, [derived.Name], "the documents compute it", attribute.Origin);
            }
        }

        foreach (var dependency in ByRules(table, design))
        {
            yield return dependency;
        }
    }

    /// <summary>A rule that one column equals a sum or product of others says that they determine it.</summary>
    private static IEnumerable<FunctionalDependency> ByRules(TableDesign table, DataDesign design) =>
        from rule in design.Domain.Rules
        where rule.Entity == table.Entity && rule.Trigger.Kind == TriggerKind.Always
        let equal = rule.Demand is Holds { Condition: Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true }, Right: Arithmetic } compare } && compare.IsSameRow() ? compare : null
        where equal is not null
        let sources = equal.Right.Refs().Select(reference => RuleColumns.ColumnOf(table, reference.Attribute)).OfType<string>().Distinct(StringComparer.Ordinal).ToSeq()
        let computed = RuleColumns.ColumnOf(table, ((Ref)equal.Left).Attribute)
        where computed is not null && sources.Count > 0 && !sources.Has(computed)
        select new FunctionalDependency(sources, [computed], "a rule computes it", rule.Origin);

    /// <summary>Everything the columns determine.</summary>
    public static HashSet<string> Closure(IEnumerable<string> columns, Seq<FunctionalDependency> dependencies)
    {
        var known = columns.ToHashSet(StringComparer.Ordinal);
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var dependency in dependencies.Where(dependency => dependency.Determinant.All(known.Contains)))
            {
                var before = known.Count;
                known.UnionWith(dependency.Dependent);
                grew |= known.Count > before;
            }
        }

        return known;
    }

    private static Seq<string> Others(TableDesign table, Seq<string> key) =>
        table.Columns.Select(column => column.Name).Where(name => !key.Has(name)).ToSeq();
}
