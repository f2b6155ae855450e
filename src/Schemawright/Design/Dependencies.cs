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
    /// <summary>Why a dependency holds.</summary>
    public const string Computed = "the documents compute it";

    /// <summary>The same, by a rule.</summary>
    public const string Ruled = "a rule computes it";

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
                yield return new(sources, [derived.Name], Computed, attribute.Origin);
            }
        }

        foreach (var dependency in ByRules(table, design).Concat(Stated(table, design)))
        {
            yield return dependency;
        }
    }

    /// <summary>What the documents say determines what, here or in the thing that was made of it.</summary>
    private static IEnumerable<FunctionalDependency> Stated(TableDesign table, DataDesign design) =>
        from rule in design.Domain.Rules
        let stated = rule.Demand as Determines
        where stated is not null
        let determinant = stated.Determinant.Select(attribute => Column(table, attribute)).OfType<string>().ToSeq()
        let dependent = stated.Dependent.Select(attribute => Column(table, attribute)).OfType<string>().ToSeq()
        where determinant.Count == stated.Determinant.Count && dependent.Count == stated.Dependent.Count && (table.Entity == rule.Entity || table.Origin.Sources == rule.Origin.Sources)
        select new FunctionalDependency(determinant, dependent, "the documents say so", rule.Origin);

    private static string? Column(TableDesign table, string attribute) => table.Find(ObjectNames.Shortened(attribute))?.Name;

    /// <summary>A rule that one column equals a sum or product of others says that they determine it.</summary>
    private static IEnumerable<FunctionalDependency> ByRules(TableDesign table, DataDesign design) =>
        from rule in design.Domain.Rules
        where rule.Entity == table.Entity && rule.Trigger.Kind == TriggerKind.Always
        let equal = rule.Demand is Holds { Condition: Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true }, Right: Arithmetic } compare } && compare.IsSameRow() ? compare : null
        where equal is not null
        let sources = equal.Right.Refs().Select(reference => RuleColumns.ColumnOf(table, reference.Attribute)).OfType<string>().Distinct(StringComparer.Ordinal).ToSeq()
        let computed = RuleColumns.ColumnOf(table, ((Ref)equal.Left).Attribute)
        where computed is not null && sources.Count > 0 && !sources.Has(computed)
        select new FunctionalDependency(sources, [computed], Ruled, rule.Origin);

    private static Seq<string> Others(TableDesign table, Seq<string> key) =>
        table.Columns.Select(column => column.Name).Where(name => !key.Has(name)).ToSeq();
}
