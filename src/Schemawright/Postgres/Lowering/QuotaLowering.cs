using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>
/// At most so many rows of a group: after a statement each group it touched is locked until commit and then counted, so two
/// sessions cannot both take the last place.
/// </summary>
internal static class QuotaLowering
{
    public static TriggerSet Lower(Target target, TableDesign table, QuotaDesign quota)
    {
        var function = Expressions.Try(target, quota.Origin, quota.Name, () => Function(target, table, quota));
        if (function is null)
        {
            return new([], []);
        }

        PgTrigger On(string suffix, SqlText events) => RuleFunctions.Trigger(
            suffix.Length == 0 ? FittedName.Fit(quota.Name) : FittedName.Of(quota.Name, suffix), table, "AFTER", events, "STATEMENT", "REFERENCING NEW TABLE AS new_rows", null, function.Name, [], quota.Description, quota.Origin);
        return new([function], [On("", SqlText.Of($"INSERT")), On("update", SqlText.Of($"UPDATE"))]);
    }

    private static PgFunction Function(Target target, TableDesign table, QuotaDesign quota)
    {
        var keys = Keys(target, table, quota).Select(key => new Identifier(key)).ToList();
        var name = FittedName.Fit(quota.Name);
        SqlText Where(Identifier alias) => Conditions(target, table, quota, alias);
        var newRow = new Identifier("new_row");
        var counted = new Identifier("counted");
        var window = quota.Window is { } stretch && table.Find(stretch.Column) is { } moment ? new QuotaSpan(target, table, moment, stretch.Unit) : null;
        List<SqlText> named = [.. keys.Select(key => SqlText.Of($"{newRow}.{key}")), .. window is null ? Array.Empty<SqlText>() : [SqlText.Of($"{window.Of(newRow)} AS {QuotaSpan.Name}")]];
        var groups = named.Count == 0 ? SqlText.Of($"1 AS everything") : SqlText.Join(", ", named);
        var same = SqlText.Join("", [.. keys.Select(key => SqlText.Of($" AND {counted}.{key} IS NOT DISTINCT FROM touched.{key}")), .. window is null ? Array.Empty<SqlText>() : [SqlText.Of($" AND {window.Around(counted, SqlText.Of($"touched.{QuotaSpan.Name}"))} AND {window.Of(counted)} = touched.{QuotaSpan.Name}")]]);
        var given = window is null ? SqlText.Empty : SqlText.Of($" AND {newRow}.{window.Column} IS NOT NULL");
        var figure = quota.Sum is { } sum ? SqlText.Of($"coalesce(sum({counted}.{new Identifier(sum)}), 0)") : SqlText.Of($"count(*)");
        var tenant = table.Scope == TenantScope.Scoped ? TenantSwitch.After(target, table, SqlText.Of($"touched")) : TenantSwitch.None;
        // Whose zone tells the day is read within its tenant.
        var outer = window is not null && LocalDays.IsElsewhere(table) && table.Scope == TenantScope.Scoped && target.TenantKey(table) is { } owner ? new Identifier(owner) : null;
        var ofTenant = outer is null ? SqlText.Empty : SqlText.Of($" AND {newRow}.{outer} = owned.{outer}");
        var touched = SqlText.Of(
            $"""
            FOR touched IN
                SELECT DISTINCT {groups}
                FROM new_rows AS {newRow}
                WHERE {Where(newRow)}{given}{ofTenant}
                ORDER BY {(named.Count == 0 ? SqlText.Of($"1") : SqlText.Join(", ", Enumerable.Range(1, named.Count).Select(place => SqlText.Of($"{place}"))))}
            LOOP
                {tenant.Enter}
                PERFORM {BaseFunctions.SeeOthers}();
                PERFORM pg_advisory_xact_lock(hashtextextended({SqlLiteral.String(name.Text)} || touched::text, 0));
                SELECT {figure} INTO used
                FROM {Target.NameOf(table.Name)} AS {counted}
                WHERE {Where(counted)}{same};
                {tenant.Leave}
                IF used > {SqlLiteral.Number(quota.Limit)} THEN
                    {RuleFunctions.Raise(table, name, quota.Description)}
                END IF;
            END LOOP;
            """);
        var body = RuleFunctions.Lines(outer is null ? touched : EachTenant(outer, touched), SqlText.Of($"RETURN NULL;"));
        return RuleFunctions.Make(RuleFunctions.NameOf(table, quota.Name), RuleFunctions.Lines(
            outer is null ? SqlText.Empty : SqlText.Of($"owned record;\nowned_before text;"), SqlText.Of($"touched record;\nused numeric;"), tenant.Declare), body, quota.Description, quota.Origin);
    }

    private static SqlText EachTenant(Identifier tenant, SqlText work) => SqlText.Of(
        $"""
        FOR owned IN SELECT DISTINCT new_row.{tenant} FROM new_rows AS new_row ORDER BY 1 LOOP
            owned_before := {TenantSwitch.EnterFunction}(owned.{tenant}::text, true);
            {work}
            PERFORM {TenantSwitch.LeaveFunction}(owned_before);
        END LOOP;
        """);

    private static IEnumerable<string> Keys(Target target, TableDesign table, QuotaDesign quota) =>
        target.TenantKey(table) is { } tenant && table.Scope == TenantScope.Scoped && !quota.Per.Contains(tenant, StringComparer.Ordinal) ? [tenant, .. quota.Per] : quota.Per;

    private static SqlText Conditions(Target target, TableDesign table, QuotaDesign quota, Identifier alias)
    {
        var terms = new List<SqlText>();
        if (quota.Where is { } where)
        {
            terms.Add(new ExprSql(new ColumnScope(target, table, alias)).Grouped(where));
        }

        if (table.SoftDelete && table.Columns.FirstOrDefault(column => column.Role == ColumnRole.DeletedAt) is { } deleted)
        {
            terms.Add(SqlText.Of($"{alias}.{new Identifier(deleted.Name)} IS NULL"));
        }

        return terms.Count == 0 ? SqlText.Of($"true") : SqlText.Join(" AND ", terms);
    }
}
