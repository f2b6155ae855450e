using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>
/// Support enters a tenant by writing down whom, who and why; its policies let rows through only in the transaction of such an entry, whatever the session
/// claims its tenant to be.
/// </summary>
internal static class SupportLowering
{
    private static readonly QualifiedName Log = new(Target.Audit, new Identifier("support_accesses"));
    private static readonly QualifiedName Enter = QualifiedName.Of("app", "enter_support");
    private static readonly QualifiedName IsOpen = QualifiedName.Of("app", "support_is_open");
    private static readonly Identifier Guard = new("support_audited");

    private static bool IsNeeded(Target target) => target.RolesFor(RolePurpose.Support).Any() && AuditLowering.IsNeeded(target.Design) && target.HasTenants;

    private static Origin Decided(Target target) => target.RolesFor(RolePurpose.Support).First().Origin;

    private static Identifier Role(Target target) => target.Role(SupportAccess.Role);

    public static IEnumerable<PgTable> Table(Target target)
    {
        if (!IsNeeded(target))
        {
            yield break;
        }

        var origin = Decided(target);
        PgColumn Column(string name, string type, SqlText? stated, string comment, ColumnRole role = ColumnRole.Attribute) =>
            new(new Identifier(name), type, true, stated, null, Sourced.Comment(comment, origin), origin) { Role = role };

        yield return new(Log, Sourced.Comment("Who looked into which tenant's rows from outside, when and why; rows are only ever added", origin), origin)
        {
            Columns =
            [
                Column("id", "bigint", null, "The order of the entries", ColumnRole.Key) with { Identity = true },
                Column("entered_at", "timestamp with time zone", SqlText.Of($"clock_timestamp()"), "When", ColumnRole.CreatedAt),
                Column(AuditLowering.TenantColumn(target).Text, target.TenantType, null, "The tenant looked into", ColumnRole.Tenant),
                Column("actor", "text", null, "Who, as named in app.actor"),
                Column("reason", "text", null, "Why"),
                Column("transaction_id", "xid8", SqlText.Of($"pg_current_xact_id()"), "The transaction in which rows were read"),
            ],
            PrimaryKey = new(FittedName.Of(Log.Name.Text, "pkey"), [new Identifier("id")]) { Comment = "Identifies an entry of the log" },
            Checks =
            [
                new(FittedName.Of(Log.Name.Text, "actor_given"), new Condition(SqlText.Of($"btrim(actor) <> ''")), "Somebody looks"),
                new(FittedName.Of(Log.Name.Text, "reason_given"), new Condition(SqlText.Of($"btrim(reason) <> ''")), "Nobody looks without a reason"),
            ],
            Indexes = [new(FittedName.Of(Log.Name.Text, "transaction_id_idx"), false, "btree", [SqlText.Of($"transaction_id")], [], null, Sourced.Comment("Whether the transaction may look", origin), origin)],
            RowSecurity = true,
            ForceRowSecurity = true,
        };
    }

    public static IEnumerable<PgFunction> Functions(Target target)
    {
        if (!IsNeeded(target))
        {
            yield break;
        }

        var (origin, tenant) = (Decided(target), AuditLowering.TenantColumn(target));
        var body = SqlText.Of(
            $"""
            BEGIN
                PERFORM set_config('app.tenant_id', p_tenant::text, true);
                INSERT INTO {Log} ({tenant}, actor, reason)
                VALUES (p_tenant, coalesce(current_setting('app.actor', true), ''), coalesce(p_reason, ''));
            END
            """);
        yield return new(Enter, $"p_tenant {target.TenantType}, p_reason text", "void", "plpgsql", "VOLATILE", body, true, true, Sourced.Comment("Opens one tenant's rows to the rest of the transaction, and writes down who looks and why", origin), origin) { Internal = true };
        yield return new(IsOpen, "", "boolean", "sql", "STABLE",
            SqlText.Of($"SELECT EXISTS (SELECT FROM {Log} WHERE transaction_id = pg_current_xact_id_if_assigned() AND {tenant} = (SELECT {BaseFunctions.TenantId}()))"),
            true, true, Sourced.Comment("Whether this transaction began by writing down why it looks into the tenant", origin), origin) { Internal = true };
    }

    public static IEnumerable<PgTrigger> Triggers(Target target)
    {
        if (!IsNeeded(target))
        {
            yield break;
        }

        Collections.Seq<SqlLiteral> arguments = [SqlLiteral.String(FittedName.Of(Log.Name.Text, "append_only").Text), SqlLiteral.String("what was looked at stays written down")];
        var comment = Sourced.Comment("Entries stay as they are", Decided(target));
        yield return new(new("append_only"), Log, "BEFORE", SqlText.Of($"UPDATE OR DELETE"), "ROW", null, null, BaseFunctions.Refuse, arguments, false, comment, Decided(target));
        yield return new(new("append_only_truncate"), Log, "BEFORE", SqlText.Of($"TRUNCATE"), "STATEMENT", null, null, BaseFunctions.Refuse, arguments, false, comment, Decided(target));
    }

    public static IEnumerable<PgPolicy> Policies(Target target)
    {
        if (!IsNeeded(target))
        {
            yield break;
        }

        var (all, own, open) = (new Condition(SqlText.Of($"true")), new Condition(SqlText.Of($"{AuditLowering.TenantColumn(target)} = (SELECT {BaseFunctions.TenantId}())")), new Condition(SqlText.Of($"(SELECT {IsOpen}())")));
        foreach (var table in target.Design.Tables.Where(table => target.TenantKey(table) is not null))
        {
            yield return new(Guard, Target.NameOf(table.Name), false, "ALL", [Role(target)], open, open, Sourced.Comment($"Support sees rows of {table.Name} only after it wrote down why", Decided(target)));
        }

        yield return new(PolicyLowering.Base, Log, true, "ALL", [], all, all, Sourced.Comment($"Opens the log to the roles with a grant; {PolicyLowering.Guard} narrows it", Decided(target)));
        yield return new(PolicyLowering.Guard, Log, false, "SELECT", [], own, null, Sourced.Comment("A tenant's auditors read who looked into it only", Decided(target)));
    }

    public static IEnumerable<PgGrant> Grants(Target target)
    {
        if (!IsNeeded(target))
        {
            yield break;
        }

        yield return new("EXECUTE", SqlText.Of($"FUNCTION {Enter}({SqlText.Words(target.TenantType)}, text)"), Role(target));
        yield return new("EXECUTE", SqlText.Of($"FUNCTION {IsOpen}()"), Role(target));
        foreach (var auditor in target.RolesFor(RolePurpose.Auditor))
        {
            yield return new("SELECT", SqlText.Of($"TABLE {Log}"), target.Role(auditor.Name));
        }
    }
}
