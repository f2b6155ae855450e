using Schemawright.Design;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Operations;

/// <summary>
/// Spreads the tables over several servers by tenant: an option for the day one server is too small, never applied by itself. What no single
/// server can keep is taken off first, for a table with such a promise is refused.
/// </summary>
internal static class CitusScript
{
    public static IEnumerable<Artifact> Render(DataDesign design, PgSchema schema)
    {
        if (design.Distribution is not { } plan)
        {
            yield break;
        }

        var root = plan.Tables[0];
        yield return new(OperationFiles.Folder + "citus.sql", SqlFile.Statements(
        [
            $"Optional: spreads {design.Domain.AppName} over several servers. {plan.Reason}.",
            "Unproved on Citus itself: try it on a copy first. What follows meets the conditions that its manual states for each table.",
            "Run once on the coordinator, as the owner, after the migrations, with citus in shared_preload_libraries and the workers added (citus_add_node).",
            "Sessions name their tenant by SET LOCAL, and citus.propagate_set_commands = 'local' hands it to the workers' policies.",
            .. plan.Lost.Select(lost => "Not kept: " + lost),
        ],
        [
            SqlText.Of($"CREATE EXTENSION IF NOT EXISTS citus;"),
            .. plan.Tables.SelectMany(table => schema.Triggers.Where(trigger => trigger.Table.ToString() == Target.NameOf(table.Table).ToString())).Select(trigger => SqlText.Of($"DROP TRIGGER {trigger.Name} ON {trigger.Table};")),
            .. plan.Tables.SelectMany(spread => References(plan, spread, schema.Find(spread.Table)!)),
            .. plan.Tables.SelectMany(spread => Keys(spread, schema.Find(spread.Table)!)),
            .. plan.Copied.Select(table => SqlText.Of($"SELECT create_reference_table({Name(table)});")),
            SqlText.Of($"SELECT create_distributed_table({Name(root.Table)}, {SqlLiteral.String(root.Column)});"),
            .. plan.Tables.Skip(1).Select(table => SqlText.Of($"SELECT create_distributed_table({Name(table.Table)}, {SqlLiteral.String(table.Column)}, colocate_with => {Name(root.Table)});")),
        ]));
    }

    /// <summary>References that would lead to another server.</summary>
    private static IEnumerable<SqlText> References(DistributionDesign plan, SpreadTable spread, PgTable table) =>
        from key in table.ForeignKeys
        where !plan.Copied.Any(copied => Target.NameOf(copied).ToString() == key.Referenced.ToString())
        let other = plan.Tables.FirstOrDefault(known => Target.NameOf(known.Table).ToString() == key.Referenced.ToString())
        where other is null || !key.Columns.Zip(key.ReferencedColumns).Any(pair => pair.First.Text == spread.Column && pair.Second.Text == other.Column)
        select SqlText.Of($"ALTER TABLE {table.Name} DROP CONSTRAINT {key.Name};");

    /// <summary>What was unique over all tenants is unique within each.</summary>
    private static IEnumerable<SqlText> Keys(SpreadTable spread, PgTable table)
    {
        var tenant = new Identifier(spread.Column);
        foreach (var key in table.Uniques.Where(key => !key.Columns.Any(column => column.Text == spread.Column)))
        {
            yield return SqlText.Of($"ALTER TABLE {table.Name} DROP CONSTRAINT {key.Name}, ADD CONSTRAINT {key.Name} UNIQUE ({TableDdl.Names([tenant, .. key.Columns])});");
        }

        foreach (var index in table.Indexes.Where(index => index.Unique && !index.Columns.Any(column => column.Text == tenant.ToString())))
        {
            yield return SqlText.Of($"DROP INDEX {table.Name.Schema}.{index.Name};");
            yield return IndexDdl.Write(table, index with { Columns = [SqlText.Of($"{tenant}"), .. index.Columns] });
        }
    }

    private static SqlLiteral Name(string table) => SqlLiteral.String(Target.NameOf(table).ToString());
}
