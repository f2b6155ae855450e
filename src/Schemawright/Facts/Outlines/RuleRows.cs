using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Outlines;

/// <summary>Tables that only count their rules, "ID | Rule": each row is a statement like a bullet.</summary>
internal static class RuleRows
{
    private static readonly string[] Rules = ["rule", "business rule", "requirement", "constraint", "invariant", "validation", "validation rule", "statement", "description", "rules"];
    private static readonly string[] Numbers = ["id", "no", "no.", "nr", "nr.", "#", "code", "ref", "ref.", "number", "rule id", "rule no.", "rule no", "br", "key"];

    public static bool Are(TableBlock table) => Column(table) >= 0;

    public static IEnumerable<OutlineLine> Of(TableBlock table)
    {
        var column = Column(table);
        foreach (var row in table.Rows.Where(row => row.Cells.Count > column && row.Cells[column].Text.Trim().Length > 0))
        {
            var code = RuleCodes.IsWhole(row.Cells[0].Text) ? row.Cells[0].Text.Trim() : null;
            yield return new(table, OutlineForm.Bullet, [], null, row.Cells[column].Text.Trim(), 0, false, row.Span, string.Join(" | ", row.Cells.Select(cell => cell.Text))) { Code = code, IsRuleRow = true };
        }
    }

    /// <summary>Where the rule stands: right behind its number, all other columns being remarks on it.</summary>
    private static int Column(TableBlock table)
    {
        var heads = table.Header.Select(cell => cell.Text.Trim().ToLowerInvariant()).ToArray();
        return heads.Length == 2 && Rules.Contains(heads[1], StringComparer.Ordinal)
            && (Numbers.Contains(heads[0], StringComparer.Ordinal) && heads[1] is not ("description" or "requirement") || (Numbers.Contains(heads[0], StringComparer.Ordinal) || heads[0] is "rule") && table.Rows.Count > 0 && table.Rows.All(row => row.Cells.Count > 0 && IsNumber(row.Cells[0].Text))) ? 1 : -1;
    }

    /// <summary>"BR-07", "P3", "4.1", "12": a few letters and a number.</summary>
    private static bool IsNumber(string text)
    {
        var number = text.Trim().TrimEnd('.');
        return number.Length is > 0 and <= 16 && char.IsAsciiDigit(number[^1]) && number.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character is '-' or '.' or '_');
    }
}
