using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Structure.States;

/// <summary>Reads YAML-like state machines in fences: states with their properties, transition rules, arrow lists.</summary>
internal sealed class StateBlockReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && SpeaksOfStates(fence)))
        {
            ReadFence(fence, writer);
        }
    }

    private static bool SpeaksOfStates(CodeFence fence) =>
        IsHeaded(fence) || fence.Lines.Any(line => line.Text.TrimStart() is var text && StateWords.IsLabel(text.TrimEnd(':', ' ')) && text.TrimEnd().EndsWith(':'));

    /// <summary>"States", or an entity's name and a word for them: "Ferry status".</summary>
    private static bool IsHeaded(CodeFence fence) =>
        StateWords.InHeadings(fence.Headings) || (fence.Headings.Count > 0 && Subjects.OfStateTitle(fence.Headings[^1]) is not null);

    private static void ReadFence(CodeFence fence, FactWriter writer)
    {
        var roots = FenceTree.Of(fence);
        var nodes = FenceTree.All(roots).ToList();
        var draft = new StateMachineDraft();
        var block = new StateBlock(draft);
        var states = nodes.Where(node => StateWords.IsLabel(node.Key) && node.Children.Count > 1).ToList();
        states.ForEach(block.ReadStates);
        nodes.Where(node => StateWords.IsTransitionLabel(node.Key) && node.Children.Count > 0).ToList().ForEach(block.ReadTransitions);
        var arrowsOnly = draft.States == 0 && IsHeaded(fence) && roots.Count > 0 && roots.TrueForAll(node => StateArrow.In(node.Line.Source.Text.Trim()).Count > 0);
        if (arrowsOnly)
        {
            roots.ForEach(node => block.ReadArrows(node.Line.Source.Text.Trim(), node.Line.Source.Span));
        }

        if (draft.States < 2)
        {
            return;
        }

        nodes.Where(node => node.Is("initial", "initial_state", "initial state", "start")).Where(node => node.Value.Length > 0).ToList().ForEach(node => draft.Start(node.Value));
        var whole = arrowsOnly || states.Count == 0 || roots.TrueForAll(node => StateWords.IsLabel(node.Key) || StateWords.IsTransitionLabel(node.Key));
        writer.StateMachine(draft.Fact(Entity(fence, roots), FactForm.List, writer.Document.Kind, whole ? fence.Span : Span(states[0]), "states", complete: arrowsOnly));
        if (whole)
        {
            writer.Facts.Claim(fence);
        }
    }

    private static string? Entity(CodeFence fence, List<FenceNode> roots)
    {
        var named = roots.Find(node => node.Is("entity", "workflow", "state machine", "statemachine", "machine", "process", "object") && node.Value.Length > 0);
        return (named is null ? null : Subjects.OfTitle(named.Value)) ?? Subjects.OfStates(fence.Headings) ?? Subjects.OfData(fence.Headings);
    }

    private static SourceSpan Span(FenceNode node)
    {
        var last = node;
        while (last.Children.Count > 0)
        {
            last = last.Children[^1];
        }

        var (first, end) = (node.Line.Source.Span, last.Line.Source.Span);
        return new(first.Document, first.Line, first.Column, end.EndLine, end.EndColumn);
    }
}

/// <summary>The words that announce states and transitions.</summary>
internal static class StateWords
{
    private static readonly string[] InHeading = ["state machine", "state diagram", "states", "lifecycle", "life cycle", "status flow", "status transitions", "state transitions", "status workflow", "statuses", "state flow", "status values", "status transition", "state transition", "transition rules", "status rules"];

    private const int MostWordsOfAName = 3;

    private static readonly string[] OfScreens = ["error", "loading", "empty", "ui", "button", "screen", "visual", "component", "hover", "page", "form", "feedback", "united", "application state", "management"];

    public static bool IsLabel(string key) =>
        key.Trim().ToLowerInvariant() is "states" or "statuses" or "status values" or "state values" or "lifecycle" or "lifecycle states" or "allowed states" or "possible states" or "possible statuses" or "status" or "workflow states";

