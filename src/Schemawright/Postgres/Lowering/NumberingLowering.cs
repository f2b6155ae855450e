using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>
/// Numbers without gaps: a counter row for each group, counted up in the transaction that stores the row and locked until it ends. At
/// the end of the statement as many rows must have been stored as numbers were given.
/// </summary>
internal static class NumberingLowering
{
    private const string Span = "span";
    private const string Given = "given";
    private const string Stored = "stored";

    private static readonly Identifier Counter = new("counter");
    private static readonly Identifier NewRow = new("new_row");

    public static IEnumerable<PgTable> Tables(Target target) => Counters(target).Select(table => TableLowering.Lower(target, table));

    /// <summary>Technical tables nobody is granted: the trigger writes them as the owner.</summary>
    public static IEnumerable<TableDesign> Counters(Target target) => target.Design.Tables.SelectMany(table => table.Numberings.Select(rule => Of(table, rule)));

    public static TriggerSet Lower(Target target, TableDesign table, NumberingDesign rule)
    {
        var name = FittedName.Fit(rule.Name);
        var (give, settle) = (Give(target, table, rule), Settle(target, table, rule, name));
        return new([give, settle],
        [
            RuleFunctions.Trigger(FittedName.Of("b", rule.Name), table, "BEFORE", SqlText.Of($"INSERT"), "ROW", null, null, give.Name, [], rule.Description, rule.Origin),
            RuleFunctions.Trigger(name, table, "AFTER", SqlText.Of($"INSERT"), "STATEMENT", "REFERENCING NEW TABLE AS new_rows", null, settle.Name, [], rule.Description, rule.Origin),
        ]);
    }

    private static TableDesign Of(TableDesign table, NumberingDesign rule)
    {
        var name = NumberCounters.NameOf(table, rule);
        ColumnDesign Count(string column, string comment) => new(column, DataType.Of(DataKind.BigInteger), false, ColumnRole.Attribute, comment, rule.Origin) { Default = Literal.Number(0) };
        var span = new ColumnDesign(Span, DataType.Of(DataKind.Date), false, ColumnRole.Key, rule.Anew is { } anew ? $"The first day of the {anew.ToString().ToLowerInvariant()}." : "The same for all numbers, which never begin again.", rule.Origin);
        return new(name, null, TableKind.Supporting, $"The last number given to rows of {table.Name}, for each group that has numbers of its own.", rule.Origin)
        {
            Columns = [.. rule.Per.Select(column => table.Find(column)!).Select(column => column with { Default = null, Generated = null, Origin = rule.Origin }), span, Count(Given, "The last number given; locked until the transaction ends."), Count(Stored, "How many of them are stored.")],
            PrimaryKey = new(FittedName.Of(name, "pkey").Text, [.. rule.Per, Span]),
            ForeignKeys = table.ForeignKeys.Where(key => key.Columns.All(column => rule.Per.Contains(column, StringComparer.Ordinal))).Take(rule.Per.Count)
                .Select(key => key with { Name = FittedName.Of(name, key.Column, "fkey").Text, OnDelete = DeleteRule.Cascade, Description = $"Numbers within one of {key.ReferencedTable}", Origin = rule.Origin }).ToSeq(),
            Scope = table.Scope,
        };
    }

    /// <param name="row">Holds what the numbers run within; its zone counts where that tells it.</param>
    private static SqlText SpanOf(Target target, TableDesign table, NumberingDesign rule, SqlText row) => rule.Anew is { } anew
        ? SqlText.Of($"date_trunc({SqlLiteral.String(anew.ToString().ToLowerInvariant())}, now() AT TIME ZONE {(IsLocal(table, rule) ? new ColumnScope(target, table, row).Zone : SqlText.Of($"{target.Zone}"))})::date")
        : SqlText.Of($"DATE '0001-01-01'");

    private static bool IsLocal(TableDesign table, NumberingDesign rule) => rule.Anew is not null && table.Zone is { } zone
        && rule.Per.Contains(zone.IsOwn ? zone.Attribute : table.ForeignKeys.FirstOrDefault(key => key.Role == zone.Path[0])?.Column ?? "", StringComparer.Ordinal);

    /// <summary>Known before any row is, or told by the row's group.</summary>
    private static (SqlText Declared, SqlText Found) Begun(Target target, TableDesign table, NumberingDesign rule, SqlText row) => IsLocal(table, rule)
        ? (SqlText.Of($"of_span date;"), SqlText.Of($"of_span := {SpanOf(target, table, rule, row)};"))
        : (SqlText.Of($"of_span date := {SpanOf(target, table, rule, row)};"), SqlText.Empty);

