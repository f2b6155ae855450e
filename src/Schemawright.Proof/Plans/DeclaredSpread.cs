using System.Globalization;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Model;
using Schemawright.Terms;

namespace Schemawright.Proof.Plans;

/// <summary>So many of the rows that refer to a table lead to the first few of its rows.</summary>
/// <param name="Percent">Of the rows that refer.</param>
/// <param name="Few">Of the rows referred to.</param>
internal sealed record HolderBand(decimal Percent, long Few);

/// <summary>How unevenly the documents say the rows of a table are spread, column by column; all else is even.</summary>
internal sealed class DeclaredSpread(PgSchema schema, DataDesign design, DeclaredScale scale)
{
    private const decimal AllPercent = 100;
    private const decimal SecondsOfDay = 86400;
    private const decimal MostDays = 100_000;

    /// <summary>The few parents that most rows of a column lead to; null where every parent has as many.</summary>
    public HolderBand? Holders(PgTable table, PgColumn column) => HoldersIn(table, column) is { } skew ? BandOf(skew) : null;

    /// <summary>The spread over parents, or over tenants, that a column carries.</summary>
    public Skew? HoldersIn(PgTable table, PgColumn column) =>
        Of(table).Where(skew => skew.Kind == SkewKind.Holder && (skew.Role is null ? column.Role == ColumnRole.Tenant && table.Name.Name.Text != design.Tenancy.TenantTable : ColumnOf(skew) == column.Name.Text)).MaxBy(skew => skew.Entity is not null);

    /// <summary>The values whose shares are declared.</summary>
    public Seq<Skew> Values(PgTable table, PgColumn column) => [.. Of(table).Where(skew => skew.Kind == SkewKind.Value && skew.Attribute == column.Name.Text)];

    public Skew? Age(string table) => schema.Find(table) is { } known ? Of(known).FirstOrDefault(skew => skew.Kind == SkewKind.Age) : null;

    /// <summary>So far back most queries look; null where the documents do not say.</summary>
    public int? DaysRead(PgTable table) => Of(table).FirstOrDefault(skew => skew is { Kind: SkewKind.Reads, Within: not null }) is { } reads ? DaysIn(reads.Within!) : null;

    public static int DaysOf(Skew age) => DaysIn(age.Within!);

    public bool IsUneven(PgTable table, PgColumn column) => HoldersIn(table, column) is not null || Values(table, column).Count > 0;

    /// <summary>In the words of an attempt.</summary>
    public string Words(PgTable table) => Of(table).Any(skew => skew.Kind is not SkewKind.Reads && !(skew is { Kind: SkewKind.Holder, Role: null } && !table.Columns.Any(column => column.Role == ColumnRole.Tenant))) ? "spread as the documents declare" : "spread evenly, as no document says otherwise";

    /// <summary>The share of the rows that the few hold, in words.</summary>
    public string Words(Skew skew) => skew.Kind switch
    {
        SkewKind.Holder => $"{Number(skew.Percent)} % with {(skew.Counted ? $"{Number(skew.Few ?? 1)}" : $"{Number(skew.Few ?? 1)} %")} of {TableOf(skew.Holder!)}",
        SkewKind.Value => $"{Number(skew.Percent)} % with {skew.Attribute} = {skew.Value}",
        _ => $"{Number(skew.Percent)} % at most {skew.Within} old",
    };

    /// <summary>The tables whose rows it spreads.</summary>
    public IEnumerable<PgTable> TablesOf(Skew skew) => schema.Tables.Where(table => Of(table).Contains(skew));

    private static int DaysIn(Period period) => (int)Math.Clamp(Math.Round(period.ApproximateSeconds / SecondsOfDay), 1, MostDays);

    private HolderBand BandOf(Skew skew)
    {
        var all = scale.RowsOf(TableOf(skew.Holder!));
        var few = skew.Counted ? skew.Few ?? 1 : Math.Round(all * (skew.Few ?? 1) / AllPercent);
        return new(skew.Percent, (long)Math.Clamp(few, 1, all));
    }

    private IEnumerable<Skew> Of(PgTable table) => design.Find(table.Name.Name.Text)?.Entity is { } entity ? design.Domain.Skews.Where(skew => skew.Entity is null || skew.Entity == entity) : [];

    public string TableOf(string entity) => design.OfEntity(entity)?.Name ?? entity;

    private string? ColumnOf(Skew skew) => design.OfEntity(skew.Entity!)?.ForeignKeys.FirstOrDefault(key => key.Role == skew.Role)?.Column;

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
