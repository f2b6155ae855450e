using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>The audit log: one table nobody can change, filled by statement triggers of every audited table.</summary>
internal static class AuditLowering
{
    private static readonly string[] OwnColumns = ["occurred_at", "id", "table_name", "verb", "row_key", "old_values", "actor", "reason", "database_role", "transaction_id"];

    public static bool IsNeeded(DataDesign design) => design.Tables.Any(table => table.Audited);

    public static QualifiedName LogName(DataDesign design) => new(Target.Audit, FittedName.Fit(design.Audit.Table.Length > 0 ? design.Audit.Table : "audit_logs"));

    public static IEnumerable<PgTable> Table(Target target)
    {
        if (!IsNeeded(target.Design))
        {
            yield break;
        }

        var audit = target.Design.Audit;
        var log = LogName(target.Design);
        var name = log.Name.Text;
        var partition = audit.Partition;
        yield return new(log, Sourced.Comment("Who changed which row when, what it held before, and why; rows are only ever added", audit.Origin), audit.Origin)
        {
            Columns = [.. Columns(target)],
            PrimaryKey = new(FittedName.Of(name, "pkey"), partition is { ByUuid7: false } ? [new Identifier("occurred_at"), new Identifier("id")] : [new Identifier("id")]) { Comment = "Identifies an entry of the log" },
            Checks = [new(FittedName.Of(name, "verb_values"), new Condition(SqlText.Of($"verb IN ('insert', 'update', 'delete', 'truncate')")), "What was done")],
            Indexes = [.. Indexes(target, name, audit)],
            Partitioning = PartitionLowering.Of(partition is null ? null : partition with { Column = partition.ByUuid7 ? "id" : "occurred_at" }),
            RowSecurity = target.HasTenants,
            ForceRowSecurity = target.HasTenants,
        };
    }

    public static IEnumerable<PgFunction> Functions(Target target) =>
        target.Design.Tables.Where(table => table.Audited).Select(table => AuditRecording.Function(target, table));

    public static IEnumerable<PgTrigger> Triggers(Target target)
    {
        if (!IsNeeded(target.Design))
        {
            return [];
        }

        var log = LogName(target.Design);
        var origin = target.Design.Audit.Origin;
        Seq<SqlLiteral> arguments = [SqlLiteral.String(FittedName.Of(log.Name.Text, "append_only").Text), SqlLiteral.String("the audit log only grows: its entries cannot be changed or removed")];
        var comment = Sourced.Comment("Entries of the log stay as they are", origin);
        return
        [
            .. target.Design.Tables.Where(table => table.Audited).SelectMany(table => AuditRecording.Triggers(target, table)),
            new PgTrigger(new("append_only"), log, "BEFORE", SqlText.Of($"UPDATE OR DELETE"), "ROW", null, null, BaseFunctions.Refuse, arguments, false, comment, origin),
            new PgTrigger(new("append_only_truncate"), log, "BEFORE", SqlText.Of($"TRUNCATE"), "STATEMENT", null, null, BaseFunctions.Refuse, arguments, false, comment, origin),
        ];
    }

    /// <summary>The key begins with the time, so entries are written at its end whatever their own keys are, and a stretch of time is found by it.</summary>
    private static bool InOrder(AuditDesign audit) => audit.Partition is { ByUuid7: false };

    /// <summary>Reading is narrowed to the tenant; writing needs no narrowing, since only the owner's recording functions may.</summary>
    public static IEnumerable<PgPolicy> Policies(Target target)
    {
        if (!IsNeeded(target.Design) || !target.HasTenants)
        {
            yield break;
        }

        var log = LogName(target.Design);
        var all = new Condition(SqlText.Of($"true"));
        var own = new Condition(SqlText.Of($"{TenantColumn(target)} = (SELECT {BaseFunctions.TenantId}())"));
        yield return new(PolicyLowering.Base, log, true, "ALL", [], all, all, Sourced.Comment($"Opens the log to the roles with a grant; {PolicyLowering.Guard} narrows it", target.Design.Audit.Origin));
        yield return new(PolicyLowering.Guard, log, false, "SELECT", [], own, null, Sourced.Comment("A tenant's auditors read its own entries only", target.Design.Audit.Origin));
    }

    public static IEnumerable<PgGrant> Grants(Target target)
    {
        if (!IsNeeded(target.Design))
        {
            yield break;
        }

        if (target.Design.Audit.Partition is not null)
        {
            foreach (var jobs in target.RolesFor(RolePurpose.JobRunner))
            {
                yield return new("USAGE", SqlText.Of($"SCHEMA {Target.Audit}"), target.Role(jobs.Name));
            }
        }

        var readers = target.Design.Roles.Where(role => role.Purpose == RolePurpose.Auditor || role.Grants.Any(grant => grant.Table == target.Design.Audit.Table && grant.Verbs.Contains("select", StringComparer.Ordinal)));
        foreach (var role in readers)
        {
            yield return new("USAGE", SqlText.Of($"SCHEMA {Target.Audit}"), target.Role(role.Name));
            yield return new("SELECT", SqlText.Of($"TABLE {LogName(target.Design)}"), target.Role(role.Name));
        }
    }

