using System.Globalization;
using Schemawright.Design;
using Schemawright.Postgres.Model;

namespace Schemawright.Proof.Plans;

/// <summary>Statements that fill every table with a sample of the rows it will hold, and tell the server how many different values the whole has.</summary>
internal sealed class SampleRows(PgSchema schema, DataDesign design)
{
    private readonly DeclaredScale _scale = new(schema, design);

    public IEnumerable<string> Statements() =>
    [
        "SET session_replication_role = replica",
        .. PastPartitions.Statements(schema),
        .. schema.Domains.SelectMany(domain => domain.Checks.Select(check => $"ALTER DOMAIN {domain.Name} DROP CONSTRAINT {check.Name}")),
        .. schema.Tables.SelectMany(WithoutRules),
        .. schema.Tables.Select(Fill),
        .. schema.Tables.SelectMany(DistinctValues),
        "ANALYZE",
    ];

    private static IEnumerable<string> WithoutRules(PgTable table) =>
    [
        .. table.Checks.Select(check => check.Name).Concat(table.Exclusions.Select(exclusion => exclusion.Name)).Select(name => $"ALTER TABLE {table.Name} DROP CONSTRAINT {name}"),
        .. table.Columns.Where(column => column is { NotNull: true, Generated: null }).Select(column => $"ALTER TABLE {table.Name} ALTER COLUMN {column.Name} DROP NOT NULL"),
    ];

    private string Fill(PgTable table)
    {
        var values = new SampleValues(schema, design, _scale);
        var written = table.Columns.Where(column => column.Generated is null).ToArray();
        return $"INSERT INTO {table.Name} ({string.Join(", ", written.Select(column => column.Name))}) OVERRIDING SYSTEM VALUE SELECT {string.Join(", ", written.Select(column => values.Of(table, column)))} FROM generate_series(1, {_scale.SampleOf(table).ToString(CultureInfo.InvariantCulture)}) AS g ON CONFLICT DO NOTHING";
    }

    /// <summary>What a sample cannot tell: of how many parents the references of the whole table speak. Each partition is told by itself.</summary>
    private IEnumerable<string> DistinctValues(PgTable table)
    {
        var values = new SampleValues(schema, design, _scale);
        var rows = _scale.RowsOf(table);
        foreach (var column in table.Columns.Where(column => column.Generated is null))
        {
            var parent = column.Role == ColumnRole.Tenant && design.Tenancy.TenantTable is { } tenants ? schema.Find(tenants) : values.ParentOf(table, column);
            if (parent is null || table.PrimaryKey is { Columns.Count: 1 } key && key.Columns[0] == column.Name)
            {
                continue;
            }

            var different = _scale.RowsOf(parent);
            var told = different * 10 < rows ? different.ToString(CultureInfo.InvariantCulture) : (-Math.Min(1m, (decimal)different / rows)).ToString("0.######", CultureInfo.InvariantCulture);
            yield return $"DO $told$ DECLARE part regclass; BEGIN FOR part IN SELECT relid FROM pg_partition_tree('{table.Name}') UNION SELECT '{table.Name}'::regclass LOOP EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET (n_distinct = {told})', part, '{column.Name.Text.Replace("'", "''", StringComparison.Ordinal)}'); END LOOP; END $told$";
        }
    }

    public static string BaseOf(PgSchema schema, PgColumn column) =>
        schema.Domains.FirstOrDefault(domain => domain.Name.ToString() == column.Type)?.BaseType ?? column.Type;
}
