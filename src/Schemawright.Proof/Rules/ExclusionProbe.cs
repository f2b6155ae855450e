using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Times that may not overlap: an overlapping row is refused, one that begins when the other ends is not.</summary>
internal sealed class ExclusionProbe : IRuleProbe
{
    private const string ExclusionViolation = "23P01";
    private const int Length = 4;

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.Exclusions.SelectMany(exclusion => new[]
    {
        RuleTrial.Refuse(table, exclusion.Name, exclusion.Origin, ExclusionViolation, Scenes(table, exclusion, staging, Length / 2, "overlaps it by half")),
        RuleTrial.Refuse(table, exclusion.Name, exclusion.Origin, ExclusionViolation, Scenes(table, exclusion, staging, 0, "covers it")),
        RuleTrial.Accept(table, exclusion.Name, exclusion.Origin, Scenes(table, exclusion, staging, Length, "begins when it ends")),
    });

    private static IEnumerable<Scene> Scenes(TableDesign table, ExclusionDesign exclusion, Staging staging, int distance, string words) =>
        Pairs(table, exclusion, staging, distance).Select(pair => new Scene(
            [.. staging.Sql.All([pair.First, pair.Second], except: pair.Second)], staging.Sql.Insert(pair.Second), RowSql.TenantKey(pair.World.Tenant),
            $"insert a second row with the same {string.Join(", ", exclusion.Keys)} that {words}"));

    /// <summary>Two rows with equal keys, the second so much later than the first.</summary>
    public static IEnumerable<(PlannedWorld World, PlannedRow First, PlannedRow Second)> Pairs(TableDesign table, ExclusionDesign exclusion, Staging staging, int distance) =>
        new[] { 0, 30, -30 }.SelectMany(start => Pairs(table, exclusion, staging, start, distance));

    private static IEnumerable<(PlannedWorld World, PlannedRow First, PlannedRow Second)> Pairs(TableDesign table, ExclusionDesign exclusion, Staging staging, int start, int distance)
    {
        var world = staging.World();
        var (first, second) = (world.Fresh(table), world.Fresh(table));
        foreach (var key in exclusion.Keys.Where(key => table.Find(key) is not null))
        {
            first.Values[key] = first[key].IsNull ? Given(world, first, key) : first[key];
            second.Values[key] = first[key];
        }

        Goal[] goals =
        [
            .. During(first, exclusion, start), .. During(second, exclusion, start + distance),
            .. exclusion.Where is { } where ? [new Goal(where, first, Wanted.True), new Goal(where, second, Wanted.True)] : Seq<Goal>.Empty,
            .. RowRules.Created(first), .. RowRules.Created(second),
        ];
        return staging.Solve(world, goals).Where(_ => exclusion.Keys.All(key => first[key] == second[key])).Take(4).Select(_ => (world, first, second));
    }

    private static Value Given(PlannedWorld world, PlannedRow row, string key) =>
        row.Table.ForeignKeys.FirstOrDefault(link => link.Column == key) is { } link && world.Design.Find(link.ReferencedTable) is { } parent
            ? new KeyValue(world.Default(parent))
            : TypicalValues.Given(row, row.Table.Find(key)!, world.Clock);

    private static IEnumerable<Goal> During(PlannedRow row, ExclusionDesign exclusion, int start) =>
    [
        new(new Compare(CompareOp.Equal, Ref.To(exclusion.Start), At(row, exclusion.Start, start)), row, Wanted.True),
        new(new Compare(CompareOp.Equal, Ref.To(exclusion.End), At(row, exclusion.End, start + Length)), row, Wanted.True),
    ];

    private static Expr At(PlannedRow row, string column, int place) => row.Table.Find(column)?.Type.Kind switch
    {
        DataKind.Date => Moved(ClockKind.Today, place, PeriodUnit.Day),
        DataKind.Timestamp or DataKind.LocalTimestamp => Moved(ClockKind.Now, place, PeriodUnit.Hour),
        DataKind.Time => Literal.String(FormattableString.Invariant($"{10 + (place % 10):00}:00:00")),
        _ => Literal.Number(100 + place),
    };

    private static Expr Moved(ClockKind clock, int place, PeriodUnit unit) =>
        new Arithmetic(place < 0 ? ArithmeticOp.Subtract : ArithmeticOp.Add, new Clock(clock), new Interval(new Period(Math.Abs(place), unit)));
}