    public static Identifier TenantColumn(Target target) => new(target.TenantColumn is { Length: > 0 } stated && !OwnColumns.Contains(stated, StringComparer.Ordinal) ? stated : "tenant_id");

    private static IEnumerable<PgColumn> Columns(Target target)
    {
        var origin = target.Design.Audit.Origin;
        PgColumn Column(string name, string type, bool notNull, SqlText? stated, string comment, ColumnRole role = ColumnRole.Attribute) =>
            new(new Identifier(name), type, notNull, stated, null, Sourced.Comment(comment, origin), origin) { Role = role };

        yield return Column("occurred_at", "timestamp with time zone", true, SqlText.Of($"clock_timestamp()"), "When", ColumnRole.CreatedAt);
        yield return Id(target.Design.Audit, Column);
        if (target.HasTenants)
        {
            yield return Column(TenantColumn(target).Text, target.TenantType, false, SqlText.Of($"{BaseFunctions.TenantId}()"), "Whose row it was; null for rows all tenants share", ColumnRole.Tenant);
        }

        yield return Column("table_name", "text", true, null, "The table changed");
        yield return Column("verb", "text", true, null, "insert, update, delete or truncate");
        yield return Column("row_key", "jsonb", false, null, "The primary key of the row; null for a truncation");
        yield return Column("old_values", "jsonb", false, null, "Update: the changed columns' values before. Delete: the whole row. Without secrets");
        yield return Column("actor", "text", false, Fact(target, "actor"), "Who, as the application named them in app.actor; plain text, so that erasing a person is not blocked");
        yield return Column("reason", "text", false, Fact(target, "reason"), "Why, as the application gave it in app.reason");
        yield return Column("database_role", "text", true, Fact(target, "database_role"), "The database role that acted");
        yield return Column("transaction_id", "xid8", true, Fact(target, "transaction_id"), "Entries of one transaction share it");
        foreach (var extra in Extra(target))
        {
            yield return new(new Identifier(extra.Name), ColumnTypes.BaseOf(extra.Type), false, Fact(target, extra.Name), null, Sourced.Comment(extra.Comment, extra.Origin), extra.Origin);
        }
    }

    /// <summary>Where the key begins with the time a number is enough, and costs a seventh of a random one.</summary>
    private static PgColumn Id(AuditDesign audit, Func<string, string, bool, SqlText?, string, ColumnRole, PgColumn> column)
    {
        const string Comment = "Tells entries of one moment apart";
        return InOrder(audit) ? column("id", "bigint", true, null, Comment, ColumnRole.Key) with { Identity = true } : column("id", "uuid", true, SqlText.Of($"{BaseFunctions.Uuid7}()"), Comment, ColumnRole.Key);
    }

    private static IEnumerable<ColumnDesign> Extra(Target target) => target.Design.Audit.ExtraColumns
        .Where(extra => !OwnColumns.Contains(extra.Name, StringComparer.Ordinal) && extra.Name != TenantColumn(target).Text).DistinctBy(extra => extra.Name, StringComparer.Ordinal);

    /// <summary>What is the same for all entries of a statement: column, type and value, which the recording function asks for once and not for each row.</summary>
    public static IEnumerable<(Identifier Column, string Type, SqlText Value)> Facts(Target target) =>
    [
        (new("actor"), "text", Setting("actor")),
        (new("reason"), "text", Setting("reason")),
        (new("database_role"), "text", SqlText.Of($"coalesce(nullif(current_setting('role'), 'none'), SESSION_USER)")),
        (new("transaction_id"), "xid8", SqlText.Of($"pg_current_xact_id()")),
        .. Extra(target).Where(extra => IsPlain(extra.Name)).Select(extra => (new Identifier(extra.Name), ColumnTypes.BaseOf(extra.Type), SqlText.Of($"{Setting(extra.Name)}::{SqlText.Words(ColumnTypes.BaseOf(extra.Type))}"))),
    ];

    private static SqlText? Fact(Target target, string column) => Facts(target).Where(fact => fact.Column.Text == column).Select(fact => fact.Value).FirstOrDefault();

    private static SqlText Setting(string name) => SqlText.Of($"nullif(current_setting({SqlLiteral.String("app." + name)}, true), '')");

    private static bool IsPlain(string name) => name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');

    private static IEnumerable<PgIndex> Indexes(Target target, string name, AuditDesign audit)
    {
        if (target.Design.Domain.AccessPaths.Any(path => target.Design.Domain.Find(path.Entity) is { Kind: EntityKind.AuditTrail }))
        {
            Seq<SqlText> byTable = [SqlText.Of($"table_name"), SqlText.Of($"occurred_at")];
            yield return new(FittedName.Of(name, "table_time_idx"), false, "btree", target.HasTenants ? [SqlText.Of($"{TenantColumn(target)}"), .. byTable] : byTable, [], null, Sourced.Comment("The history of a table's rows in order of time", audit.Origin), audit.Origin);
        }

        if (InOrder(audit))
        {
            yield break;
        }

        yield return new(FittedName.Of(name, "time_brin"), false, "brin", [SqlText.Of($"occurred_at")], [], null, Sourced.Comment("A stretch of time, at a thousandth of a b-tree's size", audit.Origin), audit.Origin);
    }
}
