using Schemawright.Diagnostics;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.States;

namespace Schemawright.Facts.Structure;

/// <summary>A line of a data model in the fewest words: "Boat: code (unique), length in m, rig (sloop/ketch), hired y/n, kind = own | lent, state new → afloat → sold".</summary>
/// <param name="Flow">The arrows behind a state's name.</param>
/// <param name="Unread">Pieces that are no attributes.</param>
internal sealed record TerseLine(List<AttributeLine> Attributes, (string Name, StateMachineDraft States)? Flow, List<string> Unread)
{
    private const int FewestPieces = 4;
    private const int PiecesToOneUnread = 4;

    /// <summary>Null when the list is not one of attributes.</summary>
    public static TerseLine? Of(string list, SourceSpan place)
    {
        var pieces = Pieces(list);
        var flow = pieces.Select(piece => FlowIn(piece, place)).FirstOrDefault(found => found is not null);
        var read = pieces.Where(piece => flow is null || FlowIn(piece, place) is null).Select(piece => (Piece: piece, Line: Read(piece))).ToList();
        var lines = read.Select(entry => entry.Line).OfType<AttributeLine>().ToList();
        var unread = read.Where(entry => entry.Line is null).Select(entry => entry.Piece).ToList();
        var known = lines.Count(line => line.Type.Length > 0 || line.Optional || SpokenNames.IsKnown(line.Name));
        return pieces.Count >= FewestPieces && unread.Count * PiecesToOneUnread <= pieces.Count && known * 2 >= lines.Count && lines.Exists(line => line.Type.Length > 0 || line.Optional) ? new(lines, flow, unread) : null;
    }

    /// <summary>The pieces between commas; arrows that follow arrows go on with them, "first + last name" are two.</summary>
    private static List<string> Pieces(string list)
    {
        var pieces = new List<string>();
        foreach (var piece in TextScan.Split(list.Trim().TrimEnd('.'), ',').Select(piece => piece.Trim()).Where(piece => piece.Length > 0))
        {
            if (pieces.Count > 0 && HasArrow(piece) && HasArrow(pieces[^1]))
            {
                pieces[^1] += "; " + piece;
            }
            else if (piece.Split(' ') is [var one, "+", var other, "name"])
            {
                pieces.AddRange([$"{one} name", $"{other} name"]);
            }
            else
            {
                pieces.Add(piece);
            }
        }

        return pieces;
    }

    private static bool HasArrow(string piece) => piece.Contains('→', StringComparison.Ordinal) || piece.Contains("->", StringComparison.Ordinal) || piece.Contains(" > ", StringComparison.Ordinal);

    private static AttributeLine? Read(string piece)
    {
        var equal = piece.IndexOf(" = ", StringComparison.Ordinal);
        var line = SpokenNames.Read(equal > 0 && piece.Contains('|', StringComparison.Ordinal) ? $"{piece[..equal]} ({piece[(equal + 3)..]})" : piece.TrimEnd('?', '*'));
        return line is null || line.Name.AsSpan().ContainsAny("/+×=°") ? null : piece.EndsWith('?') ? line with { Optional = true } : line;
    }

    /// <summary>"status new → ok; any → lost", "state: planned > done"; "any" is each state named.</summary>
    private static (string Name, StateMachineDraft States)? FlowIn(string piece, SourceSpan place)
    {
        var end = piece.AsSpan().IndexOfAny(" :");
        var name = end > 0 ? piece[..end] : "";
        if (name.ToLowerInvariant() is not ("status" or "state") || !HasArrow(piece))
        {
            return null;
        }

        var arrows = piece[end..].TrimStart(':', ' ').Replace(" > ", " → ", StringComparison.Ordinal).Split(';', StringSplitOptions.TrimEntries).SelectMany(StateArrow.In).ToList();
        var draft = new StateMachineDraft();
        arrows.Where(arrow => !IsAny(arrow)).ToList().ForEach(arrow => draft.Move(arrow, place));
        foreach (var target in arrows.Where(IsAny).SelectMany(arrow => arrow.To).ToList())
        {
            draft.Names.Where(state => !state.Equals(target, StringComparison.OrdinalIgnoreCase)).ToList().ForEach(state => draft.Move(new StateArrow(state, [target], null), place));
        }

        return draft.Transitions > 1 ? (name, draft) : null;
    }

    private static bool IsAny(StateArrow arrow) => arrow.From.ToLowerInvariant() is "any" or "all" or "any state";

    public void Write(string entity, SourceSpan place, string words, FactWriter writer)
    {
        writer.Entity(entity, null, place, words);
        InlineAttributes.Write(entity, Attributes, place, words, writer);
        if (Flow is { } flow)
        {
            writer.Attribute(writer.Blank(entity, flow.Name, place, words));
            writer.StateMachine(flow.States.Fact(entity, writer.Form, writer.Document.Kind, place, words, complete: true) with { Attribute = flow.Name });
        }
    }
}
