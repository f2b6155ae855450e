using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Reconciles what must be kept with what must go, so that no job runs against a guard.</summary>
internal sealed class RetentionPlan(DataDesign design, Findings findings)
{
    /// <summary>The disposal, and the action, of what is laid aside and not lost.</summary>
    public const string Archive = "archive";

    private const int BatchSize = 5000;

    private static readonly Seq<string> Periods = ["The longer one", "The shorter one"];

    private readonly ObjectNames _names = ObjectNames.FreeIn(design);
    private readonly List<Decision> _decisions = [];

    public Seq<Decision> Decisions => _decisions.ToSeq();

    /// <summary>Refuses to delete rows that must still be kept.</summary>
    public TableDesign Guard(TableDesign table, IReadOnlyList<RetentionRequirement> all)
    {
        var guards = new List<DeleteGuardDesign>(table.DeleteGuards);
        var needs = Strongest(table, all.Where(need => need.Minimum && !IsOverruled(table, need, all)));
        if (needs.Count > 0 && DeletionRule(table) is { } rule)
        {
            _decisions.Add(rule.Demand is NotDeletable { When: null }
                ? new($"D09-{table.Name}-kept", 9, $"Rows of {table.Name} are never deleted, and so are kept for {needs[0].Period} as well.", $"The documents say: {needs[0].Words.TrimStart('-', ' ')}; and: {rule.Words.TrimStart('-', ' ')}", DesignEdits.SourcesOf([.. needs.Select(need => need.Origin), rule.Origin]))
                : new($"D09-{table.Name}-kept", 9, $"Rows of {table.Name} are kept for {needs[0].Period} and beyond: only those may be deleted that the rule {rule.Id} lets go.",
                $"The documents say: {rule.Words.TrimStart('-', ' ')}; what it lets go is no record to keep, and everything else stays.", DesignEdits.SourcesOf([.. needs.Select(need => need.Origin), rule.Origin])));
            return table;
        }

        foreach (var need in needs)
        {
            var anchor = AnchorOf(table, need);
            var where = need.Where is null ? null : RuleColumns.Carry(design, table, need.Where).Expr;
            var stillKept = new Compare(CompareOp.Greater, new Arithmetic(ArithmeticOp.Add, Ref.To(anchor), new Interval(need.Period)), new Clock(ClockKind.Now));
            var name = _names.Claim(table.Name, ["kept", Compact(need.Period)], "guard");
            guards.Add(new(name, DesignEdits.AllOf(where, stillKept), null, $"Rows are kept for {need.Period} from {anchor}.", need.Origin));
            _decisions.Add(new($"D09-{table.Name}-kept-{Compact(need.Period)}-{anchor}", 9, $"A row of {table.Name} cannot be deleted for {need.Period} from {anchor}.", $"The documents say: {need.Words}", need.Origin.Sources));
        }

        return table with { DeleteGuards = guards.ToSeq() };
    }

    /// <summary>The demands that no longer or wider one includes.</summary>
    private static List<RetentionRequirement> Strongest(TableDesign table, IEnumerable<RetentionRequirement> minimums)
    {
        var all = minimums.OrderByDescending(need => need.Period.ApproximateSeconds).ThenBy(need => need.Where is null ? 0 : 1).ToList();
        return all.Where((need, place) => !all.Take(place).Any(other => AnchorOf(table, other) == AnchorOf(table, need) && (other.Where is null || other.Where == need.Where))).ToList();
    }

    /// <summary>A rule that lets only some rows be deleted, ever: all others are kept anyway.</summary>
    private Rule? DeletionRule(TableDesign table) => design.Domain.Rules.FirstOrDefault(rule =>
        rule.Entity == table.Entity && rule.Demand is NotDeletable { When: null or Not } kept
        && (kept.When is null || (!kept.When.UsesClock() && RuleColumns.Carry(design, table, kept.When).Expr is not null)));

