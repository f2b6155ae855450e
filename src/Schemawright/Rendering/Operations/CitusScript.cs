using Schemawright.Design;
using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Operations;

/// <summary>Spreads the tables over several servers by tenant: an option for the day one server is too small, never applied by itself.</summary>
internal static class CitusScript
{
    public static IEnumerable<Artifact> Render(DataDesign design)
    {
        if (design.Distribution is not { } plan)
        {
            yield break;
        }

        var root = plan.Tables[0];
        yield return new(OperationFiles.Folder + "citus.sql", SqlFile.Statements(
        [
            $"Optional: spreads {design.Domain.AppName} over several servers. {plan.Reason}.",
            "Run once on the coordinator, as the owner, after the migrations, with citus in shared_preload_libraries and the workers added (citus_add_node).",
            .. plan.Lost.Select(lost => "Not kept: " + lost),
        ],
        [
            SqlText.Of($"CREATE EXTENSION IF NOT EXISTS citus;"),
            .. plan.Copied.Select(table => SqlText.Of($"SELECT create_reference_table({Name(table)});")),
            SqlText.Of($"SELECT create_distributed_table({Name(root.Table)}, {SqlLiteral.String(root.Column)});"),
            .. plan.Tables.Skip(1).Select(table => SqlText.Of($"SELECT create_distributed_table({Name(table.Table)}, {SqlLiteral.String(table.Column)}, colocate_with => {Name(root.Table)});")),
        ]));
    }

    private static SqlLiteral Name(string table) => SqlLiteral.String(Target.NameOf(table).ToString());
}
