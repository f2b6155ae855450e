using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Keys: a second row with the same values is refused; one with others, or outside the key's condition, is not.</summary>
internal sealed class UniqueProbe : IRuleProbe
{
    private const string UniqueViolation = "23505";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging)
    {
        var keys = table.Uniques.Select(unique => (unique.Name, unique.Columns, Where: Live(table, unique.Where), unique.Origin));
        if (table.PrimaryKey.Columns.Count > 0 && table.PrimaryKey.Name.Length > 0)
        {
            keys = keys.Prepend((table.PrimaryKey.Name, table.PrimaryKey.Columns, null, table.Origin));
        }

        // Who asks for a number that is given by the database gets another one.
        return keys.Where(key => !key.Columns.Any(table.IsGiven)).SelectMany(key => OfKey(table, key.Name, key.Columns, key.Where, key.Origin, staging));
    }

    /// <summary>Deleted rows free their values.</summary>
    public static Expr? Live(TableDesign table, Expr? where)
    {
        var deleted = table.SoftDelete ? table.Columns.FirstOrDefault(column => column.Role == ColumnRole.DeletedAt) : null;
        Expr[] terms = [.. where is null ? Array.Empty<Expr>() : [where], .. deleted is null ? Array.Empty<Expr>() : [new Not(new IsPresent(Ref.To(deleted.Name)))]];
        return terms.Length switch { 0 => null, 1 => terms[0], _ => new And([.. terms]) };
    }

    private static IEnumerable<RuleTrial> OfKey(TableDesign table, string name, Seq<string> columns, Expr? where, Origin origin, Staging staging)
    {
        yield return RuleTrial.Refuse(table, name, origin, UniqueViolation, Inserts(table, columns, where, staging, same: true, inside: true).Concat(Updates(table, columns, where, staging)));
        yield return RuleTrial.Accept(table, name, origin, Inserts(table, columns, where, staging, same: false, inside: true)) with { Optional = true };
        if (where is not null)
        {
            yield return RuleTrial.Accept(table, name, origin, Inserts(table, columns, where, staging, same: true, inside: false)) with { Optional = true };
        }
    }

    private static IEnumerable<Scene> Inserts(TableDesign table, Seq<string> columns, Expr? where, Staging staging, bool same, bool inside)
    {
        var (world, first, second) = Pair(table, columns, staging, same);
        var goals = Inside(where, first, Wanted.True).Concat(Inside(where, second, inside ? Wanted.True : Wanted.NotTrue))
            .Concat(RowRules.Stored(first)).Concat(RowRules.Created(second));
        return Guarded(staging, world, goals, columns, first, second, same).Select(choices => new Scene(
            [.. staging.Sql.All([first, second], except: second)], staging.Sql.Insert(second), RowSql.TenantKey(world.Tenant),
            Words(columns, same, inside, "insert")));
    }

    /// <summary>Two rows share the values, and the second now comes under the condition.</summary>
    private static IEnumerable<Scene> Updates(TableDesign table, Seq<string> columns, Expr? where, Staging staging)
    {
        if (where is null)
        {
            return [];
        }

        var (world, first, second) = Pair(table, columns, staging, same: true);
        Staging.Changing(second, where.Refs().Where(reference => reference.IsOwn).Select(reference => reference.Attribute));
        var goals = Inside(where, first, Wanted.True).Concat(Inside(where, second, Wanted.True))
            .Append(new Goal(where, second, Wanted.NotTrue, Old: true)).Concat(RowRules.Stored(first)).Concat(RowRules.Changed(second));
        return Guarded(staging, world, goals, columns, first, second, same: true).Select(choices => new Scene(
            [.. staging.Sql.All([first, second])], staging.Sql.Update(second), RowSql.TenantKey(world.Tenant), Words(columns, same: true, inside: true, "update")));
    }

    private static (PlannedWorld World, PlannedRow First, PlannedRow Second) Pair(TableDesign table, Seq<string> columns, Staging staging, bool same)
    {
        var world = staging.World();
        var (first, second) = (world.Fresh(table), world.Fresh(table));
        foreach (var column in columns.Where(column => first[column].IsNull))
        {
            Give(world, first, column);
            Give(world, second, column);
        }

        foreach (var column in columns.Where(_ => same))
        {
            second.Values[column] = first[column];
        }

        return (world, first, second);
    }

    public static void Give(PlannedWorld world, PlannedRow row, string column)
    {
        var link = row.Table.ForeignKeys.FirstOrDefault(key => key.Column == column);
        row.Values[column] = link is not null && world.Design.Find(link.ReferencedTable) is { } parent
            ? new KeyValue(world.Default(parent))
            : TypicalValues.Given(row, row.Table.Find(column)!, world.Clock);
    }

    /// <summary>Solutions in which the key's values are still the same.</summary>
    private static IEnumerable<Seq<Choice>> Guarded(Staging staging, PlannedWorld world, IEnumerable<Goal> goals, Seq<string> columns, PlannedRow first, PlannedRow second, bool same) =>
        staging.Solve(world, goals).Where(_ => columns.All(column => first[column] == second[column]) == same).Take(6);

    private static IEnumerable<Goal> Inside(Expr? where, PlannedRow row, Wanted wanted) => where is null ? [] : [new Goal(where, row, wanted)];

    private static string Words(Seq<string> columns, bool same, bool inside, string verb) =>
        $"{verb} a second row with {(same ? "the same" : "another")} {string.Join(", ", columns)}{(inside ? "" : ", outside the key's condition")}";
}
