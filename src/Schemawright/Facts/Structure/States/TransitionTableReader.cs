using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.States;

/// <summary>Reads tables of transitions: from and to, or a state and its allowed successors.</summary>
internal sealed class TransitionTableReader : IFactReader
{
    private const int LongestLeadIn = 120;

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Table);
        string? leadIn = null;
        foreach (var block in document.Blocks)
        {
            if (block is TableBlock table && !facts.IsClaimed(table))
            {
                ReadTable(table, leadIn, writer);
            }

            leadIn = (block as ParagraphBlock)?.Text;
        }
    }

    private static void ReadTable(TableBlock table, string? leadIn, FactWriter writer)
    {
        var from = Column(table, "from", "current", "old", "present");
        var to = Column(table, "to", "next", "new", "target", "transitions", "following", "successors");
        from = from < 0 ? TableColumns.Find(table, "state", "status") : from;
        if (from < 0 || to < 0 || !IsAboutStates(table, from, to) && !(leadIn is { Length: < LongestLeadIn } && StateWords.Announces(leadIn)))
        {
            return;
        }

        var trigger = TableColumns.Find(table, "trigger", "event", "action", "transition");
        var condition = TableColumns.Find(table, "condition", "conditions", "gate", "guard", "requires", "rule", "rules", "preconditions");
        var meaning = TableColumns.Find(table, "description", "meaning", "notes");
        var draft = new StateMachineDraft();
        foreach (var row in table.Rows)
        {
            ReadRow(draft, row, new(from, to, trigger, condition, meaning));
        }

        if (draft.States > 1 && draft.Transitions > 0)
        {
            var told = leadIn is { Length: < LongestLeadIn } ? StateWords.Owner(leadIn) : null;
            var entity = told ?? Subjects.OfStates(table.Headings) ?? Subjects.OfData(table.Headings) ?? Subjects.OfBareTitle(table.Headings);
            writer.StateMachine(draft.Fact(entity, FactForm.Table, writer.Document.Kind, table.Span, "transitions", complete: true));
            writer.Facts.Claim(table);
        }
    }

    /// <summary>The column headed with one of the words, alone or beside others that speak of states: "Permitted next status".</summary>
    private static int Column(TableBlock table, params string[] words) =>
        Enumerable.Range(0, table.Header.Count).FirstOrDefault(index => TableColumns.Header(table, index).Split(' ') is var head && Array.Exists(head, words.Contains) && Array.TrueForAll(head, word => words.Contains(word) || Beside.Contains(word)), -1);

    private static readonly HashSet<string> Beside = new("state states status statuses allowed permitted possible valid legal can may go goes transition transitions".Split(' '), StringComparer.Ordinal);

    private sealed record Columns(int From, int To, int Trigger, int Condition, int Meaning);

    private static bool IsAboutStates(TableBlock table, int from, int to)
    {
        var headers = TableColumns.Header(table, from) + " " + TableColumns.Header(table, to);
        return TextScan.HasWord(headers, "state") || TextScan.HasWord(headers, "status") || table.Headings.TakeLast(2).Any(StateWords.Announces);
    }

    private static void ReadRow(StateMachineDraft draft, TableRow row, Columns columns)
    {
        var from = TableColumns.Cell(row, columns.From);
        if (from is "[*]" or "-" or "–" or "—" or "" or "(new)" or "none" or "None")
        {
            draft.Start(TableColumns.Cell(row, columns.To));
            return;
        }

        foreach (var state in from.Replace(" or ", ",", StringComparison.OrdinalIgnoreCase).Split([',', '/', '|', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(StateArrow.IsState))
        {
            ReadMoves(draft, state, row, columns);
        }
    }

    private static void ReadMoves(StateMachineDraft draft, string from, TableRow row, Columns columns)
    {
        var meaning = TableColumns.Cell(row, columns.Meaning);
        draft.Describe(from, row.Span, state => state with { TransitionsListed = true, Description = meaning.Length > 0 && columns.Trigger < 0 ? meaning : state.Description });
        var trigger = TableColumns.Cell(row, columns.Trigger);
        var condition = TableColumns.Cell(row, columns.Condition);
        foreach (var to in TableColumns.Cell(row, columns.To).Split([',', '/', '|', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(IsSuccessor))
        {
            draft.Know(to, row.Span);
            draft.Move(new(from, to, trigger.Length > 0 ? trigger : null, condition.Length > 0 ? [new PlacedText(condition, row.Span)] : [], [], row.Span));
        }
    }

    private static bool IsSuccessor(string text) => StateArrow.IsState(text) && text.ToLowerInvariant() is not ("none" or "terminal" or "final" or "end" or "n");
}
