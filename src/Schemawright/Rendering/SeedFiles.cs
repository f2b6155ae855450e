using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Rendering;

/// <summary>Rows the product needs, and rows to develop with; both can be run again without effect.</summary>
internal static class SeedFiles
{
    public static IEnumerable<Artifact> Render(DataDesign design, PgSchema schema)
    {
        var essential = design.Seeds.Where(seed => seed.Essential && seed.Rows.Count > 0).ToSeq();
        var development = design.Seeds.Where(seed => !seed.Essential && seed.Rows.Count > 0).ToSeq();
        if (essential.Count > 0)
        {
            yield return File(design, schema, "001_essential.sql", "Rows every installation needs.", essential);
        }

        if (development.Count > 0)
        {
            yield return File(design, schema, "002_development.sql", "Made-up rows for development and tests; never for production.", development);
        }
    }

    /// <summary>Row security holds for seeds as for everybody, so each tenant's rows are written in that tenant's name.</summary>
    public static IEnumerable<SqlText> Inserts(DataDesign design, PgSchema schema, SeedDesign seed)
    {
        var table = schema.Find(seed.Table);
        if (table is null || seed.Columns.Any(column => table.Find(column) is null))
        {
            yield break;
        }

        var tenant = TenantColumn(design, seed);
        foreach (var group in seed.Rows.GroupBy(row => tenant < 0 ? "" : row[tenant].Text, StringComparer.Ordinal))
        {
            if (tenant >= 0)
            {
                yield return SqlText.Of($"SELECT set_config('app.tenant_id', {SqlLiteral.String(group.Key)}, true);");
            }

            yield return design.Find(seed.Table) is { Numberings.Count: > 0 } ? InsertMissing(table, seed, group) : Insert(table, seed, group);
        }
    }

    private static Artifact File(DataDesign design, PgSchema schema, string name, string what, Seq<SeedDesign> seeds)
    {
        var inserts = seeds.SelectMany(seed => Inserts(design, schema, seed));
        var statements = schema.Owner is not { } owner ? inserts : [RoleDdl.Act(owner), .. inserts, RoleDdl.ActAsSelf];
        return new("db/seeds/" + name, SqlFile.Transaction([$"Seed: {name}", $"Product: {design.Domain.AppName}", what, "It can be run again: rows already there stay as they are."], statements));
    }

    private static int TenantColumn(DataDesign design, SeedDesign seed)
    {
        if (design.Find(seed.Table) is not { } table || table.Scope == TenantScope.Global)
        {
            return -1;
        }

        var column = table.Scope == TenantScope.TenantRoot
            ? table.PrimaryKey.Columns[^1]
            : table.Columns.FirstOrDefault(known => known.Role == ColumnRole.Tenant)?.Name ?? design.Tenancy.TenantColumn;
        return seed.Columns.ToList().FindIndex(name => name == column);
    }

    private static SqlText Insert(PgTable table, SeedDesign seed, IEnumerable<Seq<Literal>> rows)
    {
        var columns = SqlText.Join(", ", seed.Columns.Select(column => SqlText.Of($"{new Identifier(column)}")));
        var values = SqlText.Join(",\n", rows.Select(row => SqlText.Of($"({SqlText.Join(", ", row.Select(Value))})")));
        return SqlText.Of(
            $"""
            INSERT INTO {table.Name} ({columns}) VALUES
                {values}
            ON CONFLICT DO NOTHING;
            """);
    }

    /// <summary>Rows that are numbered may not be left out on conflict, so those already there are not tried again.</summary>
    private static SqlText InsertMissing(PgTable table, SeedDesign seed, IEnumerable<Seq<Literal>> rows)
    {
        SqlText Given(string column) => SqlText.Of($"made.{new Identifier(column)}::{SqlText.Words(table.Find(column)!.Type)}");
        var columns = SqlText.Join(", ", seed.Columns.Select(column => SqlText.Of($"{new Identifier(column)}")));
        var values = SqlText.Join(",\n", rows.Select(row => SqlText.Of($"({SqlText.Join(", ", row.Select(Value))})")));
        var keys = table.PrimaryKey!.Columns.Where(key => seed.Columns.Contains(key.Text, StringComparer.Ordinal));
        return SqlText.Of(
            $"""
            INSERT INTO {table.Name} ({columns})
            SELECT {SqlText.Join(", ", seed.Columns.Select(Given))}
            FROM (VALUES
                {values}
            ) AS made ({columns})
            WHERE NOT EXISTS (SELECT FROM {table.Name} AS there WHERE {SqlText.Join(" AND ", keys.Select(key => SqlText.Of($"there.{key} = {Given(key.Text)}")))});
            """);
    }

    private static SqlText Value(Literal literal) => literal.Kind switch
    {
        LiteralKind.Null => SqlText.Of($"NULL"),
        LiteralKind.Boolean => SqlText.Of($"{SqlLiteral.Bool(literal.Text is "true")}"),
        _ => SqlText.Of($"{SqlLiteral.String(literal.Text)}"),
    };
}
