using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>The functions every table builds on: keys, the tenant of the session, and the refusal of a change.</summary>
internal static class BaseFunctions
{
    public static readonly QualifiedName Uuid7 = QualifiedName.Of("app", "uuid7");
    public static readonly QualifiedName TenantId = QualifiedName.Of("app", "tenant_id");
    public static readonly QualifiedName UserId = QualifiedName.Of("app", "user_id");
    public static readonly QualifiedName JobTime = QualifiedName.Of("app", "job_time");
    public static readonly QualifiedName SeeOthers = QualifiedName.Of("app", "see_others");
    public static readonly QualifiedName Refuse = QualifiedName.Of("app", "refuse_change");
    public static readonly QualifiedName RefuseTransition = QualifiedName.Of("app", "refuse_transition");

    public static IEnumerable<PgFunction> Lower(Target target)
    {
        yield return MakeUuid7();
        if (target.HasTenants)
        {
            yield return ReadTenant(target.TenantType);
            foreach (var function in TenantSwitch.Functions().Where(_ => ReadsOtherRows(target.Design)))
            {
                yield return function;
            }
        }

        if (target.Design.RowScopes.FirstOrDefault(scope => scope.Owner is not null) is { } own)
        {
            yield return ReadUser(ColumnTypes.BaseOf(target.Table(own.Owner!.Through ?? own.Table)!.Find(own.Owner.PersonColumn)!.Type));
        }

        if (HasJobs(target.Design))
        {
            yield return TellJobTime();
        }

        if (CountsOtherRows(target.Design))
        {
            yield return MakeSeeOthers();
        }

        foreach (var function in CurrencyLowering.Functions(target.Design))
        {
            yield return function;
        }

        yield return RefuseChange();
        if (target.Design.Tables.Any(table => table.Transitions.Count > 0))
        {
            yield return RefuseStateChange();
        }
    }

    private static bool HasJobs(DataDesign design) =>
        design.RetentionJobs.Count + design.TimeoutJobs.Count > 0 || design.Audit.Partition is not null || design.Tables.Any(table => table.Partition is not null);

    private static PgFunction TellJobTime() => new(
        JobTime, "", "timestamp with time zone", "sql", "STABLE PARALLEL SAFE",
        SqlText.Of($"RETURN now()"),
        false, false, Sourced.Comment("The moment jobs take for now: the one place to change it when their future is rehearsed", Origin.Decided("D14-partitions")), Origin.Decided("D14-partitions"))
    {
        JobsOnly = true,
    };

    private static bool ReadsOtherRows(DataDesign design) => design.Tables.Any(table =>
        table.RowRules.Count > 0 || table.Quotas.Count > 0 || table.Minimums.Count > 0 || table.Immutables.Count > 0 || table.DeleteGuards.Count > 0
        || table.Balances.Count > 0 || table.Cycles.Count > 0 || table.DeletedAlong.Count > 0 || table.Numberings.Count > 0);

    private static bool CountsOtherRows(DataDesign design) => design.Tables.Any(table =>
        table.Quotas.Count > 0 || table.Minimums.Count > 0 || table.Balances.Count > 0 || table.Cycles.Any(cycle => !cycle.DirectOnly) || table.DeletedAlong.Count > 0 || table.RowRules.Any(RowRuleLowering.Counts));

    /// <summary>READ COMMITTED looks anew after the lock, and SERIALIZABLE finds the conflict; in between, a count would be out of date.</summary>
    private static PgFunction MakeSeeOthers() => new(
        SeeOthers, "", "void", "plpgsql", "VOLATILE",
        SqlText.Of(
            $"""
            BEGIN
                IF current_setting('transaction_isolation') = 'repeatable read' THEN
                    RAISE EXCEPTION USING
                        ERRCODE = '0A000',
                        MESSAGE = 'a rule over several rows cannot be kept in REPEATABLE READ, which does not see what others have committed',
                        HINT    = 'Use READ COMMITTED or SERIALIZABLE.';
                END IF;
            END
            """),
        false, false, Sourced.Comment("Refuses to count rows in a transaction that cannot see those of others", Origin.Decided("D13-refusals")), Origin.Decided("D13-refusals"))
    {
        Internal = true,
    };

    private static PgFunction MakeUuid7() => new(
        Uuid7, "", "uuid", "sql", "VOLATILE PARALLEL SAFE",
        SqlText.Of(
            $"""
            SELECT (overlay('0' || to_hex((date_part('epoch', clock_timestamp()) * 4096000)::bigint)
                    PLACING '7' FROM 13 FOR 0) || right(gen_random_uuid()::text, 17))::uuid
            """),
        false, false, Sourced.Comment("A version 7 uuid: ordered by time, so new rows stand together in every index", Origin.Decided("D03-uuid7")), Origin.Decided("D03-uuid7"))
    {
        Native = new(Capabilities.NativeUuid7, SqlText.Of($"SELECT pg_catalog.uuidv7()")),
    };

    private static PgFunction ReadTenant(string type) => new(
        TenantId, "", type, "sql", "STABLE PARALLEL SAFE",
        SqlText.Of($"RETURN nullif(current_setting('app.tenant_id', true), '')::{SqlText.Words(type)}"),
        false, false, Sourced.Comment("The tenant of the session; null, and so no rows at all, when none is set", Origin.Decided("D10-tenancy")), Origin.Decided("D10-tenancy"));

    private static PgFunction ReadUser(string type) => new(
        UserId, "", type, "sql", "STABLE PARALLEL SAFE",
        SqlText.Of($"RETURN nullif(current_setting('app.user_id', true), '')::{SqlText.Words(type)}"),
        false, false, Sourced.Comment("The person of the session; null, and so no rows of their own, when none is set", Origin.Decided("D11-roles")), Origin.Decided("D11-roles"));

    private static PgFunction RefuseChange() => new(
        Refuse, "", "trigger", "plpgsql", "VOLATILE",
        SqlText.Of(
            $"""
            BEGIN
                RAISE EXCEPTION USING
                    ERRCODE    = '23514',
                    MESSAGE    = TG_ARGV[1],
                    SCHEMA     = TG_TABLE_SCHEMA,
                    TABLE      = TG_TABLE_NAME,
                    CONSTRAINT = TG_ARGV[0];
            END
            """),
        false, false, Sourced.Comment("Refuses what its trigger's condition found: constraint name and words come from the trigger", Origin.Decided("D13-refusals")), Origin.Decided("D13-refusals"));

    private static PgFunction RefuseStateChange() => new(
        RefuseTransition, "", "trigger", "plpgsql", "VOLATILE",
        SqlText.Of(
            $"""
            BEGIN
                RAISE EXCEPTION USING
                    ERRCODE    = '23514',
                    MESSAGE    = format('%s of %s cannot %s', TG_ARGV[1], TG_TABLE_NAME, CASE TG_OP
                                     WHEN 'INSERT' THEN format('start as %L', to_jsonb(NEW) ->> TG_ARGV[1])
                                     ELSE format('change from %L to %L', to_jsonb(OLD) ->> TG_ARGV[1], to_jsonb(NEW) ->> TG_ARGV[1]) END),
                    SCHEMA     = TG_TABLE_SCHEMA,
                    TABLE      = TG_TABLE_NAME,
                    CONSTRAINT = TG_ARGV[0];
            END
            """),
        false, false, Sourced.Comment("Refuses a change of state which no rule allows", Origin.Decided("D13-refusals")), Origin.Decided("D13-refusals"));
}
