using System.Globalization;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Proof.Vectors;

/// <summary>Writes planned rows as statements.</summary>
internal sealed class RowSql(PgSchema schema, ServerClock clock)
{
    private const int DeepestReference = 64;

    /// <summary>The row and the rows it needs, parents first; <paramref name="row"/> itself as it was before the event.</summary>
    public IEnumerable<string> WithParents(PlannedRow row) => InOrder([row]).Select(known => Insert(known, old: true));

    /// <summary>Only the rows that others need, parents first.</summary>
    public IEnumerable<string> ParentsOf(PlannedRow row, PlannedRow? without = null) =>
        InOrder([row]).Where(known => known != row && known != without).Select(known => Insert(known, old: true));

    /// <summary>Several rows with everything they need, each once, those of <paramref name="except"/> left out.</summary>
    public IEnumerable<string> All(IEnumerable<PlannedRow> rows, params PlannedRow[] except) =>
        InOrder(rows).Where(row => !except.Contains(row)).Select(row => Insert(row, old: true));

    /// <param name="replaced">A column whose value is <paramref name="replacement"/>, as SQL, instead of the planned one.</param>
    public string Insert(PlannedRow row, bool old = false, string? replaced = null, string? replacement = null)
    {
        var columns = row.Table.Columns.Where(column => column.Generated is null && (column.Name == replaced || IsWritten(row, column, old))).ToArray();
        var names = string.Join(", ", columns.Select(column => new Identifier(column.Name)));
        var values = string.Join(", ", columns.Select(column => column.Name == replaced ? replacement : Constant(row, column.Name, old)));
        return $"INSERT INTO {NameOf(row.Table)} ({names}) OVERRIDING SYSTEM VALUE VALUES ({values})";
    }

    public string Update(PlannedRow row) =>
        $"UPDATE {NameOf(row.Table)} SET {string.Join(", ", row.Before.Keys.SelectMany(column => Assigned(row, column)).Distinct(StringComparer.Ordinal))} WHERE {KeyOf(row)}";

    public string Delete(PlannedRow row) => $"DELETE FROM {NameOf(row.Table)} WHERE {KeyOf(row)}";

    public string KeyOf(PlannedRow row) =>
        string.Join(" AND ", row.Table.PrimaryKey.Columns.Select(column => $"{new Identifier(column)} = {Constant(row, column, old: true)}"));

    public QualifiedName NameOf(TableDesign table) =>
        schema.Find(table.Name)?.Name ?? throw new InvalidOperationException($"the schema has no table {table.Name}");

    /// <summary>The tenant's key as text; null where the design has no tenants.</summary>
    public static string? TenantKey(PlannedRow? tenant) => tenant is null ? null : TextOf(tenant, tenant.Table.PrimaryKey.Columns[^1], old: false);

    /// <summary>A column's constant as SQL. Moments are written by their distance from the attempt's own now, which rules compare with, but for those that a day gave.</summary>
    public string Constant(PlannedRow row, string column, bool old)
    {
        if (Slot.Of(row, column, old).Value is MomentValue { IsDate: false } moment && moment.At.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            var distance = (moment.At - clock.Now).Ticks / TimeSpan.TicksPerMicrosecond;
            return distance == 0 ? "now()" : string.Create(CultureInfo.InvariantCulture, $"now() + interval '{distance} microseconds'");
        }

        if (Slot.Of(row, column, old).Value is MomentValue { IsDate: true } date && !row.Table.IsKey(column))
        {
            return string.Create(CultureInfo.InvariantCulture, $"(now() AT TIME ZONE 'UTC')::date + {(date.At - clock.Now.Date).Days}"); // A run may pass midnight.
        }

        return TextOf(row, column, old) is { } text ? SqlLiteral.String(text).Text : "NULL";
    }

    /// <summary>A reference's values are those of the row it leads to.</summary>
    public static string? TextOf(PlannedRow row, string column, bool old) => TextOf(new(row, column, old), []);

    /// <param name="passed">The places whose values are each taken from the next.</param>
    private static string? TextOf(Slot place, List<Slot> passed)
    {
        if (passed.Contains(place))
        {
            // Rows that refer to each other share the value: that of the row planned first.
            return Own(passed.Skip(passed.IndexOf(place)).MinBy(known => known.Row.Number), passed);
        }

        passed.Add(place);
        foreach (var link in place.Row.Table.ForeignKeys)
        {
            var part = link.Columns.ToList().IndexOf(place.Column);
            var isTenant = place.Row.Table.Find(place.Column)?.Role == ColumnRole.Tenant && link.Column != place.Column;
            if (part >= 0 && !isTenant && Slot.Of(place.Row, link.Column, place.Old).Value is KeyValue key && key.Row != place.Row)
            {
                return TextOf(new(key.Row, link.ReferencedColumns[part], Old: false), passed);
            }
        }

        return Own(place, passed);
    }

    private static string? Own(Slot place, List<Slot> passed) => Slot.Of(place.Row, place.Column, place.Old).Value switch
    {
        KeyValue key when key.Row == place.Row || passed.Count > DeepestReference => null,
        KeyValue key => TextOf(new(key.Row, key.Row.Table.PrimaryKey.Columns[^1], Old: false), passed),
        var value => ValueText.Of(value),
    };

    private IEnumerable<string> Assigned(PlannedRow row, string column) =>
        (row.Table.ForeignKeys.FirstOrDefault(link => link.Column == column)?.Columns.Where(part => row.Table.Find(part)?.Role != ColumnRole.Tenant) ?? [column])
        .Select(part => $"{new Identifier(part)} = {Constant(row, part, old: false)}");

    private static bool IsWritten(PlannedRow row, ColumnDesign column, bool old) =>
        column.Default is not null || TextOf(row, column.Name, old) is not null;

    /// <summary>Depth first along the references, so that every row comes after those it refers to.</summary>
    private static List<PlannedRow> InOrder(IEnumerable<PlannedRow> rows)
    {
        var order = new List<PlannedRow>();
        var seen = new HashSet<PlannedRow>();
        foreach (var row in rows)
        {
            Visit(row);
        }

        return order;

        void Visit(PlannedRow row)
        {
            if (!seen.Add(row))
            {
                return;
            }

            foreach (var key in row.Values.Values.Concat(row.Before.Values).OfType<KeyValue>())
            {
                Visit(key.Row);
            }

            order.Add(row);
        }
    }
}
