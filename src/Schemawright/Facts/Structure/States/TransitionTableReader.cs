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
        if (TransitionColumns.Of(table) is not { } columns || !IsAboutStates(table, columns) && !(leadIn is { Length: < LongestLeadIn } && StateWords.Announces(leadIn)))
        {
            return;
        }

        var draft = columns.Read(table);
        if (draft.States > 1 && draft.Transitions > 0)
        {
            var told = leadIn is { Length: < LongestLeadIn } ? StateWords.Owner(leadIn) : null;
            var entity = told ?? (table.Headings.Count > 0 ? StateWords.Owner(table.Headings[^1]) : null) ?? Subjects.OfStates(table.Headings) ?? Subjects.OfData(table.Headings) ?? Subjects.OfBareTitle(table.Headings);
            writer.StateMachine(draft.Fact(entity, FactForm.Table, writer.Document.Kind, table.Span, "transitions", complete: true));
            writer.Facts.Claim(table);
        }
    }

    private static bool IsAboutStates(TableBlock table, TransitionColumns columns)
    {
        var headers = TableColumns.Header(table, columns.From) + " " + TableColumns.Header(table, columns.To);
        return TextScan.HasWord(headers, "state") || TextScan.HasWord(headers, "status") || table.Headings.TakeLast(2).Any(StateWords.Announces);
    }
}
