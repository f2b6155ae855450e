using Schemawright.Facts;
using Schemawright.Rendering;

namespace Schemawright.Reports;

/// <summary>A spread of rows in words.</summary>
internal static class SpreadFactWords
{
    public static string Of(SpreadFact fact)
    {
        var rows = fact.Rows.Length == 0 ? "all rows" : fact.Rows;
        return fact.By switch
        {
            SpreadBy.Holder => $"{Share(fact.Share)} of {rows} lie with {(fact.Few is { Counted: true } few ? $"the largest {English.Figure(few.Low ?? 1)} of" : $"{Share(fact.Few!)} of")} {fact.Among}",
            SpreadBy.Value => $"{Share(fact.Share)} of {rows} are {fact.Among}",
            SpreadBy.Age => $"{Share(fact.Share)} of {rows} are at most {fact.Within} old",
            _ => $"{Share(fact.Share)} of the reads of {rows} are of the last {fact.Within}",
        };
    }

    private static string Share(SpreadShare share) =>
        share.Low is not { } low ? "a part" : share.High is { } high && high != low ? $"{English.Figure(low)} to {English.Figure(high)} %" : $"{English.Figure(low)} %";
}
