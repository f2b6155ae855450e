using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>
/// Handing out and erasing a person's data. Both run as the owner, because they must reach columns that single roles may not read; the
/// owner is bound by the tenant of the session, and only the job runner may call them.
/// </summary>
internal static class SubjectLowering
{
    private static readonly Identifier Row = new("this_row");
    private static readonly Identifier Person = new("p_person");

    /// <summary>A function takes a hundred arguments, and each table needs two.</summary>
    private const int TablesPerObject = 40;

    public static IEnumerable<PgFunction> Functions(Target target)
    {
        foreach (var subject in target.Design.DataSubjects.Where(subject => target.Table(subject.Table)?.Find(subject.Key) is not null))
        {
            if (subject.Exported)
            {
                yield return Export(target, subject);
            }

            if (subject.Erased && Erased(target, subject).Any())
            {
                yield return Erase(target, subject);
            }
        }
    }

    public static Identifier ExportName(DataSubjectDesign subject) => FittedName.Of("export", subject.Table);

    public static Identifier EraseName(DataSubjectDesign subject) => FittedName.Of("erase", subject.Table);

    private static string Signature(Target target, DataSubjectDesign subject) => $"{Person} {ColumnTypes.BaseOf(target.Table(subject.Table)!.Find(subject.Key)!.Type)}";

    private static PgFunction Export(Target target, DataSubjectDesign subject)
    {
        var parts = Places(target, subject).Select(place => SqlText.Of(
            $"""
            {SqlLiteral.String(place.Table.Name)}, (
                SELECT coalesce(jsonb_agg(to_jsonb(own)), '[]'::jsonb)
                FROM (
                    SELECT {SqlText.Join(", ", Exported(place.Table).Select(column => SqlText.Of($"{Row}.{new Identifier(column.Name)}")))}
                    FROM {Target.NameOf(place.Table.Name)} AS {Row}
                    WHERE {place.IsOfPerson}
                ) AS own)
            """));
        var objects = parts.Chunk(TablesPerObject).Select(chunk => SqlText.Of($"jsonb_build_object(\n    {SqlText.Join(",\n", chunk)})"));
        return new(new(Target.App, ExportName(subject)), Signature(target, subject), "jsonb", "plpgsql", "STABLE",
            SqlText.Of(
                $"""
                BEGIN
                    RETURN {SqlText.Join("\n|| ", objects)};
                END
                """),
            true, true, Sourced.Comment($"All rows about one of {subject.Table}, as one document; secrets are left out, encrypted values are for the application to open", subject.Origin), subject.Origin)
        {
            JobsOnly = true,
        };
    }

    private static PgFunction Erase(Target target, DataSubjectDesign subject)
    {
        var held = Erased(target, subject).Select(part => Held(target, subject, part.Place)).OfType<SqlText>();
        var steps = Erased(target, subject).Reverse().Select(part => SqlText.Of(
            $"""
            UPDATE {Target.NameOf(part.Place.Table.Name)} AS {Row} SET {Erasure.Assignments(part.Columns, Row)}
            WHERE {part.Place.IsOfPerson};
            GET DIAGNOSTICS table_rows = ROW_COUNT;
            all_rows := all_rows + table_rows;
            """));
        return new(new(Target.App, EraseName(subject)), Signature(target, subject), "bigint", "plpgsql", "VOLATILE",
            SqlText.Of(
                $"""
                DECLARE
                    table_rows bigint;
                    all_rows   bigint := 0;
                BEGIN
                    {SqlText.Join("\n", [.. held, .. steps])}
                    RETURN all_rows;
                END
                """),
            true, true, Sourced.Comment($"Overwrites the personal values of one of {subject.Table} wherever they stand; returns how many rows changed, so a second call returns none", subject.Origin), subject.Origin)
        {
            JobsOnly = true,
        };
    }

    /// <summary>What the law forbids to remove is not overwritten either; the request waits until the hold ends.</summary>
    private static SqlText? Held(Target target, DataSubjectDesign subject, Place place)
    {
        var holds = LegalHolds.Of(target.Design, place.Table).ToList();
        var sql = new ExprSql(new ColumnScope(target, place.Table, Row));
        return holds.Count == 0 ? null : SqlText.Of(
            $"""
            IF EXISTS (SELECT FROM {Target.NameOf(place.Table.Name)} AS {Row} WHERE {place.IsOfPerson} AND ({SqlText.Join(" OR ", holds.Select(hold => sql.Grouped(hold.Held)))})) THEN
                {RuleFunctions.Raise(place.Table, HoldName(subject), $"Rows of {place.Table.Name} about the person are under legal hold")}
            END IF;
            """);
    }

    public static Identifier HoldName(DataSubjectDesign subject) => FittedName.Of(subject.Table, "legal_hold");

    private static IEnumerable<(Place Place, Seq<ErasedColumn> Columns)> Erased(Target target, DataSubjectDesign subject) =>
        Places(target, subject).Select(place => (place, Erasure.Of(place.Table))).Where(part => part.Item2.Count > 0);

    private static IEnumerable<ColumnDesign> Exported(TableDesign table) => table.Columns.Where(column => column.Privacy != PrivacyClass.Secret && !column.Hashed && column.Role != ColumnRole.BlindIndex);

    private static IEnumerable<Place> Places(Target target, DataSubjectDesign subject)
    {
        var table = target.Table(subject.Table)!;
        yield return new(table, SqlText.Of($"{Row}.{new Identifier(subject.Key)} = {Person}"));
        foreach (var part in subject.Parts)
        {
            if (target.Table(part.Table) is { } reached && Condition(target, reached, part.Path, Row) is { } condition)
            {
                yield return new(reached, condition);
            }
        }
    }

    /// <summary>Up the path: the row's parent is a row of the person's, and at its end the person.</summary>
    private static SqlText? Condition(Target target, TableDesign table, Seq<string> path, Identifier row)
    {
        if (table.ForeignKeys.FirstOrDefault(key => key.Name == path[0]) is not { } key || target.Table(key.ReferencedTable) is not { } parent)
        {
            return null;
        }

        if (path.Count == 1)
        {
            return SqlText.Of($"{row}.{new Identifier(key.Column)} = {Person}");
        }

        var above = FittedName.Of("above", row.Text);
        return Condition(target, parent, path.Skip(1).ToSeq(), above) is not { } further ? null : SqlText.Of(
            $"EXISTS (SELECT FROM {Target.NameOf(parent.Name)} AS {above} WHERE {SqlText.Join(" AND ", key.Columns.Zip(key.ReferencedColumns, (own, referenced) => SqlText.Of($"{above}.{new Identifier(referenced)} = {row}.{new Identifier(own)}")))} AND {further})");
    }

    /// <param name="IsOfPerson">Holds for the person's rows.</param>
    private sealed record Place(TableDesign Table, SqlText IsOfPerson);
}
