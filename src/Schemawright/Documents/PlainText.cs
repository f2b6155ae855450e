using System.Text;

namespace Schemawright.Documents;

/// <summary>Takes the marks out of Markdown: emphasis, code ticks, links, task boxes, entities, line ends.</summary>
internal static class PlainText
{
    public static string Of(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var index = 0; index < raw.Length; index++)
        {
            index = raw[index] switch
            {
                '\\' when index + 1 < raw.Length && char.IsAsciiLetterOrDigit(raw[index + 1]) => Keep(text, raw, index),
                '\\' when index + 1 < raw.Length && char.IsPunctuation(raw[index + 1]) => Keep(text, raw, index + 1),
                '`' => CodeSpan(text, raw, index),
                '[' => Link(text, raw, index),
                '*' when IsMark(raw, index, '*') => index,
                '_' when IsMark(raw, index, '_') => index,
                '~' when index + 1 < raw.Length && raw[index + 1] == '~' => index + 1,
                '<' => Tag(text, raw, index),
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

    private static int Link(StringBuilder text, string raw, int index)
    {
        var close = raw.IndexOf(']', index + 1);
        if (close < 0 || close + 1 >= raw.Length || raw[close + 1] != '(')
        {
            text.Append('[');
            return index;
        }

        var end = raw.IndexOf(')', close + 2);
        if (end < 0)
        {
            text.Append('[');
            return index;
        }

        text.Append(Of(raw[(index + 1)..close]));
        return end;
    }

    /// <summary>An HTML tag goes, a line break becomes a space; "a &lt; b" and type parameters stay.</summary>
    private static int Tag(StringBuilder text, string raw, int index)
    {
        var close = raw.IndexOf('>', index + 1);
        var name = close < 0 ? "" : raw[(index + 1)..close].Trim('/', ' ').Split(' ', 2)[0].ToLowerInvariant();
        if (name is "br" or "p" or "b" or "i" or "em" or "strong" or "code" or "sub" or "sup" or "u" or "s" or "span" or "div" or "a" or "kbd" or "details" or "summary")
        {
            text.Append(name is "br" or "p" or "div" ? " " : "");
            return close;
        }

        text.Append('<');
        return index;
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
