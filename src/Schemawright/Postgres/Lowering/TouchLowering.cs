using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>Upkeep of a row's own books: no-op updates are skipped, then version and times are kept, then keys are guarded.</summary>
internal static class TouchLowering
{
    /// <summary>Triggers fire in the order of their names: this one must be the first.</summary>
    public static readonly Identifier SkipUnchanged = new("a_skip_unchanged");
    public static readonly Identifier Touch = new("b_touch");
    public static readonly Identifier KeepKeys = new("c_keep_keys");

    public static IEnumerable<PgFunction> Functions(Target target) =>
        target.Design.Tables.Where(NeedsTouch).Select(Function).DistinctBy(function => function.Name);

    public static IEnumerable<PgTrigger> Triggers(TableDesign table)
    {
        var name = Target.NameOf(table.Name);
        if (NeedsTouch(table) || table.Audited)
        {
            yield return Row(SkipUnchanged, name, SqlText.Of($"UPDATE"), null, QualifiedName.Of("pg_catalog", "suppress_redundant_updates_trigger"), [], "An update that changes nothing writes nothing", table.Origin);
        }

        if (NeedsTouch(table))
        {
            yield return Row(Touch, name, SqlText.Of($"UPDATE"), null, FunctionName(table), [SqlLiteral.String(VersionCheck(table).Text)], "Keeps the row's version and times; refuses an update based on an older version", table.Origin);
        }

        var keys = table.PrimaryKey.Columns.Concat(table.Columns.Where(column => column.Role == ColumnRole.Tenant).Select(column => column.Name)).Distinct(StringComparer.Ordinal).Select(column => new Identifier(column)).ToList();
        if (keys.Count > 0)
        {
            var changed = new Condition(SqlText.Join(" OR ", keys.Select(key => SqlText.Of($"OLD.{key} IS DISTINCT FROM NEW.{key}"))));
            yield return Row(KeepKeys, name, SqlText.Of($"UPDATE OF {SqlText.Join(", ", keys.Select(key => SqlText.Of($"{key}")))}"), changed, BaseFunctions.Refuse,
                [SqlLiteral.String(FittedName.Of(table.Name, "key_unchangeable").Text), SqlLiteral.String($"the key of a row of {table.Name} cannot change")], "A row keeps its key and its tenant for life", table.Origin);
        }
    }

    /// <summary>What a stale update is refused with.</summary>
    public static Identifier VersionCheck(TableDesign table) => FittedName.Of(table.Name, "version_check");

    private static PgTrigger Row(Identifier name, QualifiedName table, SqlText events, Condition? when, QualifiedName function, Collections.Seq<SqlLiteral> arguments, string comment, Origin origin) =>
        new(name, table, "BEFORE", events, "ROW", null, when, function, arguments, false, Sourced.Comment(comment, origin), origin);

    private static bool NeedsTouch(TableDesign table) => Version(table) is not null || Column(table, ColumnRole.UpdatedAt) is not null;

    private static ColumnDesign? Version(TableDesign table) => table.OptimisticLock ? Column(table, ColumnRole.Version) : null;

    private static ColumnDesign? Column(TableDesign table, ColumnRole role) => table.Columns.FirstOrDefault(column => column.Role == role);

    private static IEnumerable<ColumnDesign> StateTimes(TableDesign table) => table.Columns.Where(column => column.Role == ColumnRole.StateSince);

    private static QualifiedName FunctionName(TableDesign table)
    {
        var kept = new[] { Version(table) }.Concat(StateTimes(table)).Append(Column(table, ColumnRole.UpdatedAt)).Append(Column(table, ColumnRole.CreatedAt)).OfType<ColumnDesign>().Select(column => column.Name);
        return new(Target.App, FittedName.Of(["touch", .. kept]));
    }

    private static PgFunction Function(TableDesign table)
    {
        var origin = Origin.Decided("D08-versioning");
        return new(FunctionName(table), "", "trigger", "plpgsql", "VOLATILE",
            SqlText.Of(
                $"""
                BEGIN
                    {SqlText.Join("\n", Steps(table))}
                END
                """),
            false, false, Sourced.Comment("Keeps a row's version and times", origin), origin);
    }

    private static IEnumerable<SqlText> Steps(TableDesign table)
    {
        if (Version(table) is { } version)
        {
            yield return CountUp(new Identifier(version.Name));
        }

        foreach (var since in StateTimes(table))
        {
            var (name, state) = (new Identifier(since.Name), new Identifier(table.Columns.First(column => StateMachines.SinceName(column) == since.Name).Name));
            yield return SqlText.Of($"NEW.{name} := CASE WHEN NEW.{state} IS DISTINCT FROM OLD.{state} THEN now() ELSE OLD.{name} END;");
        }

        if (Column(table, ColumnRole.UpdatedAt) is { } updated)
        {
            yield return SqlText.Of($"NEW.{new Identifier(updated.Name)} := now();");
        }

        if (Column(table, ColumnRole.CreatedAt) is { } created)
        {
            yield return SqlText.Of($"NEW.{new Identifier(created.Name)} := OLD.{new Identifier(created.Name)};");
        }

        yield return SqlText.Of($"RETURN NEW;");
    }

    private static SqlText CountUp(Identifier version) => SqlText.Of(
        $"""
        IF NEW.{version} IS DISTINCT FROM OLD.{version} THEN
            RAISE EXCEPTION USING
                ERRCODE    = '40001',
                MESSAGE    = format('somebody else changed this row of %s: read it again', TG_TABLE_NAME),
                SCHEMA     = TG_TABLE_SCHEMA,
                TABLE      = TG_TABLE_NAME,
                CONSTRAINT = TG_ARGV[0];
        END IF;
        NEW.{version} := OLD.{version} + 1;
        """);
}
