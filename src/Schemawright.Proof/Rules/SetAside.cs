using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Rules;

/// <summary>Takes a rule that answered first out of the way, inside a transaction that is taken back, so that the rule behind it can answer.</summary>
internal sealed class SetAside(PgSchema schema)
{
    /// <summary>The statement that does it; null when this rule cannot be set aside.</summary>
    public string? Statement(ServerAnswer refusal)
    {
        if (refusal is not { ObjectName: { } name, Table: { } tableName } || schema.Tables.FirstOrDefault(table => table.Name.Name.Text == tableName) is not { } table)
        {
            return null;
        }

        var constraint = new Identifier(name);
        if (refusal.SqlState == "23502")
        {
            return $"ALTER TABLE {table.Name} ALTER COLUMN {constraint} DROP NOT NULL";
        }

        if (Constraints(table).Contains(name, StringComparer.Ordinal))
        {
            return $"ALTER TABLE {table.Name} DROP CONSTRAINT IF EXISTS {constraint} CASCADE";
        }

        return table.Indexes.Any(index => index.Name.Text == name) ? $"DROP INDEX IF EXISTS {table.Name.Schema}.{constraint}" : Trigger(table, name);
    }

    private static IEnumerable<string> Constraints(PgTable table) =>
        table.Checks.Select(check => check.Name).Concat(table.ForeignKeys.Select(key => key.Name)).Concat(table.Uniques.Select(key => key.Name))
            .Concat(table.Exclusions.Select(exclusion => exclusion.Name)).Concat(table.PrimaryKey is { } primary ? [primary.Name] : Array.Empty<Identifier>())
            .Select(name => name.Text);

    /// <summary>A trigger answers with its own name or that of the rule it shares with others, or with one it was given; in a database with a defect it may be gone.</summary>
    private string? Trigger(PgTable table, string name)
    {
        var given = SqlLiteral.String(name);
        var own = schema.Triggers.FirstOrDefault(trigger => trigger.Table == table.Name && trigger.Name.Text == name && trigger.Arguments.Count == 0)?.Function;
        var triggers = schema.Triggers.Where(trigger => trigger.Table == table.Name && (trigger.Name.Text == name || trigger.Function == own || trigger.Arguments.Contains(given))).ToArray();
        var names = string.Join(", ", triggers.Select(trigger => SqlLiteral.String(trigger.Name.Text)));
        return triggers.Length == 0 ? null
            : $"DO $aside$ DECLARE name text; BEGIN FOR name IN SELECT tgname FROM pg_trigger WHERE tgrelid = '{table.Name}'::regclass AND tgname IN ({names}) ORDER BY 1 LOOP EXECUTE format('ALTER TABLE {table.Name} DISABLE TRIGGER %I', name); END LOOP; END $aside$";
    }
}
