using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.States;

/// <summary>Reads a square of states: a row for the state something leaves, a column for the one it enters, and a mark where the way is open.</summary>
internal sealed class TransitionMatrixReader : IFactReader
{
    private const int FewestWays = 2;

    private static readonly HashSet<string> Open = new("x ✓ ✔ ✅ yes y • ● ○ + allowed ok 1 true ja oui si".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Shut = new("- – — ✗ ✘ ❌ no n 0 false . n/a".Split(' ').Append(""), StringComparer.OrdinalIgnoreCase);

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Table);
        string? leadIn = null;
        foreach (var block in document.Blocks)
        {
            if (block is TableBlock table && !facts.IsClaimed(table) && IsSquare(table))
            {
                ReadTable(table, leadIn, writer);
            }

            leadIn = (block as ParagraphBlock)?.Text;
        }
    }

    private static void ReadTable(TableBlock table, string? leadIn, FactWriter writer)
    {
        var draft = new StateMachineDraft();
        foreach (var row in table.Rows)
        {
            ReadRow(draft, table, row);
        }

        if (draft.Transitions >= FewestWays)
        {
            var told = leadIn is null ? null : StateWords.Owner(leadIn);
            writer.StateMachine(draft.Fact(told ?? Subjects.OfStates(table.Headings) ?? Subjects.OfData(table.Headings) ?? Subjects.OfBareTitle(table.Headings), FactForm.Table, writer.Document.Kind, table.Span, "transitions", complete: true));
            writer.Facts.Claim(table);
        }
    }

    private static void ReadRow(StateMachineDraft draft, TableBlock table, TableRow row)
    {
        var from = Name(TableColumns.Cell(row, 0));
        draft.Describe(from, row.Span, state => state with { TransitionsListed = true });
        for (var column = 1; column < table.Header.Count; column++)
        {
            if (Open.Contains(TableColumns.Cell(row, column)))
            {
                draft.Know(Name(table.Header[column].Text), row.Span);
                draft.Move(new(from, Name(table.Header[column].Text), null, [], [], row.Span));
            }
        }
    }

    /// <summary>The names of rows and columns are largely the same, and every cell says yes or no: who may do what has roles on one side.</summary>
    private static bool IsSquare(TableBlock table)
    {
        if (table.Header.Count < 3 || table.Rows.Count < 2 || !table.Rows.All(row => StateArrow.IsState(Name(TableColumns.Cell(row, 0)))))
        {
            return false;
        }

        var columns = table.Header.Skip(1).Select(cell => Naming.Snake(Name(cell.Text))).ToHashSet(StringComparer.Ordinal);
        var shared = table.Rows.Count(row => columns.Contains(Naming.Snake(Name(TableColumns.Cell(row, 0)))));
        return shared * 2 >= table.Rows.Count && shared > 1
            && table.Rows.All(row => Enumerable.Range(1, table.Header.Count - 1).All(column => TableColumns.Cell(row, column) is var cell && (Open.Contains(cell) || Shut.Contains(cell))));
    }

    private static string Name(string text) => EntityNames.Undecorated(text).Trim('`', ' ');
}
