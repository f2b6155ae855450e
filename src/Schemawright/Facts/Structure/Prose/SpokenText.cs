using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>What a statement says, without the number of the requirement and the mark of who speaks: "US-07 As a …", "Q: And the …?".</summary>
internal static class SpokenText
{
    private const int LongestCode = 12;

    public static string Of(string text, IReadOnlyCollection<string> speakers)
    {
        text = text[AfterStamp(text)..];
        var start = Speaker(text) is { } label && speakers.Contains(label.Name, StringComparer.Ordinal) ? label.End : AfterSpeaker(text, AfterCode(text));
        return start == 0 ? text : text[start..];
    }

    /// <summary>"[00:41] Then …": when in the recording it is said.</summary>
    private static int AfterStamp(string text)
    {
        var close = text.StartsWith('[') ? text.IndexOf("] ", StringComparison.Ordinal) : -1;
        return close is > 3 and < 12 && !text.AsSpan(1, close - 1).ContainsAnyExcept("0123456789:.") ? close + 2 : 0;
    }

    /// <summary>The sentences of a statement: notes begin them with small letters, too.</summary>
    public static IEnumerable<string> Sentences(Statement statement)
    {
        var text = statement.Text;
        var start = 0;
        for (var at = 0; statement.Form == StatementForm.ListItem && at < text.Length; at++)
        {
            if (text[at] is '(' && text.IndexOf(')', at) is var close and > 0)
            {
                at = close;
            }
            else if (text[at] is '.' or '!' or '?' && at + 2 < text.Length && text[at + 1] == ' ' && char.IsLetter(text[at + 2]) && EndsWord(text, at))
            {
                yield return text[start..(at + 1)];
                start = at + 2;
            }
        }

        yield return text[start..];
    }

    /// <summary>Behind a word of some length, or a closing mark: "approx. 600", "e.g. a" go on.</summary>
    private static bool EndsWord(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return at - start > 2 && !Shortened.Contains(text[start..at]) || (at == start && at > 0 && text[at - 1] is ')' or '*' or '"' or '”' or '!' or '?');
    }

    private static readonly HashSet<string> Shortened = new(StringComparer.OrdinalIgnoreCase) { "etc", "approx", "incl", "excl", "resp", "min", "max", "abbr", "esp", "dept", "ref", "tel", "mrs", "prof" };

    /// <summary>"Dear members,", "Hi Ann!": says to whom the letter goes.</summary>
    public static bool IsGreeting(string text) =>
        text.Length < 60 && text[^1] is ',' or '!' or ':' && (text.StartsWith("Dear ", StringComparison.Ordinal) || text.StartsWith("Hi ", StringComparison.Ordinal) || text.StartsWith("Hello ", StringComparison.Ordinal) || text.StartsWith("Hey ", StringComparison.Ordinal) || text.StartsWith("To who", StringComparison.Ordinal));

    /// <summary>"tessa 9:02", "[10:15] Ben:": whose turn it is in a chat, and when.</summary>
    public static bool IsTurn(string text)
    {
        var clock = text.IndexOf(':', StringComparison.Ordinal);
        var figures = clock > 0 && clock + 2 < text.Length && char.IsAsciiDigit(text[clock - 1]) && char.IsAsciiDigit(text[clock + 1]) && char.IsAsciiDigit(text[clock + 2]);
        return figures && text.Length < 40 && text.Split(' ').Count(word => word.Any(char.IsLetter)) is 1 or 2 && !text.EndsWith('.');
    }

