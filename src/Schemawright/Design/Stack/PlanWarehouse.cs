using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design.Stack;

/// <summary>A star: tables with figures or states and references become facts, what they refer to becomes dimensions; nothing personal leaves.</summary>
internal sealed class PlanWarehouse(DataDesign design, StoreDesign store)
{
    public Seq<FactDesign> Facts() => design.Tables.Select(Fact).OfType<FactDesign>().ToSeq();

    public Seq<DimensionDesign> Dimensions(Seq<FactDesign> facts)
    {
        var wanted = facts.SelectMany(fact => fact.Keys).Select(key => key.Dimension).ToHashSet(StringComparer.Ordinal);
        return design.Tables.Where(table => wanted.Contains(table.Name))
            .Select(table => new DimensionDesign("dim_" + table.Name, table.Name, Described(table), table.Origin.And(store.Origin))).ToSeq();
    }

    private FactDesign? Fact(TableDesign table)
    {
        var measures = table.Columns.Where(column => IsMeasure(column) && IsShared(column)).Select(column => column.Name).ToSeq();
        var isEvent = measures.Count > 0 || table.Columns.Any(column => column.Role == ColumnRole.State);
        var keys = table.ForeignKeys.Where(key => key.ReferencedTable != table.Name && design.Find(key.ReferencedTable) is not null).DistinctBy(key => key.Column, StringComparer.Ordinal).Select(key => new FactKeyDesign(key.Column, key.ReferencedTable)).ToSeq();
        if (!isEvent || keys.Count(key => key.Column != design.Tenancy.TenantColumn) == 0 || table.Kind == TableKind.Reference || table.PrimaryKey.Columns.Count == 0 || TimeOf(table) is not { } time)
        {
            return null;
        }

        var attributes = table.Columns.Where(column => IsShared(column) && IsGrouped(column) && !measures.Has(column.Name)).Select(column => column.Name).ToSeq();
        return new("fact_" + table.Name, table.Name, time, measures, keys, attributes, table.Origin.And(store.Origin));
    }

    private static bool IsMeasure(ColumnDesign column) =>
        column is { Role: ColumnRole.Attribute or ColumnRole.Generated, Type: { IsArray: false, Kind: DataKind.Money or DataKind.Decimal or DataKind.Percentage or DataKind.Integer or DataKind.BigInteger or DataKind.Duration } };

    private static bool IsShared(ColumnDesign column) => column.Privacy == PrivacyClass.None && column.ReadableBy.Count == 0 && !column.Hashed;

    private static bool IsGrouped(ColumnDesign column) => column.Role == ColumnRole.State
        || column is { Role: ColumnRole.Attribute, Type: { IsArray: false, Kind: DataKind.Enumeration or DataKind.Boolean or DataKind.Date or DataKind.Timestamp or DataKind.CurrencyCode or DataKind.CountryCode or DataKind.LanguageCode } };

    private static string? TimeOf(TableDesign table) => table.Columns.FirstOrDefault(column => column.Role == ColumnRole.CreatedAt)?.Name;

    /// <summary>Names and groups; long texts and structures serve no report.</summary>
    private static Seq<string> Described(TableDesign table) => table.Columns
        .Where(column => IsShared(column) && (IsGrouped(column) || column is { Role: ColumnRole.Attribute, Type: { IsArray: false, Kind: DataKind.ShortText or DataKind.Unknown or DataKind.TimeZone } }))
        .Select(column => column.Name).ToSeq();
}
