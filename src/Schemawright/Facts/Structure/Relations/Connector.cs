using Schemawright.Facts.Structure.Boxes;
using Schemawright.Facts.Structure.Mermaid;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Relations;

/// <summary>Two names joined by a drawn line whose ends say how many: <c>A ──&lt; B</c>, <c>A (1) -> (N) B</c>, <c>[a] 1---* [b]</c>, <c>A 1:N B</c>.</summary>
internal sealed record Connector(string From, string To, Cardinality? FromMany, Cardinality? ToMany, string? Label)
{
    private const int LongestLine = 300;
    private const string Strokes = "-─━—–═=";
    private const string Feet = "<>{}|∈∋►▶◄◀→←⟶⟵";

    /// <summary>All connectors of a line: <c>A ──&lt; B >── C</c> holds two.</summary>
    public static IEnumerable<Connector> In(string text)
    {
        if (text.Length > LongestLine)
        {
            return [];
        }

        if (CrowsFoot.Find(text) is { } crows)
        {
            return Named(crows.Left) is { } left && Named(crows.Right) is { } right ? [new(left, right, crows.LeftMany, crows.RightMany, crows.Label)] : [];
        }

        return Chain(text);
    }

    private static IEnumerable<Connector> Chain(string text)
    {
        var from = 0;
        Part? previous = null;
        Stroke? line = null;
        for (var next = Stroke.Next(text, 0); ; next = Stroke.Next(text, next.End))
        {
            var part = Part.Of(next is null ? text[from..] : text[from..next.Start], isLast: next is null);
            if (previous is not null && line is not null && part is not null && Joined(previous, line, part) is { } found)
            {
                yield return found;
            }

            if (next is null || part is null)
            {
                yield break;
            }

            (previous, line, from) = (part, next, next.End);
        }
    }

    /// <summary>Null when no end says how many: a plain arrow is a flow or a state's change.</summary>
    private static Connector? Joined(Part left, Stroke line, Part right)
    {
        var fromMany = left.After ?? line.Left;
        var toMany = right.Before ?? line.Right;
        return fromMany is null && toMany is null ? null : new(left.Name, right.Name, fromMany ?? (line.HasFoot ? Cardinality.ExactlyOne : null), toMany ?? (line.HasFoot ? Cardinality.ExactlyOne : null), right.Label);
    }

    private static string? Named(string text)
    {
        var name = EntityNames.Undecorated(text.Trim().Trim('[', ']', '"'));
        return EntityNames.IsName(name) && name.Count(character => character == ' ') < 3 ? name : null;
    }

    /// <summary>A name between two lines, with the marks beside it.</summary>
    private sealed record Part(string Name, Cardinality? Before, Cardinality? After, string? Label)
    {
        public static Part? Of(string text, bool isLast)
        {
            var (body, label) = isLast ? WithoutLabel(text) : (text, null);
            var words = body.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
            var before = words.Count > 1 ? BoxMarks.Parse(words[0]) : null;
            var after = words.Count > 1 ? BoxMarks.Parse(words[^1]) : null;
            var first = before is null ? 0 : 1;
            var name = string.Join(' ', words.Skip(first).Take(words.Count - first - (after is null ? 0 : 1)));
            return Named(name) is { } named ? new(named, before, after, label) : null;
        }

        /// <summary>"B : holds" and "B (holds)".</summary>
        private static (string Body, string? Label) WithoutLabel(string text)
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                return (text[..colon], text[(colon + 1)..].Trim().Trim('"') is { Length: > 0 } label ? label : null);
            }

