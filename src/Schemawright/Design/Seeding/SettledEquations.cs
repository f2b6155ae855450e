using System.Globalization;
using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Design.Seeding;

/// <summary>Gives a made-up row the values that its rules work out from its others: "the trial ends 30 days after it began".</summary>
internal static class SettledEquations
{
    public static void Settle(SeedRow row, IEnumerable<Expr> conditions)
    {
        foreach (var condition in conditions.Where(condition => !SeedCondition.Accepts(row, condition)))
        {
            foreach (var equation in condition.Nodes().OfType<Compare>().Where(compare => compare is { Op: CompareOp.Equal, Left: Ref { IsOwn: true, Old: false } } && !IsByCalendar(compare.Right)))
            {
                Settle(row, condition, ((Ref)equation.Left).Attribute, equation.Right);
            }
        }
    }

    private static void Settle(SeedRow row, Expr condition, string column, Expr figure)
    {
        var before = row[column];
        if (row.Table.PrimaryKey.Columns.Contains(column, StringComparer.Ordinal) || row.Table.Find(column) is not { } known || Written(SeedCondition.ValueOf(row, figure), known.Type.Kind) is not { } value)
        {
            return;
        }

        row.Values[column] = value;
        if (!SeedCondition.Accepts(row, condition))
        {
            row.Values[column] = before;
        }
    }

    /// <summary>Months differ in length, and only the server knows by how much.</summary>
    private static bool IsByCalendar(Expr figure) =>
        figure is Literal || figure.UsesAggregate() || figure.Nodes().OfType<Interval>().Any(interval => interval.Period.Unit is PeriodUnit.Month or PeriodUnit.Quarter or PeriodUnit.Year);

    private static Literal? Written(object? value, DataKind kind) => (value, kind) switch
    {
        (DateTime day, DataKind.Date) => day.TimeOfDay == TimeSpan.Zero ? Literal.String(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
        (DateTime moment, DataKind.Timestamp) => Literal.String(moment.ToString("yyyy-MM-dd HH:mm:ss+00", CultureInfo.InvariantCulture)),
        (DateTime moment, DataKind.LocalTimestamp) => Literal.String(moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        (decimal number, DataKind.Integer or DataKind.BigInteger) => decimal.IsInteger(number) ? Literal.Number(number) : null,
        (decimal number, DataKind.Decimal or DataKind.Money) => decimal.Round(number, 2) == number ? Literal.Number(number) : null,
        _ => null,
    };
}
