using System.Text;

namespace Schemawright.Documents;

/// <summary>Takes the marks out of Markdown: emphasis, code ticks, links, task boxes, entities, line ends.</summary>
internal static class PlainText
{
    private const int LongestTag = 10;

    public static string Of(string raw)
    {
        var text = new StringBuilder(raw.Length);
        var (bracket, parenthesis, angle) = (new NextMark(raw, ']'), new NextMark(raw, ')'), new NextMark(raw, '>'));
        for (var index = 0; index < raw.Length; index++)
        {
            index = raw[index] switch
            {
                '\\' when index + 1 < raw.Length && char.IsAsciiLetterOrDigit(raw[index + 1]) => Keep(text, raw, index),
                '\\' when index + 1 < raw.Length && char.IsPunctuation(raw[index + 1]) => Keep(text, raw, index + 1),
                '`' => CodeSpan(text, raw, index),
                '[' => Link(text, raw, index, bracket, parenthesis),
                '*' when IsMark(raw, index, '*') => index,
                '_' when IsMark(raw, index, '_') => index,
                '~' when index + 1 < raw.Length && raw[index + 1] == '~' => index + 1,
                '<' => Tag(text, raw, index, angle),
                _ => Keep(text, raw, index),
            };
        }

        return Fold(text.Replace("&amp;", "&").Replace("&lt;", "<").Replace("&gt;", ">").Replace("&nbsp;", " ").ToString());
    }

    /// <summary>Every run of white space becomes one space; none at the ends.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                folded.Append(character);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    private static int Keep(StringBuilder text, string raw, int index)
    {
        text.Append(raw[index]);
        return index;
    }

    private static int CodeSpan(StringBuilder text, string raw, int index)
    {
        var close = raw.IndexOf('`', index + 1);
        if (close < 0)
        {
            return index;
        }

        text.Append(raw, index + 1, close - index - 1);
        return close;
    }

    private static int Link(StringBuilder text, string raw, int index, NextMark bracket, NextMark parenthesis)
    {
        var close = bracket.From(index + 1);
        if (close < 0 || close + 1 >= raw.Length || raw[close + 1] != '(')
        {
            text.Append('[');
            return index;
        }

        var end = parenthesis.From(close + 2);
        if (end < 0)
        {
            text.Append('[');
            return index;
        }

        text.Append(Of(raw[(index + 1)..close]));
        return end;
    }

    /// <summary>An HTML tag goes, a line break becomes a space; "a &lt; b" and type parameters stay.</summary>
    private static int Tag(StringBuilder text, string raw, int index, NextMark angle)
    {
        var name = TagName(raw, index + 1);
        var close = name.Length == 0 ? -1 : angle.From(index + 1);
        if (close >= 0 && name is "br" or "p" or "b" or "i" or "em" or "strong" or "code" or "sub" or "sup" or "u" or "s" or "span" or "div" or "a" or "kbd" or "details" or "summary")
        {
            text.Append(name is "br" or "p" or "div" ? " " : "");
            return close;
        }

        text.Append('<');
        return index;
    }

    /// <summary>The letters a tag begins with, in lower case; empty when they are no tag's name.</summary>
    private static string TagName(string raw, int start)
    {
        while (start < raw.Length && raw[start] is '/' or ' ')
        {
            start++;
        }

        var end = start;
        while (end < raw.Length && end - start < LongestTag && char.IsAsciiLetter(raw[end]))
        {
            end++;
        }

        var after = end;
        while (after < raw.Length && raw[after] == '/')
        {
            after++;
        }

        var isName = after < raw.Length && (raw[after] is '>' || (raw[after] is ' ' && (after == end || OnlySlashes(raw, after))));
        return isName ? raw[start..end].ToLowerInvariant() : "";
    }

    private static bool OnlySlashes(string raw, int at)
    {
        while (at < raw.Length && raw[at] is '/' or ' ')
        {
            at++;
        }

        return at < raw.Length && raw[at] == '>';
    }

    /// <summary>A star or underscore that marks emphasis, not one of a product (2 * 3) or a name (order_id).</summary>
    private static bool IsMark(string raw, int index, char mark)
    {
        var before = index == 0 ? ' ' : raw[index - 1];
        var after = index + 1 == raw.Length ? ' ' : raw[index + 1];
        if (before == mark || after == mark)
        {
            return mark == '*' || !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after));
        }

        return mark == '*'
            ? !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)) && HasPartner(raw, index, mark)
            : char.IsLetterOrDigit(before) != char.IsLetterOrDigit(after) && HasPartner(raw, index, mark);
    }

    private static bool HasPartner(string raw, int index, char mark) =>
        raw.AsSpan(index + 1).Contains(mark) || raw.AsSpan(0, index).Contains(mark);
}
