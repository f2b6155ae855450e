using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.States;

/// <summary>Reads states from Markdown: bullets under "States", arrow lists, and lines such as "Order status: draft → sent → paid".</summary>
internal sealed class StateListReader : IFactReader
{
    private const int LongestLine = 400;

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var block in document.Blocks.Where(block => !facts.IsClaimed(block)))
        {
            if (block is ListBlock list)
            {
                ReadList(list, writer);
            }
            else if (block is ParagraphBlock paragraph)
            {
                if (!ReadArrows(paragraph, writer))
                {
                    ReadLine(paragraph.Text, paragraph, writer);
                }
            }
            else if (block is CodeFence fence)
            {
                fence.Lines.Where(line => line.Text.Length < LongestLine).ToList().ForEach(line => ReadLine(line.Text.Trim().TrimStart('-', '*', ' '), fence, writer, line.Span));
            }
        }
    }

    private static void ReadList(ListBlock list, FactWriter writer)
    {
        var announced = list.LeadIn is { Length: < 100 } leadIn && (StateWords.Announces(leadIn) || StateWords.IsLabel(leadIn.TrimEnd(':', ' ')) || (Subjects.OfStateTitle(leadIn) is not null && list.Items.All(item => item.Depth > 0 || StateArrow.In(item.Text).Count > 0)));
        if ((announced || (list.LeadIn is null && StateWords.InHeadings(list.Headings))) && ReadWhole(list, writer))
        {
            return;
        }

        foreach (var item in list.Items.Where(item => !writer.Facts.IsClaimed(item.Span)))
        {
            ReadLine(item.Text, list, writer, item.Span);
        }
    }

    /// <summary>Every bullet is a state or an arrow of one thing.</summary>
    private static bool ReadWhole(ListBlock list, FactWriter writer)
    {
        var draft = new StateMachineDraft();
        var top = list.Items.Where(item => item.Depth == 0).ToList();
        var fitting = top.Count(item => ReadItem(item, draft));
        if (fitting < top.Count || draft.States < 2 || Entity(list) is not { } entity)
        {
            return false;
        }

        writer.StateMachine(draft.Fact(entity, FactForm.List, writer.Document.Kind, list.Span, list.LeadIn ?? "states", complete: draft.Transitions > 0));
        writer.Facts.Claim(list);
        return true;
    }

    /// <summary>Lines of arrows and nothing else under a title of states: "requested → granted → returned".</summary>
    private static bool ReadArrows(ParagraphBlock paragraph, FactWriter writer)
    {
        // "Boat" under "Status transitions" tells of the boat's.
        if (!paragraph.Headings.TakeLast(2).Any(IsStatusLabel))
        {
            return false;
        }

        var lines = PlacedLines.Of(paragraph, null).ToList();
        if (lines.Count == 1 && IsStatusLabel(paragraph.Headings[^1]) && OpensWithFlow(lines[0], writer, paragraph))
        {
            return true;
        }

        var draft = new StateMachineDraft();
        var whole = lines.TrueForAll(line => StateArrow.In(line.Text) is { Count: > 0 } arrows && Take(draft, arrows, line.Span));
        if (whole && draft.States > 1 && Owner(paragraph.Headings) is { } entity)
        {
            writer.StateMachine(draft.Fact(entity, FactForm.List, writer.Document.Kind, paragraph.Span, "states", complete: true));
            writer.Facts.Claim(paragraph);
        }

        return whole;
    }

    /// <summary>"moored → out → moored; from out a boat may also go to lost": the flow opens the paragraph, and words say what else follows.</summary>
    private static bool OpensWithFlow(PlacedLine line, FactWriter writer, ParagraphBlock paragraph)
    {
        var pieces = line.Text.TrimEnd('.').Split([";", ". "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length < 2 || StateArrow.In(pieces[0]) is not { Count: > 0 } first || Owner(paragraph.Headings) is not { } entity)
        {
            return false;
        }

        var draft = new StateMachineDraft();
        Take(draft, first, line.Span);
        foreach (var piece in pieces.Skip(1))
        {
            var arrows = StateArrow.In(piece) is { Count: > 0 } drawn ? drawn : SpokenMoves(piece, draft.Names);
            if (arrows.Count == 0)
            {
                return false;
            }

            Take(draft, arrows, line.Span);
        }

        writer.StateMachine(draft.Fact(entity, FactForm.List, writer.Document.Kind, paragraph.Span, "states", complete: true));
        writer.Facts.Claim(paragraph);
        return true;
    }

    /// <summary>"from moored or out a boat may also go to lost": known states in front, any behind.</summary>
    private static List<StateArrow> SpokenMoves(string piece, IEnumerable<string> known)
    {
        var words = piece.Replace("`", "", StringComparison.Ordinal).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var to = Array.LastIndexOf(words, "to");
        var names = known.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var from = to > 1 && words[0].Equals("from", StringComparison.OrdinalIgnoreCase) ? words[1..to].Where(names.Contains).ToList() : [];
        return from.Count > 0 && to == words.Length - 2 && StateArrow.IsState(words[^1]) ? from.ConvertAll(state => new StateArrow(state, [words[^1]], null)) : [];
    }

    private static string? Owner(Seq<string> headings) =>
        IsStatusLabel(headings[^1]) ? Subjects.OfStates(headings) ?? Subjects.OfData(headings) : Subjects.OfStateTitle(headings[^1]) ?? Subjects.OfBareTitle(headings);

    private static bool Take(StateMachineDraft draft, List<StateArrow> arrows, SourceSpan place)
    {
        arrows.ForEach(arrow => draft.Move(arrow, place));
        return true;
    }

    private static string? Entity(ListBlock list)
    {
        var inLeadIn = list.LeadIn is { } leadIn ? Subjects.OfStateTitle(leadIn) : null;
        return inLeadIn ?? Subjects.OfStates(list.Headings) ?? Subjects.OfData(list.Headings) ?? Bare(list.Headings);
    }

    /// <summary>A section headed with one word that may be an entity's name.</summary>
    private static string? Bare(Seq<string> headings) =>
        headings.Count > 0 && EntityNames.Undecorated(headings[^1]) is var heading && EntityNames.IsTitle(heading) && !heading.Contains(' ') ? heading : null;

    /// <summary>An arrow, or a state with its description.</summary>
    private static bool ReadItem(ListItem item, StateMachineDraft draft)
    {
        var arrows = StateArrow.In(item.Text);
        if (arrows.Count > 0)
        {
            arrows.ForEach(arrow => draft.Move(arrow, item.Span));
            return true;
        }

        var cut = Remarks.Cut(item.Text);
        var name = (item.Label ?? (cut < 0 ? item.Text : item.Text[..cut])).Trim().TrimEnd(':');
        if (!StateArrow.IsState(name) || name.Count(character => character == ' ') > 2)
        {
            return false;
        }

        draft.Describe(name, item.Span, state => state with { Description = Remarks.After(item.Text, cut) });
        return true;
    }

    /// <summary>A label that says status or lifecycle, then states joined by arrows.</summary>
    private static void ReadLine(string text, Block block, FactWriter writer, SourceSpan? span = null)
    {
        var colon = text.Length > LongestLine ? -1 : text.IndexOf(':', StringComparison.Ordinal);
        if (colon is <= 0 or > 60)
        {
            return;
        }

        var named = block.Headings.Count > 0 && IsStatusLabel(block.Headings[^1]) && EntityNames.Undecorated(text[..colon]) is var label && (EntityNames.IsTitle(label) || EntityNames.IsName(label) && label.Count(character => character == ' ') == 1) ? label : null;
        if (named is null && !IsStatusLabel(text[..colon]))
        {
            return;
        }

        var place = span ?? block.Span;
        var draft = Flow(text[(colon + 1)..], place);
        if (draft.States > 1)
        {
            var entity = named ?? Subjects.OfStateTitle(text[..colon]) ?? StateWords.Owner(text[..colon]) ?? Subjects.OfStates(block.Headings) ?? Subjects.OfData(block.Headings) ?? Bare(block.Headings) ?? block.Headings.LastOrDefault();
            writer.StateMachine(draft.Fact(entity, FactForm.List, writer.Document.Kind, place, text, complete: false));
        }
    }

    /// <summary>"draft → sent → paid; sent → void": the states along the arrows.</summary>
    public static StateMachineDraft Flow(string text, SourceSpan place)
    {
        var draft = new StateMachineDraft();
        var flow = text.Trim().TrimEnd('.');
        var arrows = text.Length > LongestLine ? [] : StateArrow.In(flow) is { Count: > 0 } whole ? whole : [.. flow.Split([";", ". "], StringSplitOptions.TrimEntries).SelectMany(InPiece)];
        arrows.ForEach(arrow => draft.Move(arrow, place));
        return draft;
    }

    /// <summary>"the owner may take it back: offered → draft": the arrows stand behind the words.</summary>
    private static List<StateArrow> InPiece(string piece)
    {
        var arrows = StateArrow.In(piece);
        var colon = arrows.Count > 0 ? -1 : piece.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? arrows : StateArrow.In(piece[(colon + 2)..]);
    }

    public static bool IsStatusLabel(string label) =>
        StateWords.Announces(label) || TextScan.HasWord(label, "status") || TextScan.HasWord(label, "state") || (!label.Contains(' ', StringComparison.Ordinal) && Naming.Words(label) is [.., "status" or "state"]);
}
