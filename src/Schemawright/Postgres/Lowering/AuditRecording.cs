using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>What each audited table writes to the log, once per statement.</summary>
internal static class AuditRecording
{
    private static readonly Identifier OldRow = new("old_row");
    private static readonly Identifier NewRow = new("new_row");

    /// <summary>Names what a statement's entries share, apart from columns of the same name.</summary>
    private static readonly Identifier Entry = new("entry");

    /// <summary>
    /// A session plans the join for as many rows as its first statement changed, and a plan made for one row takes the square of many; the rows
    /// are matched by hashing instead, which costs a third of sorting them, and code is not compiled anew for each statement.
    /// </summary>
    private static readonly Seq<string> Hashed = ["enable_nestloop = off", "enable_mergejoin = off", "jit = off"];

    public static PgFunction Function(Target target, TableDesign table)
    {
        var origin = target.Design.Audit.Origin;
        var facts = AuditLowering.Facts(target).ToList();
        var (columns, values) = (SqlText.Join(", ", facts.Select(fact => SqlText.Of($"{fact.Column}"))), SqlText.Join(", ", facts.Select(fact => SqlText.Of($"{Entry}.{fact.Column}"))));
        var body = SqlText.Of(
            $"""
            <<{Entry}>>
            DECLARE
                {SqlText.Join("\n", facts.Select(fact => SqlText.Of($"{fact.Column} {SqlText.Words(fact.Type)} := {fact.Value};")))}
            BEGIN
                CASE TG_OP
                WHEN 'INSERT' THEN
                    INSERT INTO {AuditLowering.LogName(target.Design)} ({Tenant(target)}table_name, verb, row_key, {columns})
                    SELECT {TenantOf(target, table, NewRow)}TG_TABLE_NAME, 'insert', {Key(table, NewRow)}, {values}
                    FROM new_rows AS {NewRow};
                WHEN 'UPDATE' THEN
                    INSERT INTO {AuditLowering.LogName(target.Design)} ({Tenant(target)}table_name, verb, row_key, old_values, {columns})
                    SELECT {TenantOf(target, table, OldRow)}TG_TABLE_NAME, 'update', {Key(table, OldRow)},
                           {Changed(target, table)},
                           {values}
                    FROM old_rows AS {OldRow}
                    JOIN new_rows AS {NewRow} ON {SqlText.Join(" AND ", KeyColumns(table).Select(column => SqlText.Of($"{NewRow}.{column} = {OldRow}.{column}")))};
                WHEN 'DELETE' THEN
                    INSERT INTO {AuditLowering.LogName(target.Design)} ({Tenant(target)}table_name, verb, row_key, old_values, {columns})
                    SELECT {TenantOf(target, table, OldRow)}TG_TABLE_NAME, 'delete', {Key(table, OldRow)},
                           {WholeRow(target, table)},
                           {values}
                    FROM old_rows AS {OldRow};
                ELSE
                    INSERT INTO {AuditLowering.LogName(target.Design)} (table_name, verb, {columns})
                    VALUES (TG_TABLE_NAME, 'truncate', {values});
                END CASE;
                RETURN NULL;
            END
            """);
        return new(Name(table), "", "trigger", "plpgsql", "VOLATILE", body, true, true, Sourced.Comment($"Writes changes of {table.Name} to the audit log", origin), origin) { Settings = Hashed };
    }

    /// <summary>Transition tables allow one event a trigger, so there is one for each verb.</summary>
    public static IEnumerable<PgTrigger> Triggers(Target target, TableDesign table)
    {
        PgTrigger On(string name, string events, string? referencing) => RuleFunctions.Trigger(
            new Identifier("z_audit_" + name), table, "AFTER", SqlText.Words(events), "STATEMENT", referencing, null, Name(table), [], $"Records each {name} in the audit log", target.Design.Audit.Origin);

        yield return On("insert", "INSERT", "REFERENCING NEW TABLE AS new_rows");
        yield return On("update", "UPDATE", "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows");
        yield return On("delete", "DELETE", "REFERENCING OLD TABLE AS old_rows");
        yield return On("truncate", "TRUNCATE", null);
    }

    private static QualifiedName Name(TableDesign table) => new(Target.Audit, FittedName.Of("record", table.Name));

    private static SqlText Tenant(Target target) => target.HasTenants ? SqlText.Of($"{AuditLowering.TenantColumn(target)}, ") : SqlText.Empty;

    private static SqlText TenantOf(Target target, TableDesign table, Identifier row) => !target.HasTenants
        ? SqlText.Empty
        : target.TenantKey(table) is { } key ? SqlText.Of($"{row}.{new Identifier(key)}, ") : SqlText.Of($"{BaseFunctions.TenantId}(), ");

    private static SqlText Key(TableDesign table, Identifier row) =>
        SqlText.Of($"jsonb_build_object({SqlText.Join(", ", KeyColumns(table).Select(column => SqlText.Of($"{SqlLiteral.String(column.Text)}, {row}.{column}")))})");

    private static IEnumerable<Identifier> KeyColumns(TableDesign table) => table.PrimaryKey.Columns.Select(column => new Identifier(column));

    /// <summary>Old values of the columns that changed: unrolled here, since taking rows apart at run time costs eleven times as much.</summary>
    private static SqlText Changed(Target target, TableDesign table)
    {
        var hidden = Hidden(target, table);
        var parts = table.Columns.Where(column => !hidden.Contains(column.Name, StringComparer.Ordinal) && column.Generated is null && !IsKept(table, column) && !table.PrimaryKey.Columns.Contains(column.Name, StringComparer.Ordinal)).Select(column =>
        {
            var name = new Identifier(column.Name);
            return SqlText.Of($"CASE WHEN {Changes.Of(column, SqlText.Of($"{OldRow}.{name}"), SqlText.Of($"{NewRow}.{name}"))} THEN jsonb_build_object({SqlLiteral.String(column.Name)}, {OldRow}.{name}) ELSE {SqlLiteral.String("{}")} END");
        }).ToList();
        return parts.Count == 0 ? SqlText.Of($"NULL::jsonb") : SqlText.Join("\n|| ", parts);
    }

    /// <summary>The row's own upkeep puts the old value back, so it never changes.</summary>
    private static bool IsKept(TableDesign table, ColumnDesign column) =>
        column.Role == ColumnRole.CreatedAt && table.Columns.Any(other => other.Role == ColumnRole.UpdatedAt || (other.Role == ColumnRole.Version && table.OptimisticLock));

    private static SqlText WholeRow(Target target, TableDesign table)
    {
        var hidden = Hidden(target, table);
        return hidden.Count == 0
            ? SqlText.Of($"to_jsonb({OldRow})")
            : SqlText.Of($"to_jsonb({OldRow}) - ARRAY[{SqlText.Join(", ", hidden.Select(name => SqlText.Of($"{SqlLiteral.String(name)}")))}]::text[]");
    }

    private static Seq<string> Hidden(Target target, TableDesign table) =>
        target.Design.Audit.Excluded.Where(excluded => excluded.Table == table.Name).Select(excluded => excluded.Column)
            .Concat(table.Columns.Where(column => column.Privacy == PrivacyClass.Secret).Select(column => column.Name))
            .Concat(FullTextLowering.IndexOf(table) is null ? [] : [FullTextLowering.ColumnOf(table).Text]).Distinct(StringComparer.Ordinal).ToSeq();
}