    public static bool IsTransitionLabel(string key) =>
        key.Trim().ToLowerInvariant() is "transitions" or "transition rules" or "allowed transitions" or "state transitions" or "status transitions" or "valid transitions" or "allowed_transitions";

    /// <summary>"The life cycle of a kite", "status changes of the club house": what a word for states is said of; null when it is said of nothing.</summary>
    public static string? Owner(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var said = Array.FindIndex(words, word => Plain(word) is "status" or "state" or "states" or "statuses" or "cycle" or "lifecycle" or "workflow" or "transitions");
        var of = said < 0 ? -1 : Array.FindIndex(words, said, word => word is "of" or "for");
        if (of < 1 || of > said + MostWordsOfAName)
        {
            return null;
        }

        var name = words.Skip(of + 1).SkipWhile(word => Plain(word) is "a" or "an" or "the" or "each" or "every" or "any").TakeWhile(word => char.IsLetter(word[0]) && Plain(word) is not ("is" or "are" or "has" or "have" or "can" or "may" or "must" or "shall" or "will" or "and" or "with" or "in" or "that" or "which" or "when")).Take(MostWordsOfAName).ToList();
        var end = name.FindIndex(word => !char.IsLetter(word[^1]));
        return name.Count == 0 ? null : string.Join(' ', end < 0 ? name : name.Take(end + 1)).TrimEnd(':', ',', '.', ';');
    }

    private static string Plain(string word) => word.Trim(':', ',', '.', ';', '(', ')').ToLowerInvariant();

    public static bool InHeadings(Seq<string> headings) => headings.Count > 0 && Announces(headings[^1]);

    /// <summary>"Error states" and "loading states" are those of a screen.</summary>
    public static bool Announces(string text) => Array.Exists(InHeading, word => TextScan.HasWord(text, word) || TextScan.HasWord(text, word + "s")) && !Array.Exists(OfScreens, word => TextScan.HasWord(text, word));
}

/// <summary>Reads the nodes of one block into a draft.</summary>
internal sealed class StateBlock(StateMachineDraft draft)
{
    public void ReadStates(FenceNode node)
    {
        foreach (var child in node.Children)
        {
            var (name, remark) = Name(child.Key);
            var span = child.Line.Source.Span;
            if (StateArrow.In(child.Line.Source.Text.Trim().TrimStart('-', '*', '•', ' ')) is { Count: > 0 } arrows)
            {
                arrows.ForEach(arrow => draft.Move(arrow, span));
            }
            else if (StateArrow.IsState(name))
            {
                var words = remark ?? (child.Value.Length > 0 ? child.Value.Trim('"', '\'') : null);
                draft.Describe(name, span, state => state with { Description = words ?? state.Description });
                child.Children.ForEach(property => ReadProperty(name, property));
            }
        }
    }

    public void ReadTransitions(FenceNode node)
    {
        foreach (var child in node.Children)
        {
            var span = child.Line.Source.Span;
            var line = child.Children.Count > 0 ? child.Key : child.Line.Source.Text.Trim().TrimStart('-', '*', '•', ' ');
            var arrows = StateArrow.In(line);
            var conditions = Texts(child, "conditions", "condition", "requires", "when", "guard", "preconditions", "gate");
            var actions = Texts(child, "actions", "action", "effects", "then", "do");
            foreach (var (arrow, to) in arrows.SelectMany(arrow => arrow.To.Select(to => (arrow, to))))
            {
                draft.Know(arrow.From, span);
                draft.Know(to, span);
                draft.Move(new(arrow.From, to, arrow.Trigger, conditions, actions, span));
            }

            if (arrows.Count == 0 && StateArrow.IsState(child.Key) && (child.Value.Length > 0 || child.Children.Count > 0))
            {
                Successors(child.Key, child);
            }
        }
    }

    public void ReadArrows(string line, SourceSpan place) => StateArrow.In(line).ForEach(arrow => draft.Move(arrow, place));

