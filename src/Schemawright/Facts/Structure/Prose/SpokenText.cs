namespace Schemawright.Facts.Structure.Prose;

/// <summary>What a statement says, without the number of the requirement and the mark of who speaks: "US-07 As a …", "Q: And the …?".</summary>
internal static class SpokenText
{
    private const int LongestCode = 12;

    public static string Of(string text, IReadOnlyCollection<string> speakers)
    {
        var start = Speaker(text) is { } label && speakers.Contains(label.Name, StringComparer.Ordinal) ? label.End : AfterSpeaker(text, AfterCode(text));
        return start == 0 ? text : text[start..];
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

        return at < text.Length && at > 0 && char.IsAsciiLetterUpper(text[at]) ? at : 0;
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
