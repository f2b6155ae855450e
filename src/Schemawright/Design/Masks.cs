using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Decides how a value looks to people without the right to see it, and the view that shows it so.</summary>
internal static class Masks
{
    public static TableDesign Apply(TableDesign table, DomainModel domain)
    {
        var demands = domain.Privacy.Where(demand => demand.Kind is PrivacyDemandKind.RestrictAccess or PrivacyDemandKind.Mask).ToList();
        var actors = domain.Actors.Select(actor => actor.Name).ToHashSet(StringComparer.Ordinal);
        return table with { Columns = table.Columns.Select(column => Apply(column, table, demands, actors)).ToSeq() };
    }

    public static ViewDesign? ViewOf(TableDesign table, DataDesign design)
    {
        if (!table.Columns.Any(column => column.Mask != "none"))
        {
            return null;
        }

        var decision = $"D11-{table.Name}-masked";
        var columns = table.Columns.Where(column => column.Role is not (ColumnRole.KeyId or ColumnRole.BlindIndex or ColumnRole.Ciphertext) && column.Privacy != PrivacyClass.Secret);
        var live = SoftDeletion.LiveRowsOf(table);
        return new(FreeName(table, design), table.Name, columns.Select(column => column.Name).ToSeq(), true, live,
            $"{table.Name} with personal data masked, for readers who need the rows and not the person.", Origin.Decided(decision));
    }

    public static IEnumerable<Decision> Decisions(DataDesign design) => design.Views.Where(view => view.Masked).Select(view =>
    {
        var columns = design.Find(view.Table)!.Columns.Where(column => column.Mask != "none").ToList();
        return new Decision($"D11-{view.Table}-masked", 11, $"{view.Name} shows {view.Table} with {string.Join(", ", columns.Select(column => column.Name))} masked or left out.",
            "Readers without a need for the person work on the masked view, and only the roles named may read the table's own columns.",
            DesignEdits.SourcesOf(columns.Select(column => column.Origin)));
    });

    private static ColumnDesign Apply(ColumnDesign column, TableDesign table, List<PrivacyDemand> demands, HashSet<string> actors)
    {
        var own = demands.Where(demand => demand.Entity == table.Entity && demand.Attribute is not null && Means(column, demand.Attribute)).ToList();
        var readers = own.Where(demand => demand.Kind == PrivacyDemandKind.RestrictAccess).SelectMany(demand => demand.Actors).Where(actors.Contains).Distinct(StringComparer.Ordinal).ToList();
        var mask = column.Mask != "none" ? column.Mask : column.Privacy != PrivacyClass.None || own.Count > 0 ? MaskOf(column) : "none";
        return column with { Mask = mask, ReadableBy = readers.Count > 0 ? [RolePlan.Application, .. readers] : column.ReadableBy };
    }

    private static bool Means(ColumnDesign column, string attribute) =>
        column.Name == ObjectNames.Shortened(attribute) || column.Name == RuleColumns.CiphertextOf(attribute);

    private static string MaskOf(ColumnDesign column) => column.Type.Kind switch
    {
        _ when column.Privacy == PrivacyClass.Secret => "hidden",
        DataKind.Email => "email",
        DataKind.Phone => "last4",
        DataKind.ShortText when column.Privacy == PrivacyClass.Personal => "initial",
        _ => "hidden",
    };

    private static string FreeName(TableDesign table, DataDesign design)
    {
        var name = ObjectNames.Shortened(table.Name, "_masked");
        return design.Find(name) is null ? name : ObjectNames.Shortened(table.Name, "_masked_view");
    }
}
