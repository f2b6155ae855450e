using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Rules;

/// <summary>A row keeps its key for life: another one is refused.</summary>
internal sealed class KeyProbe : IRuleProbe
{
    private const string CheckViolation = "23514";
    private const string Guard = "c_keep_keys";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging)
    {
        var guard = staging.Schema.Triggers.FirstOrDefault(trigger => trigger.Name.Text == Guard && trigger.Table.Name.Text == table.Name);
        return guard is null ? [] : [RuleTrial.Refuse(table, Guard, table.Origin, CheckViolation, Changes(table, staging), NameOf(guard))];
    }

    private static string NameOf(PgTrigger guard) => guard.Arguments[0].Text.Trim('\'');

    private static IEnumerable<Scene> Changes(TableDesign table, Staging staging)
    {
        var world = staging.World();
        var (row, other) = (world.Fresh(table), world.Fresh(table));
        var column = table.PrimaryKey.Columns[^1];
        // Of a key that the server numbers, no other value than its next number is taken at all.
        var numbered = table.Find(column)?.Type.Kind == Terms.DataKind.Identity;
        return staging.Solve(world, RowRules.Stored(row)).Take(3).Select(_ => new Scene(
            [.. staging.Sql.All([row])],
            $"UPDATE {staging.Sql.NameOf(table)} SET {new Postgres.Sql.Identifier(column)} = {(numbered ? "DEFAULT" : staging.Sql.Constant(other, column, old: false))} WHERE {staging.Sql.KeyOf(row)}",
            RowSql.TenantKey(world.Tenant), $"update {column} to another value"));
    }
}