    /// <summary>The answer to what was asked before.</summary>
    public static bool Answers(string text) => text.StartsWith("A:", StringComparison.Ordinal) || text.StartsWith("Answer:", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Clerk: …" here and there, with questions: whoever is named so speaks.</summary>
    public static IReadOnlyCollection<string> Speakers(IEnumerable<string> texts)
    {
        var said = texts.Select(text => (Label: Speaker(text)?.Name, Asks: text.Contains('?', StringComparison.Ordinal))).Where(said => said.Label is not null).GroupBy(said => said.Label!, StringComparer.Ordinal).Where(turns => turns.Count() > 1).ToList();
        return said.Count is > 1 and < 5 && said.Exists(turns => turns.Count(turn => turn.Asks) > 1) ? [.. said.Select(turns => turns.Key)] : [];
    }

    /// <summary>One or two capitalised words before a colon.</summary>
    private static (string Name, int End)? Speaker(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > 30)
        {
            return null;
        }

        var name = text[..colon].Trim('*', '_', ' ');
        var end = colon + 1;
        while (end < text.Length && text[end] is '*' or '_' or ' ')
        {
            end++;
        }

        return name.Length > 1 && end < text.Length && name.Split(' ') is { Length: < 3 } words && words.All(word => word.Length > 0 && char.IsAsciiLetterUpper(word[0])) ? (name, end) : null;
    }

    /// <summary>"REQ-12 ", "US-07: ", "R3. ": capitals and a number, then words.</summary>
    private static int AfterCode(string text)
    {
        if (AfterTitle(text) is var title and > 0)
        {
            return title;
        }

        if (AfterMark(text) is var mark and > 0)
        {
            return mark;
        }

        var at = 0;
        while (at < text.Length && char.IsAsciiLetterUpper(text[at]))
        {
            at++;
        }

        var letters = at;
        while (at < text.Length && at < LongestCode && (char.IsAsciiDigit(text[at]) || text[at] is '-' or '_' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            at++;
        }

        if (letters is 0 or > 6 || at == letters || !char.IsAsciiDigit(text[at - 1]))
        {
            return 0;
        }

        at += at < text.Length && text[at] is ':' or '.' or ')' ? 1 : 0;
        var words = at;
        while (words < text.Length && text[words] is ' ')
        {
            words++;
        }

        return words > at && words < text.Length && char.IsAsciiLetterUpper(text[words]) ? words : 0;
    }

    /// <summary>"Slide 4 – ", "Annex B: ", "Work package 2: ": what a part is called and counted as.</summary>
    private static int AfterTitle(string text)
    {
        var words = text.Split(' ', 5);
        for (var count = 1; count < 3 && count + 1 < words.Length; count++)
        {
            var said = words.Take(count).All(word => word.Length > 2 && word.All(char.IsAsciiLetter)) && char.IsAsciiLetterUpper(words[0][0]);
            var number = words[count].TrimEnd(':', '.');
            var counted = number.Length is > 0 and < 4 && (number.All(char.IsAsciiDigit) || number is [>= 'A' and <= 'Z'] or "II" or "III" or "IV" or "VI" or "VII");
            if (said && counted && (words[count].EndsWith(':') || words[count + 1] is "–" or "—" or "-" or ":"))
            {
                return words.Take(count + (words[count].EndsWith(':') ? 1 : 2)).Sum(word => word.Length + 1) is var end && end < text.Length ? end : 0;
            }
        }

        return 0;
    }

    /// <summary>"§ 4 ", "(b) ": the mark of a paragraph.</summary>
    private static int AfterMark(string text)
    {
        var at = 0;
        if (text.StartsWith('§'))
        {
            at = 1;
            while (at < text.Length && (text[at] is ' ' or '.' || char.IsAsciiDigit(text[at])))
            {
                at++;
            }
        }
        else if (text.Length > 4 && text[0] == '(' && (char.IsAsciiLetterLower(text[1]) || char.IsAsciiDigit(text[1])) && text[2] == ')' && text[3] == ' ')
        {
            at = 4;
        }

        return at < text.Length && at > 0 && (char.IsAsciiLetterUpper(text[at]) || (text[0] == '(' && char.IsAsciiLetterLower(text[at]))) ? at : 0;
    }

    private static int AfterSpeaker(string text, int at)
    {
        foreach (var speaker in (string[])["Q:", "A:", "Question:", "Answer:"])
        {
            if (text.AsSpan(at).StartsWith(speaker, StringComparison.OrdinalIgnoreCase))
            {
                at += speaker.Length;
                while (at < text.Length && text[at] is ' ')
                {
                    at++;
                }

                return at;
            }
        }

        return at;
    }
}