    private void ReadProperty(string state, FenceNode node)
    {
        var place = node.Line.Source.Span;
        var key = node.Key.Replace(' ', '_').ToLowerInvariant();
        switch (key)
        {
            case "description" or "meaning" or "note":
                draft.Describe(state, place, known => known with { Description = node.Value.Trim('"') });
                break;
            case "allowed_transitions" or "transitions" or "next" or "next_states" or "can_transition_to" or "to":
                draft.State(place);
                Successors(state, node);
                break;
            case "timeout" or "expires_after" or "auto_expire":
                draft.State(place);
                Timeout(state, node);
                break;
            case "requires" or "required" or "required_fields":
                draft.Describe(state, place, known => known with { Requires = List(node), RequiresAt = place });
                break;
            case "retention" or "keep":
                draft.Describe(state, place, known => known with { Retention = Periods.In(node.Value) });
                break;
            case "permissions" or "allowed_roles" or "roles":
                draft.Describe(state, place, known => known with { Permissions = List(node) });
                break;
            case "initial" when node.Value.Equals("true", StringComparison.OrdinalIgnoreCase):
                draft.Start(state);
                break;
            case "terminal" or "final" when node.Value.Equals("true", StringComparison.OrdinalIgnoreCase):
                draft.Describe(state, place, known => known with { TransitionsListed = true });
                break;
            case "auto_transition":
                draft.State(place);
                StateArrow.In(node.Value).ForEach(arrow => AutoMove(state, arrow, place));
                break;
            default:
                break;
        }
    }

    /// <summary>"due date reached → overdue": the left side says when, the right side where to; written in the state itself, it is how the state is entered.</summary>
    private void AutoMove(string state, StateArrow arrow, SourceSpan place)
    {
        if (arrow.To.Count == 1 && arrow.To[0].Equals(state, StringComparison.OrdinalIgnoreCase))
        {
            draft.Trigger(state, arrow.From);
        }
        else if (arrow.To.Count == 1)
        {
            draft.Move(new(state, arrow.To[0], arrow.From, [], [], place));
        }
    }

    private void Successors(string state, FenceNode node)
    {
        var place = node.Line.Source.Span;
        draft.Describe(state, place, known => known with { TransitionsListed = true });
        foreach (var to in List(node).Select(entry => Name(entry).Name).Where(StateArrow.IsState))
        {
            draft.Move(new(state, to, null, [], [], place));
        }
    }

    private void Timeout(string state, FenceNode node)
    {
        var arrow = node.Value.AsSpan().IndexOfAny('→', '>');
        var to = arrow < 0 ? null : node.Value[(arrow + 1)..].Trim();
        draft.Describe(state, node.Line.Source.Span, known => known with { TimeoutAfter = Periods.In(node.Value), TimeoutTo = string.IsNullOrEmpty(to) ? null : to });
    }

    /// <summary>"[a, b]", "a, b", or bullets; "none" is empty.</summary>
    private static Seq<string> List(FenceNode node)
    {
        var value = node.Value.Trim().Trim('[', ']').Trim();
        if (value.Length == 0)
        {
            return node.Children.Select(child => child.Value.Length > 0 ? $"{child.Key}: {child.Value}" : child.Key).ToSeq();
        }

        return value.ToLowerInvariant() is "none" or "-" or "n/a" ? [] : value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Trim('"', '\'')).ToSeq();
    }

    private static Seq<PlacedText> Texts(FenceNode node, params string[] keys) =>
        node.Children.Where(child => child.Is(keys)).SelectMany(child => child.Leaves)
            .Select(leaf => new PlacedText(leaf.Is(keys) ? leaf.Value : Whole(leaf), leaf.Line.Source.Span)).Where(text => text.Text.Length > 0).ToSeq();

    private static string Whole(FenceNode leaf) => leaf.Value.Length > 0 ? $"{leaf.Key}: {leaf.Value}" : leaf.Key;

    /// <summary>"Draft (visible to editors)" is a name and a remark.</summary>
    private static (string Name, string? Remark) Name(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && TextScan.Closing(text, open) is var close and > 0 ? (text[..open].Trim(), text[(open + 1)..close].Trim()) : (text.Trim().Trim('`', '*', '"', '\''), null);
    }
}
