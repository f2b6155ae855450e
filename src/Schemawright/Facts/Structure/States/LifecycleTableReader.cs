using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.States;

/// <summary>Reads tables with a thing in each row and its whole life cycle in a cell: "| Permit | asked → granted → returned; asked → refused |".</summary>
internal sealed class LifecycleTableReader : IFactReader
{
    private static readonly HashSet<string> Heads = new("state states status statuses transition transitions lifecycle life cycle flow flows workflow workflows path paths".Split(' '), StringComparer.Ordinal);

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Table);
        foreach (var table in document.Blocks.OfType<TableBlock>().Where(table => !facts.IsClaimed(table) && TransitionColumns.Of(table) is null))
        {
            var column = Enumerable.Range(1, Math.Max(0, table.Header.Count - 1)).FirstOrDefault(index => SpeaksOfStates(table, index) && HoldsFlows(table, index), -1);
            if (column > 0)
            {
                ReadRows(table, column, writer);
            }
        }
    }

    private static void ReadRows(TableBlock table, int column, FactWriter writer)
    {
        var read = 0;
        foreach (var row in table.Rows)
        {
            var draft = StateListReader.Flow(TableColumns.Cell(row, column), row.Span);
            if (draft.Transitions > 0 && Named(row) is { } name)
            {
                writer.StateMachine(draft.Fact(name, FactForm.Table, writer.Document.Kind, row.Span, TableColumns.Words(row), complete: true));
                read++;
            }
        }

        if (read == table.Rows.Count)
        {
            writer.Facts.Claim(table);
        }
    }

    /// <summary>"Permit", "permit status", "permits.state": the thing itself.</summary>
    private static string? Named(TableRow row)
    {
        var title = EntityNames.Undecorated(TableColumns.Cell(row, 0));
        title = title.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? title[..dot] : Subjects.OfStateTitle(title) ?? title;
        return EntityNames.IsName(title) ? title : null;
    }

    private static bool SpeaksOfStates(TableBlock table, int column) =>
        TableColumns.Header(table, column).Split(' ', '/', '-').Any(Heads.Contains) || table.Headings.TakeLast(1).Any(StateWords.Announces);

    /// <summary>Most cells lead from a state to another, and the first column names things, no states of the flow.</summary>
    private static bool HoldsFlows(TableBlock table, int column)
    {
        var flows = table.Rows.Select(row => (Name: TableColumns.Cell(row, 0), Draft: StateListReader.Flow(TableColumns.Cell(row, column), row.Span))).ToList();
        var told = flows.Where(flow => flow.Draft.Transitions > 0).ToList();
        return told.Count > 0 && told.Count * 2 >= flows.Count && told.TrueForAll(flow => !flow.Draft.Names.Contains(flow.Name, StringComparer.OrdinalIgnoreCase));
    }
}
