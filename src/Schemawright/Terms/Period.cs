namespace Schemawright.Terms;

public enum PeriodUnit { Second, Minute, Hour, Day, BusinessDay, Week, Month, Quarter, Year }

/// <summary>A length of time as people write it: 7 years, 48 hours.</summary>
public sealed record Period(decimal Amount, PeriodUnit Unit)
{
    /// <summary>About how many seconds, for comparing; a month counts 30 days, a year 365.</summary>
    public decimal ApproximateSeconds => Math.Min(Amount, 1_000_000_000_000m) * Unit switch
    {
        PeriodUnit.Second => 1,
        PeriodUnit.Minute => 60,
        PeriodUnit.Hour => 3600,
        PeriodUnit.Day or PeriodUnit.BusinessDay => 86400,
        PeriodUnit.Week => 7 * 86400,
        PeriodUnit.Month => 30 * 86400,
        PeriodUnit.Quarter => 91 * 86400,
        PeriodUnit.Year => 365 * 86400,
        _ => throw new InvalidOperationException($"unknown unit {Unit}"),
    };

    /// <summary>After "every": <c>hour</c>, <c>2 hours</c>.</summary>
    public string Each() => Amount == 1 ? ToString()[2..] : ToString();

    public override string ToString() =>
        FormattableString.Invariant($"{Amount:0.##} {(Unit == PeriodUnit.BusinessDay ? "business day" : Unit.ToString().ToLowerInvariant())}{(Amount == 1 ? "" : "s")}");
}
