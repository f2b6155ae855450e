using Schemawright.Documents;

namespace Schemawright.Facts.Structure.States;

/// <summary>The columns of a table of transitions, by index; -1 for those it lacks.</summary>
internal sealed record TransitionColumns(int From, int To, int Trigger, int Condition, int Meaning)
{
    private static readonly HashSet<string> Beside = new("state states status statuses allowed permitted possible valid legal can may go goes transition transitions".Split(' '), StringComparer.Ordinal);

    /// <summary>Null when no column tells where a change begins, or none where it ends.</summary>
    public static TransitionColumns? Of(TableBlock table)
    {
        var from = Column(table, "from", "current", "old", "present");
        var to = Column(table, "to", "next", "new", "target", "transitions", "following", "successors");
        from = from < 0 ? TableColumns.Find(table, "state", "status") : from;
        return from < 0 || to < 0 ? null : new(
            from, to, TableColumns.Find(table, "trigger", "event", "action", "transition"),
            TableColumns.Find(table, "condition", "conditions", "gate", "guard", "guards", "requires", "rule", "rules", "precondition", "preconditions"), TableColumns.Find(table, "description", "meaning", "notes"));
    }

    public StateMachineDraft Read(TableBlock table)
    {
        var draft = new StateMachineDraft();
        foreach (var row in table.Rows)
        {
            ReadRow(draft, row);
        }

        return draft;
    }

    /// <summary>The column headed with one of the words, alone or beside others that speak of states: "Permitted next status".</summary>
    private static int Column(TableBlock table, params string[] words) =>
        Enumerable.Range(0, table.Header.Count).FirstOrDefault(index => TableColumns.Header(table, index).Split(' ') is var head && Array.Exists(head, words.Contains) && Array.TrueForAll(head, word => words.Contains(word) || Beside.Contains(word)), -1);

    private void ReadRow(StateMachineDraft draft, TableRow row)
    {
        var from = TableColumns.Cell(row, From);
        if (from is "[*]" or "-" or "–" or "—" or "" or "(new)" or "none" or "None")
        {
            draft.Start(TableColumns.Cell(row, To));
            return;
        }

        foreach (var state in from.Replace(" or ", ",", StringComparison.OrdinalIgnoreCase).Split([',', '/', '|', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(StateArrow.IsState))
        {
            ReadMoves(draft, state, row);
        }
    }

    private void ReadMoves(StateMachineDraft draft, string from, TableRow row)
    {
        var meaning = TableColumns.Cell(row, Meaning);
        draft.Describe(from, row.Span, state => state with { TransitionsListed = true, Description = meaning.Length > 0 && Trigger < 0 ? meaning : state.Description });
        var trigger = TableColumns.Cell(row, Trigger);
        var condition = TableColumns.Cell(row, Condition);
        foreach (var to in TableColumns.Cell(row, To).Split([',', '/', '|', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(IsSuccessor))
        {
            draft.Know(to, row.Span);
            draft.Move(new(from, to, trigger.Length > 0 ? trigger : null, condition.Length > 0 ? [new PlacedText(condition, row.Span)] : [], [], row.Span));
        }
    }

    private static bool IsSuccessor(string text) => StateArrow.IsState(text) && text.ToLowerInvariant() is not ("none" or "terminal" or "final" or "end" or "n");
}
