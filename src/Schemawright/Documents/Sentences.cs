namespace Schemawright.Documents;

/// <summary>Finds where sentences end in running text.</summary>
internal static class Sentences
{
    /// <summary>Words that end in a stop without ending a sentence.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "etc", "vs", "cf", "no", "nr", "mr", "mrs", "ms", "dr", "prof", "inc", "ltd", "co", "corp", "st", "approx",
        "incl", "excl", "min", "max", "fig", "sec", "resp", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    };

    /// <summary>Start and end offsets (end exclusive) of each sentence.</summary>
    public static IEnumerable<(int Start, int End)> Split(string text)
    {
        var start = 0;
        var inCode = false;
        var notes = NoteLines.Are(text);
        for (var index = 0; index < text.Length; index++)
        {
            inCode ^= text[index] == '`';
            var breaks = text[index] == '\n' && (notes || CodedLines.Part(text, index) || BoldLines.End(text, index));
            if (!breaks && (inCode || !Ends(text, index) || CodedLines.IsCode(text.AsSpan(start, index - start))))
            {
                continue;
            }

            var end = breaks ? index + 1 : AfterClosers(text, index + 1);
            if (!string.IsNullOrWhiteSpace(text[start..end]))
            {
                yield return (start, end);
            }

            start = end;
            index = end - 1;
        }

        if (!string.IsNullOrWhiteSpace(text[start..]))
        {
            yield return (start, text.Length);
        }
    }

    private static bool Ends(string text, int index)
    {
        if (text[index] is not ('.' or '!' or '?' or '。' or '！' or '？'))
        {
            return false;
        }

        var next = AfterClosers(text, index + 1);
        if (next < text.Length && !char.IsWhiteSpace(text[next]))
        {
            return text[index] is '。' or '！' or '？';
        }

        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return (next >= text.Length || !char.IsLower(text[next])) && !(text[index] == '.' && IsAbbreviation(text, index));
    }

    private static int AfterClosers(string text, int index)
    {
        while (index < text.Length && text[index] is (')' or ']' or '"' or '\'' or '*' or '_' or '”' or '’'))
        {
            index++;
        }

        return index;
    }

    private static bool IsAbbreviation(string text, int stop)
    {
        var start = stop;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        var word = text[start..stop];
        return Abbreviations.Contains(word) || (word.Length == 1 && char.IsUpper(word[0]));
    }
}
