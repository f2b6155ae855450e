using System.Globalization;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Asks for the average length of the values that decide how large the database becomes: long texts and structures in large tables.</summary>
internal sealed class LongValues(Findings findings)
{
    private const decimal ManyRows = 1_000_000;
    private const int MostQuestions = 3;
    private const int LongestAverage = 10_000_000;

    public DataDesign Measured(DataDesign design)
    {
        var open = design.Tables
            .Where(table => table.Volume is { } volume && volume.RowsNow + (3 * Math.Min(volume.RowsPerYear, ManyRows)) >= ManyRows)
            .OrderByDescending(table => table.Volume!.RowsNow)
            .SelectMany(table => table.Columns.Where(IsOpen).Select(column => (Table: table.Name, Column: column.Name)))
            .Take(MostQuestions).ToHashSet();
        return design.EachTable(table => table with { Columns = table.Columns.Select(column => open.Contains((table.Name, column.Name)) ? Asked(table, column) : column).ToSeq() });
    }

    private static bool IsOpen(ColumnDesign column) =>
        column.Role == ColumnRole.Attribute && column.Type is { IsArray: false, Length: null, Kind: DataKind.LongText or DataKind.Json or DataKind.Binary };

    private ColumnDesign Asked(TableDesign table, ColumnDesign column)
    {
        var usual = column.Type.Kind switch { DataKind.LongText => 400, DataKind.Json => 300, _ => 96 };
        var subject = $"{table.Entity}.{column.Name}";
        var id = ClarificationId.From("average length", subject);
        findings.Ask(new(id, ClarificationReason.Missing, $"How many characters does {subject} have on average?",
            [FormattableString.Invariant($"{usual}"), "The number that the answer gives"], FormattableString.Invariant($"{usual} are assumed for the sizes; the tables stay the same."), column.Origin.Sources, [subject], 1, 4));
        if (findings.AnswerTo(id) is not { } answer || answer.ChoiceOf([usual.ToString(CultureInfo.InvariantCulture)]) == 0 || First(answer.Text) is not { } length)
        {
            return column;
        }

        findings.Settle(id);
        return column with { AverageBytes = (int)Math.Clamp(length, 1, LongestAverage) };
    }

    private static decimal? First(string words)
    {
        var start = words.AsSpan().IndexOfAnyInRange('0', '9');
        return start >= 0 && Numbers.TryRead(words, start, out var value, out _) ? value : null;
    }
}