    private static PgFunction Give(Target target, TableDesign table, NumberingDesign rule)
    {
        var counters = Target.NameOf(NumberCounters.NameOf(table, rule));
        var tenant = TenantSwitch.Before(target, table, SqlText.Of($"NEW"));
        var keys = rule.Per.Select(column => new Identifier(column)).ToList();
        var names = SqlText.Join(", ", [.. keys.Select(key => SqlText.Of($"{key}")), SqlText.Of($"{new Identifier(Span)}")]);
        var values = SqlText.Join(", ", [.. keys.Select(key => SqlText.Of($"NEW.{key}")), SqlText.Of($"of_span")]);
        // A row that lacks what its numbers run within is refused by that column.
        var missing = keys.Count == 0 ? SqlText.Empty : SqlText.Of($"IF {SqlText.Join(" OR ", keys.Select(key => SqlText.Of($"NEW.{key} IS NULL")))} THEN\n    RETURN NEW;\nEND IF;");
        var begun = Begun(target, table, rule, SqlText.Of($"NEW"));
        var body = RuleFunctions.Lines(
            missing,
            tenant.Enter,
            begun.Found,
            SqlText.Of(
                $"""
                INSERT INTO {counters} AS {Counter} ({names}, given)
                VALUES ({values}, 1)
                ON CONFLICT ({names}) DO UPDATE SET given = {Counter}.given + 1
                RETURNING {Counter}.given INTO next_number;
                """),
            tenant.Leave,
            SqlText.Of($"NEW.{new Identifier(rule.Column)} := {Number(table, rule)};"),
            rule.SpanColumn is { } span ? SqlText.Of($"NEW.{new Identifier(span)} := of_span;") : SqlText.Empty,
            SqlText.Of($"RETURN NEW;"));
        return RuleFunctions.Make(new(Target.App, FittedName.Of("give", table.Name, rule.Column)),
            RuleFunctions.Lines(tenant.Declare, SqlText.Of($"next_number bigint;"), begun.Declared), body, $"Gives a new row of {table.Name} the next {rule.Column}: {rule.Description}", rule.Origin);
    }

    /// <summary>A text says of which span it is, so that it is unlike those of others.</summary>
    private static SqlText Number(TableDesign table, NumberingDesign rule)
    {
        if (table.Find(rule.Column)!.Type.Kind is DataKind.Integer or DataKind.BigInteger)
        {
            return SqlText.Of($"next_number");
        }

        return rule.Anew switch
        {
            null => SqlText.Of($"next_number::text"),
            PeriodUnit.Year => SqlText.Of($"to_char(of_span, 'YYYY') || '-' || next_number::text"),
            PeriodUnit.Month => SqlText.Of($"to_char(of_span, 'YYYYMM') || '-' || next_number::text"),
            _ => SqlText.Of($"to_char(of_span, 'YYYYMMDD') || '-' || next_number::text"),
        };
    }

    /// <summary>A row that was numbered and then left out by ON CONFLICT would leave a gap; the statement is refused.</summary>
    private static PgFunction Settle(Target target, TableDesign table, NumberingDesign rule, Identifier name)
    {
        var counters = Target.NameOf(NumberCounters.NameOf(table, rule));
        var keys = rule.Per.Select(column => new Identifier(column)).ToList();
        var groups = keys.Count == 0 ? SqlText.Of($"count(*) AS added") : SqlText.Of($"{SqlText.Join(", ", keys.Select(key => SqlText.Of($"{NewRow}.{key}")))}, count(*) AS added");
        var grouped = keys.Count == 0 ? SqlText.Empty : SqlText.Of($"\nGROUP BY {SqlText.Join(", ", keys.Select(key => SqlText.Of($"{NewRow}.{key}")))}");
        var tenant = table.Scope == TenantScope.Scoped ? TenantSwitch.After(target, table, SqlText.Of($"touched")) : TenantSwitch.None;
        var same = SqlText.Join(" AND ", [.. keys.Select(key => SqlText.Of($"{Counter}.{key} = touched.{key}")), SqlText.Of($"{Counter}.{new Identifier(Span)} = of_span")]);
        var begun = Begun(target, table, rule, SqlText.Of($"touched"));
        var body = SqlText.Of(
            $"""
            FOR touched IN
                SELECT {groups}
                FROM new_rows AS {NewRow}{grouped}
            LOOP
                {RuleFunctions.Lines(tenant.Enter, begun.Found)}
                UPDATE {counters} AS {Counter} SET stored = {Counter}.stored + touched.added
                WHERE {same};
                {tenant.Leave}
            END LOOP;
            IF EXISTS (SELECT FROM {counters} AS {Counter} WHERE {Counter}.stored <> {Counter}.given) THEN
                {RuleFunctions.Raise(table, name, rule.Description)}
            END IF;
            RETURN NULL;
            """);
        return RuleFunctions.Make(RuleFunctions.NameOf(table, rule.Name), RuleFunctions.Lines(SqlText.Of($"touched record;"), tenant.Declare, begun.Declared), body, $"Refuses to leave out a {rule.Column} of {table.Name}: {rule.Description}", rule.Origin);
    }
}
