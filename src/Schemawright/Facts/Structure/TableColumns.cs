using Schemawright.Documents;

namespace Schemawright.Facts.Structure;

/// <summary>Finds columns of a table by the words people head them with.</summary>
internal static class TableColumns
{
    /// <summary>The index of the column headed with the first of the words that heads one; -1 when there is none.</summary>
    public static int Find(TableBlock table, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            for (var index = 0; index < table.Header.Count; index++)
            {
                if (string.Equals(Header(table, index), word, StringComparison.Ordinal))
                {
                    return index;
                }
            }
        }

        return -1;
    }

    /// <summary>The header in lower case, without marks and a remark in brackets: "Required (Y/N)?" is "required".</summary>
    public static string Header(TableBlock table, int index)
    {
        var text = table.Header[index].Text.Trim().Trim('?', ':', '*', '_').Trim();
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return (open > 0 && text.EndsWith(')') ? text[..open] : text).Trim().TrimEnd('?').ToLowerInvariant();
    }

    /// <summary>The cell's plain text; empty when the row is short or the column absent.</summary>
    public static string Cell(TableRow row, int column) => column >= 0 && column < row.Cells.Count ? row.Cells[column].Text.Trim() : "";

    public static string Words(TableRow row) => string.Join(" | ", row.Cells.Select(cell => cell.Text));
}
