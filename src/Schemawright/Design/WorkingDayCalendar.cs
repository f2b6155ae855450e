using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Which days are no working days: the table of holidays that every count of working days reads.</summary>
public static class WorkingDayCalendar
{
    public const string Table = "public_holidays";
    public const string Day = "day";

    /// <summary>What decided it.</summary>
    public const string Choice = "D13-working-days";

    private static readonly Origin Decided = Origin.Decided(Choice);

    /// <summary>Null where nothing counts working days.</summary>
    public static TableDesign? Of(DataDesign design) => !IsCounted(design) ? null : new(Table, null, TableKind.Reference, "Days on which nobody works although they are no weekend; a count of working days leaves them out.", Decided)
    {
        Columns =
        [
            new(Day, DataType.Of(DataKind.Date), false, ColumnRole.Key, "The day.", Decided),
            new("name", DataType.Of(DataKind.ShortText), false, ColumnRole.Attribute, "What is celebrated.", Decided),
        ],
        PrimaryKey = new(Table + "_pkey", [Day]),
        Scope = TenantScope.Global,
    };

    internal static DataDesign Decide(DataDesign design, Findings findings)
    {
        if (!IsCounted(design))
        {
            return design;
        }

        var said = Seq.Create([.. Counting(design).SelectMany(origin => origin.Sources).Distinct()]);
        findings.Ask(new(ClarificationId.From("working days", "*"), ClarificationReason.Missing, "Which days are no working days?",
            ["Saturdays, Sundays and public holidays", "Saturdays and Sundays alone"], $"Saturdays, Sundays and the days that stand in {Table}, which is empty until they are entered.", said, [Table], 2, 2));
        return design.Decide(new Decision(Choice, 13, $"Working days are Monday to Friday without the days in {Table}; whatever counts them asks app.working_days, when the value is given or the job runs.",
            "Holidays differ by country and year, so they are rows and no code; a check may not read them, because it would go wrong when one is entered.", said));
    }

    private static bool IsCounted(DataDesign design) => Counting(design).Any();

    /// <summary>Where everything that counts working days comes from.</summary>
    private static IEnumerable<Origin> Counting(DataDesign design) =>
    [
        .. design.RetentionJobs.Where(job => job.After.Unit == PeriodUnit.BusinessDay).Select(job => job.Origin),
        .. design.TimeoutJobs.Where(job => job.After.Unit == PeriodUnit.BusinessDay).Select(job => job.Origin),
        .. design.Tables.SelectMany(Counting),
    ];

    private static IEnumerable<Origin> Counting(TableDesign table) =>
    [
        .. table.RowRules.Where(rule => Counted(rule.Must) || Counted(rule.When)).Select(rule => rule.Origin),
        .. table.Immutables.Where(rule => Counted(rule.When)).Select(rule => rule.Origin),
        .. table.DeleteGuards.Where(rule => Counted(rule.When)).Select(rule => rule.Origin),
        .. table.Balances.Where(rule => Counted(rule.Must)).Select(rule => rule.Origin),
    ];

    private static bool Counted(Expr? expr) => expr is not null && WorkingDays.AreCountedIn(expr);
}
