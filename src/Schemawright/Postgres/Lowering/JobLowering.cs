using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>
/// Retention and time-outs as functions the job runner calls: in batches, repeatable, tenant by tenant under the tenants' own row
/// security.
/// </summary>
internal static class JobLowering
{
    private static readonly Identifier Row = new("this_row");

    public static IEnumerable<PgFunction> Functions(Target target) =>
        target.Design.RetentionJobs.Select(job => Retention(target, job))
            .Concat(target.Design.TimeoutJobs.Select(job => Timeout(target, job)))
            .OfType<PgFunction>().DistinctBy(function => function.Name);

    public static QualifiedName NameOf(string job) => new(Target.App, FittedName.Fit(job));

    private static PgFunction? Retention(Target target, RetentionJob job)
    {
        if (target.Table(job.Table) is not { } table || table.Find(job.Anchor) is null || table.PrimaryKey.Columns.Count == 0)
        {
            return null;
        }

        return Expressions.Try(target, job.Origin, job.Name, () =>
        {
            var erased = job.Action == "anonymise" ? Erasure.Of(table) : [];
            if (job.Action == "anonymise" && erased.Count == 0)
            {
                return null!;
            }

            var conditions = new List<SqlText> { PassedTime.Of(target, table, Row, job.Anchor, SqlText.Of($"{BaseFunctions.JobTime}()"), job.After) };
            if (job.Where is { } where)
            {
                conditions.Add(new ExprSql(new ColumnScope(target, table, Row)).Grouped(where));
            }

            conditions.AddRange(erased.Count > 0 ? [Erasure.NotYet(erased, Row)] : Unreferenced(target, table));
            var action = erased.Count > 0
                ? SqlText.Of($"UPDATE {Target.NameOf(table.Name)} AS {Row} SET {Erasure.Assignments(erased, Row)} FROM due")
                : SqlText.Of($"DELETE FROM {Target.NameOf(table.Name)} AS {Row} USING due");
            return Function(target, table, NameOf(job.Name), Batch(table, conditions, action, new Identifier(job.Anchor)), job.BatchSize, job.Words, job.Origin);
        });
    }

    private static PgFunction? Timeout(Target target, TimeoutJob job)
    {
        if (target.Table(job.Table) is not { } table || table.Find(job.Since) is null || table.Find(job.Column) is null || table.PrimaryKey.Columns.Count == 0)
        {
            return null;
        }

        var column = new Identifier(job.Column);
        SqlText[] conditions = [SqlText.Of($"{Row}.{column} = {SqlLiteral.String(job.From)}"), PassedTime.Of(target, table, Row, job.Since, SqlText.Of($"{BaseFunctions.JobTime}()"), job.After)];
        var action = SqlText.Of($"UPDATE {Target.NameOf(table.Name)} AS {Row} SET {SqlText.Join(", ", [SqlText.Of($"{column} = {SqlLiteral.String(job.To)}"), .. TimeoutReasons.Of(table, job, Row)])} FROM due");
        return Function(target, table, NameOf(job.Name), Batch(table, conditions, action, new Identifier(job.Since)), 1000, $"Moves rows of {table.Name} that stayed {job.From} for {job.After} to {job.To}", job.Origin);
    }

    /// <summary>Rows others work on are left for the next run.</summary>
    private static SqlText Batch(TableDesign table, IEnumerable<SqlText> conditions, SqlText action, Identifier since)
    {
        var keys = table.PrimaryKey.Columns.Select(key => new Identifier(key)).ToList();
        return SqlText.Of(
            $"""
            WITH due AS (
                SELECT {SqlText.Join(", ", keys.Select(key => SqlText.Of($"{Row}.{key}")))}
                FROM {Target.NameOf(table.Name)} AS {Row}
                WHERE
                    {SqlText.Join("\nAND ", conditions)}
                ORDER BY {Row}.{since}
                LIMIT p_batch
                FOR UPDATE SKIP LOCKED
            )
            {action}
            WHERE {SqlText.Join(" AND ", keys.Select(key => SqlText.Of($"{Row}.{key} = due.{key}")))};
            GET DIAGNOSTICS batch_rows = ROW_COUNT;
            all_rows := all_rows + batch_rows;
            """);
    }

    private static IEnumerable<SqlText> Unreferenced(Target target, TableDesign table) =>
        from child in target.Design.Tables
        from key in child.ForeignKeys
        where key.ReferencedTable == table.Name && key.OnDelete == DeleteRule.Restrict
        select SqlText.Of($"NOT EXISTS (SELECT FROM {Target.NameOf(child.Name)} AS child WHERE {SqlText.Join(" AND ", key.Columns.Zip(key.ReferencedColumns, (own, referenced) => SqlText.Of($"child.{new Identifier(own)} = {Row}.{new Identifier(referenced)}")))})");

    private static PgFunction Function(Target target, TableDesign table, QualifiedName name, SqlText work, int batch, string words, Diagnostics.Origin origin)
    {
        var root = target.TenantKey(table) is null ? null : target.TenantRoot;
        return new(name, $"p_batch integer DEFAULT {Math.Max(1, batch)}", "bigint", "plpgsql", "VOLATILE",
            SqlText.Of(
                $"""
                DECLARE
                    {Declarations(perTenant: root is not null)}
                BEGIN
                    {(root is null ? Once(work) : ForEachTenant(target, root, work))}
                END
                """),
            true, false, Sourced.Comment(words, origin), origin)
        {
            JobsOnly = true,
        };
    }

    private static SqlText Declarations(bool perTenant)
    {
        var counts = SqlText.Of(
            $"""
            batch_rows bigint;
            all_rows   bigint := 0;
            """);
        return !perTenant ? counts : SqlText.Of(
            $"""
            tenant text;
            tenant_before text := current_setting('app.tenant_id', true);
            {counts}
            """);
    }

    private static SqlText Once(SqlText work) => SqlText.Of(
        $"""
        {work}
        RETURN all_rows;
        """);

    private static SqlText ForEachTenant(Target target, TableDesign root, SqlText work) => SqlText.Of(
        $"""
        FOR tenant IN SELECT root.{new Identifier(target.TenantKey(root)!)}::text FROM {Target.NameOf(root.Name)} AS root ORDER BY 1 LOOP
            PERFORM set_config('app.tenant_id', tenant, true);
            {work}
        END LOOP;
        PERFORM set_config('app.tenant_id', coalesce(tenant_before, ''), true);
        RETURN all_rows;
        """);
}
