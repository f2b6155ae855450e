using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>The changes every pass makes: to each table, to a table's columns, to the list of decisions.</summary>
internal static class DesignEdits
{
    public static DataDesign EachTable(this DataDesign design, Func<TableDesign, TableDesign> change) =>
        design with { Tables = design.Tables.Select(change).ToSeq() };

    /// <summary>Records decisions; a second one about the same subject gets a number of its own.</summary>
    public static DataDesign Decide(this DataDesign design, params IEnumerable<Decision> decisions)
    {
        var all = new List<Decision>(design.Decisions);
        var taken = all.Select(decision => decision.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            var id = decision.Id;
            for (var turn = 2; !taken.Add(id); turn++)
            {
                id = FormattableString.Invariant($"{decision.Id}-{turn}");
            }

            all.Add(decision with { Id = id });
        }

        return design with { Decisions = all.ToSeq() };
    }

    /// <summary>Columns in the house's order: key, tenant, foreign keys, attributes, state, audit columns.</summary>
    public static TableDesign WithColumns(this TableDesign table, IEnumerable<ColumnDesign> columns) =>
        table with { Columns = columns.OrderBy(column => Rank(column.Role)).ToSeq() };

    /// <summary>Whether the list names it, letter by letter.</summary>
    public static bool Has(this Seq<string> names, string name) => names.Contains(name, StringComparer.Ordinal);

    public static bool IsBookkeeping(this ColumnDesign column) =>
        column.Role is ColumnRole.StateSince or ColumnRole.CreatedAt or ColumnRole.UpdatedAt or ColumnRole.Version or ColumnRole.DeletedAt or ColumnRole.UpdatedBy or ColumnRole.CreatedBy;

    public static Seq<SourceSpan> SourcesOf(IEnumerable<Origin> origins) =>
        origins.SelectMany(origin => origin.Sources).Distinct().Order().ToSeq();

    /// <summary>All of the conditions, or null when there are none.</summary>
    public static Expr? AllOf(params IEnumerable<Expr?> conditions)
    {
        Seq<Expr> terms = conditions.OfType<Expr>().ToSeq();
        return terms.Count switch { 0 => null, 1 => terms[0], _ => new And(terms) };
    }

    /// <summary>What must hold together.</summary>
    public static Seq<Expr> TermsOf(Expr? condition) => condition switch { null => [], And all => all.Terms, _ => [condition] };

    private static int Rank(ColumnRole role) => role switch
    {
        ColumnRole.Key => 0,
        ColumnRole.Tenant => 1,
        ColumnRole.ForeignKey => 2,
        ColumnRole.State => 4,
        ColumnRole.StateSince => 4,
        ColumnRole.CreatedAt => 5,
        ColumnRole.CreatedBy => 6,
        ColumnRole.UpdatedAt => 7,
        ColumnRole.UpdatedBy => 8,
        ColumnRole.Version => 9,
        ColumnRole.DeletedAt => 10,
        _ => 3,
    };
}
