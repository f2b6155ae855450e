using System.Globalization;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>A length of time as an INTERVAL constant.</summary>
internal static class IntervalSql
{
    public static SqlText Write(Period period) => SqlText.Of($"INTERVAL {SqlLiteral.String(Text(period))}");

    /// <summary>Such as <c>7 years</c>. By themselves five working days are a week of the calendar; from a day on they are counted.</summary>
    public static string Text(Period period) => period.Unit switch
    {
        PeriodUnit.Quarter => Amount(period.Amount * 3, "month"),
        PeriodUnit.BusinessDay => Amount(period.Amount + (2 * decimal.Truncate(period.Amount / 5)), "day"),
        _ => Amount(period.Amount, period.Unit.ToString().ToLowerInvariant()),
    };

    private static string Amount(decimal amount, string unit) =>
        amount.ToString("0.######", CultureInfo.InvariantCulture) + " " + unit + (amount == 1 ? "" : "s");
}