            var open = text.LastIndexOf('(');
            return open > 0 && text.TrimEnd().EndsWith(')') && BoxMarks.Parse(text[open..].Trim()) is null ? (text[..open], text[open..].Trim(' ', '(', ')')) : (text, null);
        }
    }

    /// <summary>The drawn line itself, or a pair such as <c>1:N</c> that stands for it.</summary>
    private sealed record Stroke(int Start, int End, Cardinality? Left, Cardinality? Right, bool HasFoot)
    {
        public static Stroke? Next(string text, int from)
        {
            for (var at = from; at < text.Length; at++)
            {
                if (Pair(text, at) is { } pair)
                {
                    return pair;
                }

                if (IsStroke(text[at]) && Run(text, at) is { } run)
                {
                    return run;
                }
            }

            return null;
        }

        private static bool IsStroke(char character) => Strokes.Contains(character, StringComparison.Ordinal) || Feet.Contains(character, StringComparison.Ordinal);

        /// <summary>A run of line characters: long enough, or standing alone, for names may hold a hyphen.</summary>
        private static Stroke? Run(string text, int start)
        {
            var end = start;
            while (end < text.Length && (IsStroke(text[end]) || (text[end] is 'o' or '○' && end > start && end + 1 < text.Length && IsStroke(text[end + 1]))))
            {
                end++;
            }

            var run = text[start..end];
            var alone = start > 0 && text[start - 1] is ' ' or ')' or ']' or '*' && (end == text.Length || text[end] is ' ' or '(' or '[' or '*');
            return run.AsSpan().IndexOfAny(Strokes) < 0 && run is not ("→" or "⟶") || (run.Length < 2 && !alone) ? null : WithPair(text, new(start, end, LeftFoot(run), RightFoot(run), run[^1] == '<' || run[0] == '>'));
        }

        /// <summary><c>--1:N--></c>: the pair stands inside the line.</summary>
        private static Stroke WithPair(string text, Stroke stroke)
        {
            var end = stroke.End;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && !IsStroke(text[end]))
            {
                end++;
            }

            return end > stroke.End && end < text.Length && IsStroke(text[end]) && CardinalityWords.Pair(text[stroke.End..end]) is var (left, right) && Run(text, end) is { } rest
                ? new(stroke.Start, rest.End, left, right, false)
                : stroke;
        }

        private static Cardinality? LeftFoot(string run) => run switch
        {
            ['>', '|', ..] or ['}', '|', ..] => Cardinality.OneOrMore,
            ['>', ..] or ['}', ..] or ['∋', ..] => Cardinality.ZeroOrMore,
            _ => null,
        };

        private static Cardinality? RightFoot(string run) => run switch
        {
            [.., '|', '<'] or [.., '|', '{'] => Cardinality.OneOrMore,
            [.., '<'] or [.., '{'] or [.., '∈'] => Cardinality.ZeroOrMore,
            _ => null,
        };

        /// <summary><c>1:N</c>, <c>(N:M)</c>, <c>0..1:N</c> as a word of its own between two names.</summary>
        private static Stroke? Pair(string text, int at)
        {
            if (at == 0 || text[at - 1] != ' ' || !(char.IsAsciiDigit(text[at]) || text[at] is '(' or 'N' or 'M' or 'n' or 'm' or '*'))
            {
                return null;
            }

            var end = text.IndexOf(' ', at);
            var word = end < 0 ? "" : text[at..end];
            return word.Contains(':') && CardinalityWords.Pair(word) is var (left, right) ? new(at, end, left, right, false) : Joined(text, word, at);
        }

        /// <summary><c>1—*</c> and <c>1-0..1</c>, and <c>1..*</c> for what one goes with.</summary>
        private static Stroke? Joined(string text, string word, int at)
        {
            var (line, end) = (word.AsSpan().IndexOfAny(Strokes), at + word.Length);
            return line > 0 && BoxMarks.Parse(word[..line]) is { } left && BoxMarks.Parse(word[line..].TrimStart([.. Strokes])) is { } right ? new(at, end, left, right, false)
                : word.Contains("..", StringComparison.Ordinal) && text.AsSpan(0, at).TrimEnd() is [.., var before] && !IsStroke(before) && BoxMarks.Parse(word) is { } many ? new(at, end, Cardinality.ExactlyOne, many, false)
                : null;
        }
    }
}
