using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Design.Stack;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>The outbox of the search engine: every change of an indexed table leaves a note in the same transaction; only the feeder reads and removes notes.</summary>
internal static class OutboxLowering
{
    public static readonly Identifier Schema = new("outbox");

    private static readonly QualifiedName Notes = new(Schema, new Identifier("search_changes"));
    private static readonly Identifier Row = new("changed");

    public static bool IsNeeded(DataDesign design) => design.Stack.Search.Count > 0;

    public static bool HasTenants(DataDesign design) => design.Tables.Any(table => table.Scope != TenantScope.Global);

    public static IEnumerable<PgTable> Table(Target target)
    {
        if (!IsNeeded(target.Design))
        {
            yield break;
        }

        var origin = OriginOf(target.Design);
        PgColumn Column(string name, string type, bool notNull, SqlText? stated, string comment, ColumnRole role = ColumnRole.Attribute) =>
            new(new Identifier(name), type, notNull, stated, null, Sourced.Comment(comment, origin), origin) { Role = role };

        yield return new(Notes, Sourced.Comment("Rows that the search engine has still to learn about, oldest first", origin), origin)
        {
            Columns =
            [
                Column("id", "bigint", true, null, "The order of the changes", ColumnRole.Key) with { Identity = true },
                .. HasTenants(target.Design) ? [Column("tenant", "text", false, null, "Whose row it is; the feeder sets it before it reads the row; null for rows all share")] : Array.Empty<PgColumn>(),
                Column("table_name", "text", true, null, "The table changed"),
                Column("row_key", "jsonb", false, null, "The primary key of the row; null when the whole table was emptied"),
                Column("removed", "boolean", true, null, "The row is gone, so its entry goes"),
                Column("noted_at", "timestamp with time zone", true, SqlText.Of($"clock_timestamp()"), "When", ColumnRole.CreatedAt),
            ],
            PrimaryKey = new(FittedName.Of(Notes.Name.Text, "pkey"), [new Identifier("id")]) { Comment = "Identifies a note and gives its order" },
        };
    }

    public static IEnumerable<PgFunction> Functions(Target target) => Indexed(target).Select(table => Function(target, table));

    public static IEnumerable<PgTrigger> Triggers(Target target)
    {
        PgTrigger On(TableDesign table, string name, string events, string? referencing) => RuleFunctions.Trigger(
            new Identifier("z_outbox_" + name), table, "AFTER", SqlText.Words(events), "STATEMENT", referencing, null, NameOf(table), [], $"Notes each {name} for the search engine", OriginOf(target.Design));

        return Indexed(target).SelectMany(table => new[]
        {
            On(table, "insert", "INSERT", "REFERENCING NEW TABLE AS new_rows"),
            On(table, "update", "UPDATE", "REFERENCING NEW TABLE AS new_rows"),
            On(table, "delete", "DELETE", "REFERENCING OLD TABLE AS old_rows"),
            On(table, "truncate", "TRUNCATE", null),
        });
    }

    public static IEnumerable<PgGrant> Grants(Target target)
    {
        foreach (var feeder in IsNeeded(target.Design) ? target.RolesFor(RolePurpose.Feeder) : [])
        {
            var role = target.Role(feeder.Name);
            yield return new("USAGE", SqlText.Of($"SCHEMA {Schema}"), role);
            yield return new("SELECT, DELETE", SqlText.Of($"TABLE {Notes}"), role);
        }
    }

    private static IEnumerable<TableDesign> Indexed(Target target) => target.Design.Stack.Search.Select(index => target.Table(index.Table)).OfType<TableDesign>().Where(table => table.PrimaryKey.Columns.Count > 0);

    private static Origin OriginOf(DataDesign design) => design.Stack.Of(Domain.TechnologyRole.Search)!.Origin with { Decision = PlanSearch.OutboxDecision };

    private static QualifiedName NameOf(TableDesign table) => new(Schema, FittedName.Of("note", table.Name));

    private static PgFunction Function(Target target, TableDesign table)
    {
        var tenant = HasTenants(target.Design) ? SqlText.Of($"tenant, ") : SqlText.Empty;
        var ofRow = !HasTenants(target.Design) ? SqlText.Empty : target.TenantKey(table) is { } key ? SqlText.Of($"{Row}.{new Identifier(key)}::text, ") : SqlText.Of($"NULL, ");
        var keys = SqlText.Join(", ", table.PrimaryKey.Columns.Select(column => SqlText.Of($"{SqlLiteral.String(column)}, {Row}.{new Identifier(column)}")));
        var gone = table.SoftDelete && table.Columns.FirstOrDefault(column => column.Role == ColumnRole.DeletedAt) is { } deleted ? SqlText.Of($"{Row}.{new Identifier(deleted.Name)} IS NOT NULL") : SqlText.Of($"false");
        var body = SqlText.Of(
            $"""
            BEGIN
                CASE TG_OP
                WHEN 'DELETE' THEN
                    INSERT INTO {Notes} ({tenant}table_name, row_key, removed)
                    SELECT {ofRow}TG_TABLE_NAME, jsonb_build_object({keys}), true
                    FROM old_rows AS {Row};
                WHEN 'TRUNCATE' THEN
                    INSERT INTO {Notes} (table_name, removed)
                    VALUES (TG_TABLE_NAME, true);
                ELSE
                    INSERT INTO {Notes} ({tenant}table_name, row_key, removed)
                    SELECT {ofRow}TG_TABLE_NAME, jsonb_build_object({keys}), {gone}
                    FROM new_rows AS {Row};
                END CASE;
                RETURN NULL;
            END
            """);
        return new(NameOf(table), "", "trigger", "plpgsql", "VOLATILE", body, true, true, Sourced.Comment($"Notes changes of {table.Name} for the search engine", OriginOf(target.Design)), OriginOf(target.Design));
    }
}
