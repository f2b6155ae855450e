using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.States;

/// <summary>Reads fences of arrows and tables of changes that no title calls states: the values of a known attribute at all their ends show what they are.</summary>
internal sealed class KnownStatesReader : IFactReader
{
    private const int FewestStates = 3;

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var fences = document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && fence.Lines.Any(line => line.Text.Contains('>', StringComparison.Ordinal) || line.Text.Contains('→', StringComparison.Ordinal))).ToList();
        var tables = document.Blocks.OfType<TableBlock>().Where(table => !facts.IsClaimed(table)).Select(table => (Table: table, Columns: TransitionColumns.Of(table))).Where(table => table.Columns is not null).ToList();
        if (fences.Count + tables.Count == 0)
        {
            return;
        }

        var lists = facts.Facts.OfType<AttributeFact>().Select(fact => fact.Type).Where(type => type is { Kind: DataKind.Enumeration, Values.Count: >= FewestStates }).Select(type => type!.Values.Select(Naming.Snake).ToHashSet(StringComparer.Ordinal)).ToList();
        var writer = new FactWriter(document, facts, FactForm.List);
        fences.ForEach(fence => ReadFence(fence, lists, writer));
        tables.ForEach(table => ReadTable(table.Table, table.Columns!.Read(table.Table), lists, writer));
    }

    private static void ReadTable(TableBlock table, StateMachineDraft draft, List<HashSet<string>> lists, FactWriter writer)
    {
        var told = draft.Names.Select(Naming.Snake).ToHashSet(StringComparer.Ordinal);
        if (draft.Transitions > 1 && told.Count >= FewestStates && lists.Exists(told.IsSubsetOf))
        {
            writer.StateMachine(draft.Fact(Subjects.OfBareTitle(table.Headings), FactForm.Table, writer.Document.Kind, table.Span, "transitions", complete: true));
            writer.Facts.Claim(table);
        }
    }

    private static void ReadFence(CodeFence fence, List<HashSet<string>> lists, FactWriter writer)
    {
        var lines = fence.Lines.Where(line => line.Text.Trim().Length > 0).Select(line => (line.Span, Arrows: StateArrow.In(line.Text.Trim()))).ToList();
        var draft = new StateMachineDraft();
        lines.ForEach(line => line.Arrows.ForEach(arrow => draft.Move(arrow, line.Span)));
        var told = lines.SelectMany(line => line.Arrows).SelectMany(arrow => arrow.To.Prepend(arrow.From)).Select(Naming.Snake).ToHashSet(StringComparer.Ordinal);
        if (told.Count >= FewestStates && lines.Count(line => line.Arrows.Count > 0) * 3 >= lines.Count * 2 && lists.Exists(told.IsSubsetOf))
        {
            writer.StateMachine(draft.Fact(null, FactForm.List, writer.Document.Kind, fence.Span, "states", complete: true));
            writer.Facts.Claim(fence);
        }
    }
}