    /// <summary>The jobs that remove rows after their time, never before a guard lets them go.</summary>
    public IEnumerable<RetentionJob> Jobs(TableDesign table, IEnumerable<RetentionRequirement> maximums)
    {
        foreach (var need in maximums.OrderBy(need => need.Period.ApproximateSeconds).DistinctBy(need => (need.Anchor, need.Where, need.Disposal == Archive)))
        {
            if (DeletionRule(table) is { } only && need.Disposal != "anonymise")
            {
                _decisions.Add(new($"D09-{table.Name}-no-purge", 9, $"No job removes rows of {table.Name} after {need.Period}.",
                    $"The rule {only.Id} lets only some rows be deleted ({only.Words.TrimStart('-', ' ')}), and a job must not go round it.", DesignEdits.SourcesOf([need.Origin, only.Origin])));
                continue;
            }

            if (GuardLongerThan(table, need) is { } guard)
            {
                AskWhichHolds(table, need, guard);
                continue;
            }

            var anchor = AnchorOf(table, need);
            var where = need.Where is null ? null : RuleColumns.Carry(design, table, need.Where).Expr;
            var free = table.DeleteGuards.Where(guard => !IsOver(guard, anchor, need.Period)).Select(guard => guard.When is null ? null : new Not(guard.When));
            var action = need.Disposal is "anonymise" or Archive ? need.Disposal : "delete";
            var verb = action == "delete" ? "purge" : action;
            if (action != Archive)
            {
                _decisions.Add(new($"D09-{table.Name}-{verb}-{anchor}", 9, $"A job {(action == "delete" ? "removes" : "anonymises")} rows of {table.Name} {need.Period} after {anchor}, {BatchSize} at a time.",
                    $"The documents say: {need.Words}", need.Origin.Sources));
            }

            yield return new(_names.Claim(verb, [table.Name], Compact(need.Period)), table.Name, need.Period, anchor,
                DesignEdits.AllOf([where, .. action != "anonymise" ? free : []]), action, BatchSize, need.Words, need.Origin);
        }
    }

    /// <summary>A guard that counts from the same moment, and no longer than the job waits, lets go whatever the job finds.</summary>
    private static bool IsOver(DeleteGuardDesign guard, string anchor, Period waited) =>
        guard.When is Compare { Op: CompareOp.Greater, Left: Arithmetic { Op: ArithmeticOp.Add, Left: Ref from, Right: Interval kept }, Right: Clock } && from == Ref.To(anchor) && kept.Period.ApproximateSeconds <= waited.ApproximateSeconds;

    /// <summary>The column from which the period counts.</summary>
    public static string AnchorOf(TableDesign table, RetentionRequirement need) =>
        need.Anchor is { } stated && RuleColumns.ColumnOf(table, stated) is { } column && IsTime(table.Find(column)!) ? column
        : EndOfLife.IsMeant(need) ? EndOfLife.ColumnOf(table) ?? "created_at" : "created_at";

    private static bool IsTime(ColumnDesign column) => column.Type.Kind is DataKind.Timestamp or DataKind.LocalTimestamp or DataKind.Date;

    /// <summary>A guard that would refuse what the job is to do, for longer than the job waits.</summary>
    private static DeleteGuardDesign? GuardLongerThan(TableDesign table, RetentionRequirement need) => need.Disposal == "anonymise" ? null : table.DeleteGuards
        .FirstOrDefault(guard => guard.When is { } when && when.Nodes().OfType<Interval>().Any(kept => kept.Period.ApproximateSeconds > need.Period.ApproximateSeconds));

    /// <summary>The author answered that what must go sooner goes.</summary>
    private bool IsOverruled(TableDesign table, RetentionRequirement minimum, IReadOnlyList<RetentionRequirement> all)
    {
        var sooner = all.FirstOrDefault(need => !need.Minimum && need.Disposal != "anonymise" && need.Period.ApproximateSeconds < minimum.Period.ApproximateSeconds);
        if (sooner is null || findings.Choice(QuestionOf(table), [.. Periods]) != 1)
        {
            return false;
        }

        Ask(table, sooner, minimum.Origin);
        return true;
    }

    private void AskWhichHolds(TableDesign table, RetentionRequirement need, DeleteGuardDesign guard)
    {
        _decisions.Add(new($"D09-{table.Name}-no-purge", 9, $"No job removes rows of {table.Name} after {need.Period}.",
            $"The documents also demand that they are kept longer ({guard.Description.TrimEnd('.')}), and what is removed cannot be brought back.", DesignEdits.SourcesOf([need.Origin, guard.Origin])));
        Ask(table, need, guard.Origin);
    }

    private void Ask(TableDesign table, RetentionRequirement need, Origin longer) => findings.Ask(new(
        QuestionOf(table), ClarificationReason.Contradiction,
        $"Which period holds for {table.Name}: removal after {need.Period}, or the longer time for which rows must be kept?",
        Periods, $"Rows of {table.Name} are kept for the longer time, and no job removes them.",
        DesignEdits.SourcesOf([need.Origin, longer]), [table.Entity!], 3, 2));

    private static string QuestionOf(TableDesign table) => ClarificationId.From("retention", table.Name);

    /// <summary><c>7 years</c> as part of a name: <c>7y</c>.</summary>
    private static string Compact(Period period) =>
        FormattableString.Invariant($"{period.Amount:0}{(period.Unit == PeriodUnit.Month ? "mo" : period.Unit.ToString()[..1].ToLowerInvariant())}");
}
