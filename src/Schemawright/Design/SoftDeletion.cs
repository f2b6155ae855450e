using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Deleting marks a row with a time instead of removing it, where the documents say that deleted data can come back.</summary>
internal static class SoftDeletion
{
    public const string Column = "deleted_at";

    /// <summary>The row is not marked as deleted.</summary>
    public static readonly Expr IsLive = new Not(new IsPresent(Ref.To(Column)));

    /// <summary>Tells live rows from deleted ones; null where rows are not marked.</summary>
    public static Expr? LiveRowsOf(TableDesign table) => table.SoftDelete ? IsLive : null;

    /// <summary>What is listed, looked up or searched is live, unless the documents speak of deleted rows themselves.</summary>
    public static Expr? LiveRowsOf(TableDesign table, AccessPath path) =>
        path.Where?.Refs().Any(reference => reference.IsOwn && reference.Attribute == Column) == true ? null : LiveRowsOf(table);

    public static bool IsAsked(TableDesign table, IEnumerable<RetentionRequirement> needs) =>
        table.Kind != TableKind.Junction && (table.Find(Column) is not null || needs.Any());

    public static TableDesign AddTo(TableDesign table, Origin origin, string reason, List<Decision> choices) => Marked(table, origin.Sources, reason, choices);

    public static TableDesign AddTo(TableDesign table, IEnumerable<RetentionRequirement> asked, List<Decision> choices)
    {
        var needs = asked.ToList();
        var origins = needs.Select(need => need.Origin).ToList();
        var sources = DesignEdits.SourcesOf(table.Find(Column) is { } stated ? [.. origins, stated.Origin] : origins);
        return Marked(table, sources, needs.Count > 0 ? $"The documents say: {needs[0].Words}" : $"The documents give {table.Name} the column {Column}.", choices);
    }

    private static TableDesign Marked(TableDesign table, Seq<SourceSpan> sources, string reason, List<Decision> choices)
    {
        var decision = $"D09-{table.Name}-soft-delete";
        choices.Add(new(decision, 9, $"Deleting a row of {table.Name} sets {Column}; only the owner and the job runner may remove it, and uniqueness counts live rows only.", reason, sources));
        var column = new ColumnDesign(Column, DataType.Of(DataKind.Timestamp), true, ColumnRole.DeletedAt, "When the row was deleted; empty while it is live.", new Origin(sources, decision));
        return table.WithColumns(table.Columns.Where(known => known.Name != Column).Append(column)) with { SoftDelete = true };
    }
}
