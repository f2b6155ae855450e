using System.Text;
using Schemawright.Design;
using Schemawright.Design.Stack;
using Schemawright.Domain;
using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Stack;

/// <summary>The star in the warehouse's own SQL, the statements that merge what is new, and the queries that read it from the database.</summary>
internal static class WarehouseFiles
{
    private const string ChangedAt = "changed_at";

    public static IEnumerable<Artifact> Render(DataDesign design, PgSchema schema)
    {
        if (design.Stack.Of(TechnologyRole.Warehouse) is not { } store || design.Stack.Facts.Count == 0)
        {
            yield break;
        }

        var tables = Tables(design).ToList();
        var text = new WarehouseText(store.Product);
        yield return new(StackFiles.Folder + "warehouse/schema.sql", Of(store, "Facts and dimensions", tables.Select(table => Create(schema, text, table))));
        yield return new(StackFiles.Folder + "warehouse/load.sql", Of(store, "Merges what the extracts brought into the tables stage_…; a second run changes nothing", tables.SelectMany(table => Load(store.Product, text, table))));
        yield return new(StackFiles.Folder + "warehouse/extract.sql", SqlFile.Statements(
        [
            "What changed between two moments, read from the database as a role that may read nothing personal.",
            "Each run starts where the last one ended, minus a minute for transactions that were still open. With tenants: once for each, with app.tenant_id set.",
        ], tables.Select(Extract)));
    }

    private static IEnumerable<StarTable> Tables(DataDesign design) =>
    [
        .. design.Stack.Dimensions.Select(dimension => Star(design, dimension.Name, dimension.Table, null, dimension.Columns)),
        .. design.Stack.Facts.Select(fact => Star(design, fact.Name, fact.Table, fact.Time, [fact.Time, .. fact.Keys.Select(key => key.Column), .. fact.Attributes, .. fact.Measures])),
    ];

    private static StarTable Star(DataDesign design, string name, string source, string? time, IEnumerable<string> columns)
    {
        var table = design.Find(source)!;
        var changed = table.Columns.FirstOrDefault(column => column.Role == ColumnRole.UpdatedAt) ?? table.Columns.FirstOrDefault(column => column.Role == ColumnRole.CreatedAt);
        return new(name, table, time, [.. table.PrimaryKey.Columns], [.. columns.Where(column => !table.PrimaryKey.Columns.Contains(column, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)], changed?.Name);
    }

    private static string Of(StoreDesign store, string about, IEnumerable<string> statements)
    {
        var text = new StringBuilder($"-- {SqlFile.OneLine(about)}, for {SqlFile.OneLine(store.Name)}.\n");
        foreach (var statement in statements)
        {
            text.Append('\n').Append(statement).Append(";\n");
        }

        return text.ToString();
    }

    private static string Create(PgSchema schema, WarehouseText text, StarTable table)
    {
        string TypeOf(string column) => text.Type(BaseOf(schema, schema.Find(table.Source.Name)?.Find(column)) ?? "text");
        var lines = table.Keys.Select(column => $"    {text.Name(column)} {text.Required(TypeOf(column))}")
            .Concat(table.Columns.Select(column => $"    {text.Name(column)} {(column == table.Time ? text.Required(TypeOf(column)) : text.Optional(TypeOf(column)))}"))
            .Append($"    {text.Name(ChangedAt)} {text.Required(text.Type("timestamp with time zone"))}");
        return $"CREATE TABLE {text.Name(table.Name)} (\n{string.Join(",\n", lines)}\n){text.Storage(table.Time, table.Keys)}";
    }

    private static string? BaseOf(PgSchema schema, PgColumn? column) =>
        column is null ? null : schema.Domains.FirstOrDefault(domain => domain.Name.ToString() == column.Type)?.BaseType ?? column.Type;

    /// <summary>ClickHouse keeps the newest of equal keys by itself; elsewhere a merge does.</summary>
    private static IEnumerable<string> Load(StoreProduct product, WarehouseText text, StarTable table)
    {
        var stage = text.Name("stage_" + table.Name);
        string[] all = [.. table.Keys, .. table.Columns, ChangedAt];
        if (product == StoreProduct.ClickHouse)
        {
            yield return $"INSERT INTO {text.Name(table.Name)}\nSELECT {string.Join(", ", all.Select(text.Name))}\nFROM {stage}";
            yield break;
        }

        var same = string.Join(" AND ", table.Keys.Select(key => $"known.{text.Name(key)} = news.{text.Name(key)}"));
        var updates = string.Join(", ", all.Skip(table.Keys.Length).Select(column => $"{text.Name(column)} = news.{text.Name(column)}"));
        yield return $"MERGE INTO {text.Name(table.Name)} AS known\nUSING {stage} AS news\nON {same}\nWHEN MATCHED AND known.{text.Name(ChangedAt)} <= news.{text.Name(ChangedAt)} THEN UPDATE SET {updates}\n"
            + $"WHEN NOT MATCHED THEN INSERT ({string.Join(", ", all.Select(text.Name))}) VALUES ({string.Join(", ", all.Select(column => "news." + text.Name(column)))})";
    }

    private static SqlText Extract(StarTable table)
    {
        var columns = SqlText.Join(", ", table.Keys.Concat(table.Columns).Select(column => SqlText.Of($"{new Identifier(column)}")));
        if (table.Changed is not { } changed)
        {
            return SqlText.Of(
                $"""
                PREPARE {FittedName.Of(table.Name, "extract")} (timestamptz, timestamptz) AS
                SELECT {columns}, $2 AS changed_at
                FROM {Target.NameOf(table.Source.Name)}
                WHERE $1 < $2;
                """);
        }

        return SqlText.Of(
            $"""
            PREPARE {FittedName.Of(table.Name, "extract")} (timestamptz, timestamptz) AS
            SELECT {columns}, {new Identifier(changed)} AS changed_at
            FROM {Target.NameOf(table.Source.Name)}
            WHERE {new Identifier(changed)} >= $1 AND {new Identifier(changed)} < $2;
            """);
    }

    /// <param name="Keys">What identifies a row.</param>
    /// <param name="Changed">The column that tells the last change.</param>
    private sealed record StarTable(string Name, TableDesign Source, string? Time, string[] Keys, string[] Columns, string? Changed);
}
