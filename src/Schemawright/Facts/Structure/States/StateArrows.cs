using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.States;

/// <summary>Arrows between states: <c>Draft → Sent, Cancelled</c>, <c>A -> B -> C</c>, <c>A --submit--> B</c>.</summary>
/// <param name="To">The states reached from it.</param>
internal sealed record StateArrow(string From, IReadOnlyList<string> To, string? Trigger)
{
    private const int LongestName = 40;
    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("→⟶➔➜⇒➡↔⇄");

    /// <summary>The arrows of a line, one for each joint; empty when the line is not made of states and arrows.</summary>
    public static List<StateArrow> In(string line)
    {
        var (body, trigger) = WithoutRemark(line.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal));
        var parts = Cut(body);
        var found = new List<StateArrow>();
        string? begun = null;
        for (var index = 0; index + 1 < parts.Count; index++)
        {
            var from = States(parts[index], out var labelled);
            var to = States(parts[index + 1], out _);
            if (from.Count == 0 || to.Count == 0)
            {
                return [];
            }

            // "A -> B, A -> C": a state named before begins anew what stands behind the comma.
            var anew = index + 2 < parts.Count && to.Count > 1 && Array.Exists(parts[..(index + 1)].ToArray(), part => States(part, out _).Contains(to[^1]));
            if (IsBoth(body, index))
            {
                found.AddRange(to.Select(state => new StateArrow(state, from, labelled ?? trigger)));
            }

            found.AddRange((index > 0 && begun is not null ? [begun] : from).Select(state => new StateArrow(state, anew ? to[..^1] : to, labelled ?? trigger)));
            begun = anew ? to[^1] : null;
        }

        return found;
    }

    /// <summary>"empty ↔ cleaned" leads both ways.</summary>
    private static bool IsBoth(string body, int joint)
    {
        var start = 0;
        for (var index = 0; ; index++)
        {
            var (at, length) = FirstArrow(body, start);
            if (at < 0 || index == joint)
            {
                return at >= 0 && body[at] is '↔' or '⇄';
            }

            start = at + length;
        }
    }

    public static bool IsState(string text) =>
        text.Length is > 0 and <= LongestName && char.IsLetter(text[0]) && text.Count(character => character == ' ') < 4 && !text.AsSpan().ContainsAny(".:;=<>(){}[]?!\"/");

    /// <summary>What stands in brackets or after a colon at the end is a trigger or a condition.</summary>
    private static (string Body, string? Remark) WithoutRemark(string line)
    {
        var arrow = FirstArrow(line, 0).At;
        var colon = arrow < 0 ? -1 : line.IndexOf(':', arrow);
        if (colon > 0)
        {
            return (line[..colon], line[(colon + 1)..].Trim() is { Length: > 0 } trigger ? trigger : null);
        }

        var open = arrow < 0 ? -1 : line.IndexOf('(', arrow);
        return open > 0 && TextScan.Closing(line, open) is var close and > 0 && line[(close + 1)..].Trim().Length == 0 ? (line[..open], line[(open + 1)..close].Trim()) : (line, null);
    }

    private static List<string> Cut(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var (at, length) = FirstArrow(text, 0); at >= 0; (at, length) = FirstArrow(text, start))
        {
            parts.Add(text[start..at]);
            start = at + length;
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>A shaft of any length with a head, or one sign that is an arrow.</summary>
    private static (int At, int Length) FirstArrow(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && text[end] is '-' or '=' or '─' or '–' or '—')
            {
                end++;
            }

            if (end < text.Length && (end > at ? text[end] is '>' or '▶' or '►' or '→' : Signs.Contains(text[end])))
            {
                return (at, end + 1 - at);
            }

            at = Math.Max(at, end - 1);
        }

        return (-1, 0);
    }

    /// <summary>"Sent, Cancelled", "Sent | Cancelled", "Sent or Cancelled", "Draft, Sent and Open"; <c>A --submit</c> carries the trigger of <c>A --submit--> B</c>.</summary>
    private static List<string> States(string text, out string? trigger)
    {
        trigger = null;
        var body = text.Trim().Trim('[', ']', '-', '•', '*').Trim();
        var label = body.IndexOf("--", StringComparison.Ordinal);
        if (label > 0)
        {
            trigger = body[(label + 2)..].Trim('-', ' ');
            body = body[..label].Trim();
        }

        body = body.Contains(',', StringComparison.Ordinal) ? body.Replace(", and ", ",", StringComparison.OrdinalIgnoreCase).Replace(" and ", ",", StringComparison.OrdinalIgnoreCase) : body; // "drawn, sealed and sent"
        var states = body.Replace(" or ", ",", StringComparison.OrdinalIgnoreCase).Split([',', '|', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        return states.TrueForAll(IsState) ? states : [];
    }
}
