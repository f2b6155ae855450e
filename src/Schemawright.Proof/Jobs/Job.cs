using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Terms;

namespace Schemawright.Proof.Jobs;

/// <summary>A retention or time-out job, whichever it is.</summary>
/// <param name="Since">The column the period starts at.</param>
/// <param name="Where">Which rows it is about; null: all.</param>
/// <param name="To">For a time-out the state rows come to; null: they go or are made anonymous.</param>
internal sealed record Job(PgFunction? Function, string Name, TableDesign Table, string Since, Period After, Expr? Where, string? To, string? StateColumn, bool Erases, Origin Origin)
{
    public static IEnumerable<Job> Of(DataDesign design, PgSchema schema) =>
    [
        .. from job in design.RetentionJobs
           let table = design.Find(job.Table)
           where table is not null
           select new Job(Carrier(schema, job.Name), job.Name, table, job.Anchor, job.After, job.Where, null, null, job.Action == "anonymise", job.Origin),
        .. from job in design.TimeoutJobs
           let table = design.Find(job.Table)
           where table is not null
           select new Job(Carrier(schema, job.Name), job.Name, table, job.Since, job.After, new Compare(CompareOp.Equal, Ref.To(job.Column), Literal.String(job.From)), job.To, job.Column, false, job.Origin),
    ];

    /// <summary>A single day after a date begins at the next midnight, which may be near: shortly before is the date itself.</summary>
    public bool ByTheDay => After is { Unit: PeriodUnit.Day, Amount: 1 } && Table.Find(Since)?.Type.Kind == DataKind.Date;

    /// <summary>Some time past the period, as SQL.</summary>
    public static string Past(Period period) => $"interval '{Interval(period)}' + interval '2 days'";

    /// <summary>A little short of the period, as SQL.</summary>
    public static string Short(Period period) =>
        $"interval '{Interval(period with { Unit = period.Unit == PeriodUnit.BusinessDay ? PeriodUnit.Day : period.Unit })}' - interval '{(period.ApproximateSeconds > 7 * 86400 ? "2 days" : period.ApproximateSeconds > 86400 ? "1 hour" : "1 minute")}'";

    /// <summary>Working days count double, to be past any weekend.</summary>
    public static string Interval(Period period) => period.Unit switch
    {
        PeriodUnit.Quarter => FormattableString.Invariant($"{period.Amount * 3} months"),
        PeriodUnit.BusinessDay => FormattableString.Invariant($"{period.Amount * 2} days"),
        _ => FormattableString.Invariant($"{period.Amount} {period.Unit.ToString().ToLowerInvariant()}s"),
    };

    private static PgFunction? Carrier(PgSchema schema, string name) => schema.Functions.FirstOrDefault(function => function.JobsOnly && function.Name.Name.Text == name && function.Returns == "bigint");
}
