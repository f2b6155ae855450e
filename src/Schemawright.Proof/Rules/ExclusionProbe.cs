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
        RuleTrial.Refuse(table, exclusion.Name, exclusion.Origin, ExclusionViolation, Pairs(table, exclusion, staging, 1, length: 1).Select(pair => Inserted(exclusion, staging, pair, "lies within it, one long"))) with { Optional = true },
        RuleTrial.Accept(table, exclusion.Name, exclusion.Origin, Scenes(table, exclusion, staging, Length, "begins when it ends")),
    });

    private static IEnumerable<Scene> Scenes(TableDesign table, ExclusionDesign exclusion, Staging staging, int distance, string words) =>
        Pairs(table, exclusion, staging, distance).Select(pair => Inserted(exclusion, staging, pair, words))
        .Concat(Coming(table, exclusion, staging, distance, both: false).Select(pair => new Scene(
            [.. staging.Sql.All([pair.First, pair.Second])], staging.Sql.Update(pair.Second), RowSql.TenantKey(pair.World.Tenant),
            $"let a second row count with the same {string.Join(", ", exclusion.Keys)} that {words}")));

    private static Scene Inserted(ExclusionDesign exclusion, Staging staging, (PlannedWorld World, PlannedRow First, PlannedRow Second) pair, string words) => new(
        [.. staging.Sql.All([pair.First, pair.Second], except: pair.Second)], staging.Sql.Insert(pair.Second), RowSql.TenantKey(pair.World.Tenant), $"insert a second row with the same {string.Join(", ", exclusion.Keys)} that {words}");

    /// <summary>Rows that stand already and come to count by a change, the second or both: a new row may not be in a later state.</summary>
    public static IEnumerable<(PlannedWorld World, PlannedRow First, PlannedRow Second)> Coming(TableDesign table, ExclusionDesign exclusion, Staging staging, int distance, bool both) =>
        exclusion.Where is null ? [] : Grids(table, exclusion, staging).SelectMany(grid => Pairs(table, exclusion, staging, grid, distance, row => row == 1 || both));

    /// <summary>Two rows with equal keys, the second so much later than the first.</summary>
    public static IEnumerable<(PlannedWorld World, PlannedRow First, PlannedRow Second)> Pairs(TableDesign table, ExclusionDesign exclusion, Staging staging, int distance, int length = Length) =>
        Grids(table, exclusion, staging).SelectMany(grid => Pairs(table, exclusion, staging, grid, distance, length: length));

    /// <summary>Two rows that stand at other times, each by itself, and move to the same one: what a new row must have besides stands already.</summary>
    public static IEnumerable<(PlannedWorld World, PlannedRow First, PlannedRow Second)> Moves(TableDesign table, ExclusionDesign exclusion, Staging staging) =>
        Pairs(table, exclusion, staging, 0).Where(pair => Stands(pair.First, exclusion, 1) && Stands(pair.Second, exclusion, 2));

    /// <summary>So many times 52 weeks later before the change; false where the column counts no days.</summary>
    private static bool Stands(PlannedRow row, ExclusionDesign exclusion, int years)
    {
        foreach (var column in (string[])[exclusion.Start, exclusion.End])
        {
            if (row[column] is not MomentValue moment)
            {
                return false;
            }

            row.Before[column] = moment with { At = moment.At.AddDays(364 * years) };
        }

        return true;
    }

    /// <summary>Round times first; then those that the rules of the table were found to allow, whatever they say of lengths.</summary>
    private static IEnumerable<Grid> Grids(TableDesign table, ExclusionDesign exclusion, Staging staging) =>
        Grids(table).Concat(Stretch.Of(table, exclusion, staging).Select(stretch => new Grid(0, null) { Found = place => Stretch.Written(stretch.After((decimal)place / Length), staging.Clock) }));

    /// <summary>Days or hours from now on; where a rule binds a day to the calendar, whole weeks and months from the days it may be.</summary>
    private static IEnumerable<Grid> Grids(TableDesign table)
    {
        IEnumerable<Grid> plain = [new(0, null), new(30, null), new(-30, null)];
        IEnumerable<Grid> fine = !table.Checks.Any(check => check.Condition.Nodes().Any(node => node is Interval)) ? [] : [new(1, PeriodUnit.Minute, 5), new(1, PeriodUnit.Minute, 15), new(1, PeriodUnit.Minute, 1)];
        return !table.Checks.Any(check => check.Condition.Nodes().Any(node => node is CalendarPart)) ? [.. plain, .. fine]
            : [.. plain, .. Enumerable.Range(0, 7).SelectMany(day => fine.Prepend(new(1, PeriodUnit.Hour)).Select(grid => grid with { Days = day })), .. Enumerable.Range(0, 7).Select(day => new Grid(day, PeriodUnit.Week)), .. Enumerable.Range(0, 31).Select(day => new Grid(day, PeriodUnit.Month))];
    }

    /// <param name="Days">How many days from today the first place lies.</param>
    /// <param name="Unit">How far the places lie apart; null for the column's own step.</param>
    /// <param name="Steps">How many of these units one place is.</param>
    private sealed record Grid(int Days, PeriodUnit? Unit, int Steps = 1)
    {
        /// <summary>Times by their place, where they were not made but found.</summary>
        public Func<int, Expr>? Found { get; init; }
    }

    private static IEnumerable<(PlannedWorld World, PlannedRow First, PlannedRow Second)> Pairs(TableDesign table, ExclusionDesign exclusion, Staging staging, Grid grid, int distance, Func<int, bool>? comes = null, int length = Length)
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
            .. During(first, exclusion, grid, 0, Length), .. During(second, exclusion, grid, distance, length),
            .. exclusion.Where is { } where ? [new Goal(where, first, Wanted.True), new Goal(where, second, Wanted.True)] : Seq<Goal>.Empty,
            .. Standing(first, exclusion, comes?.Invoke(0)), .. Standing(second, exclusion, comes?.Invoke(1)),
        ];
        return staging.Solve(world, goals).Where(_ => exclusion.Keys.All(key => first[key] == second[key])).Take(4).Select(_ => (world, first, second));
    }

    /// <param name="comes">The row comes to count by a change; false: it counts already; null: it is new.</param>
    private static IEnumerable<Goal> Standing(PlannedRow row, ExclusionDesign exclusion, bool? comes)
    {
        if (comes is not true)
        {
            return comes is null ? RowRules.Created(row) : RowRules.Stored(row);
        }

        Staging.Changing(row, exclusion.Where!.Refs().Where(reference => reference.IsOwn).Select(reference => reference.Attribute));
        return [new Goal(exclusion.Where!, row, Wanted.NotTrue, Old: true), .. RowRules.Changed(row)];
    }

    private static Value Given(PlannedWorld world, PlannedRow row, string key) =>
        row.Table.ForeignKeys.FirstOrDefault(link => link.Column == key) is { } link && world.Design.Find(link.ReferencedTable) is { } parent
            ? new KeyValue(world.Default(parent))
            : TypicalValues.Given(row, row.Table.Find(key)!, world.Clock);

    private static IEnumerable<Goal> During(PlannedRow row, ExclusionDesign exclusion, Grid grid, int start, int length) =>
    [
        new(new Compare(CompareOp.Equal, Ref.To(exclusion.Start), At(row, exclusion.Start, grid, start)), row, Wanted.True),
        new(new Compare(CompareOp.Equal, Ref.To(exclusion.End), At(row, exclusion.End, grid, start + length)), row, Wanted.True),
    ];

    private static Expr At(PlannedRow row, string column, Grid grid, int place) => row.Table.Find(column)?.Type.Kind switch
    {
        _ when grid.Found is { } found => found(place),
        DataKind.Date => Moved(Moved(new Clock(ClockKind.Today), grid.Days, PeriodUnit.Day), place, grid.Unit is { } unit and not (PeriodUnit.Hour or PeriodUnit.Minute) ? unit : PeriodUnit.Day),
        DataKind.Timestamp or DataKind.LocalTimestamp => grid.Unit is { } step ? Moved(Moved(new Clock(ClockKind.Now), grid.Days, PeriodUnit.Day), place * grid.Steps, step) : Moved(new Clock(ClockKind.Now), grid.Days + place, PeriodUnit.Hour),
        DataKind.Time => Literal.String(FormattableString.Invariant($"{10 + (Math.Abs(grid.Days + place) % 10):00}:00:00")),
        _ => Literal.Number(100 + grid.Days + place),
    };

    private static Expr Moved(Expr from, int place, PeriodUnit unit) => place == 0 ? from
        : new Arithmetic(place < 0 ? ArithmeticOp.Subtract : ArithmeticOp.Add, from, new Interval(new Period(Math.Abs(place), unit)));
}
