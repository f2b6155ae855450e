namespace Schemawright.Documents;

/// <summary>Lines of one paragraph that are written one below the other on purpose: each begins with a code or a number, or is drawn with an arrow.</summary>
internal static class CodedLines
{
    private const int LongestCode = 24;

    private static readonly string[] Arrows = ["→", "->", "⟶", "➔", "➜"];

    /// <summary>True when the line break at this place parts two statements.</summary>
    public static bool Part(string text, int lineBreak)
    {
        var next = text.AsSpan(lineBreak + 1);
        var end = next.IndexOf('\n');
        next = (end < 0 ? next : next[..end]).Trim();
        return BeginsWithCode(next) || (HasArrow(next) && HasArrow(text.AsSpan(0, lineBreak)[(text.AsSpan(0, lineBreak).LastIndexOf('\n') + 1)..]));
    }

    /// <summary>"BR-07: …", "**SH-1** …", "3.4 Lots are …"; never a figure at the beginning of a line, "24 hours later".</summary>
    private static bool BeginsWithCode(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("*_");
        var end = line.IndexOfAny(" *:_");
        if (end is < 3 or > LongestCode || end + 1 >= line.Length || !char.IsAsciiDigit(line[end - 1]) && line[end - 1] is not ('.' or ')'))
        {
            return false;
        }

        var code = line[..end].TrimEnd('.');
        var words = line[end..].TrimStart(" *:_–-");
        if (line[end - 1] is '.' or ')' || line[end] == ':')
        {
            return char.IsUpper(words.IsEmpty ? ' ' : words[0]) && Short(line[..(line[end] == ':' ? end : end - 1)]) || Marked(code, words);
        }

        return Marked(code, words);
    }

    private static bool Marked(ReadOnlySpan<char> code, ReadOnlySpan<char> words) =>
        words.Length > 0 && (char.IsAsciiLetterUpper(code[0]) ? Coded(code) && char.IsLetter(words[0]) : Numbered(code) && char.IsUpper(words[0]));

    /// <summary>True when the words so far are nothing but a code: the stop behind it ends no sentence.</summary>
    public static bool IsCode(ReadOnlySpan<char> text) => Short(text.Trim().TrimStart("*_"));

    /// <summary>"R3", "FR12", "REQ-7": letters in capitals and a number.</summary>
    private static bool Short(ReadOnlySpan<char> code)
    {
        var letters = code.IndexOfAnyExceptInRange('A', 'Z');
        var number = letters < 0 ? [] : code[letters..].TrimStart('-');
        return letters is > 0 and <= 6 && number.Length is > 0 and <= 4 && number.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool Coded(ReadOnlySpan<char> code) => code.Contains('-') && code.IndexOfAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.") < 0 && char.IsAsciiDigit(code[^1]);

    private static bool Numbered(ReadOnlySpan<char> code) => code.Contains('.') && code.IndexOfAnyExcept("0123456789.") < 0 && code[0] != '.' && code.Length <= 8;

    private static bool HasArrow(ReadOnlySpan<char> line)
    {
        foreach (var arrow in Arrows)
        {
            if (line.Contains(arrow, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
