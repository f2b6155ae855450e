using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Cuts what follows an attribute's type into its separate remarks.</summary>
internal static class NoteSegments
{
    private static readonly string[] ListOpenings = ["values:", "allowed values:", "allowed:", "options:", "one of", "enum:", "enum(", "in:", "must be one of", "possible values:"];

    /// <summary>Remarks in order; a bracketed list stays one remark with its brackets.</summary>
    public static IEnumerable<string> Of(string text) => Of(text, 0);

    private static IEnumerable<string> Of(string text, int depth)
    {
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index == start && OpensList(text, start) is { } end)
            {
                yield return text[start..end].Trim();
                start = end;
                index = end - 1;
            }
            else if (index == text.Length || EndsRemark(text, index))
            {
                foreach (var remark in Remark(text[start..index]))
                {
                    yield return remark;
                }

                start = index + 1;
            }
            else if (text[index] is '(' or '[' && TextScan.Closing(text, index) is var close and > 0 && !BelongsToWord(text, index))
            {
                foreach (var remark in Remark(text[start..index]).Concat(Group(text[index..(close + 1)], depth)))
                {
                    yield return remark;
                }

                start = close + 1;
                index = close;
            }
        }
    }

    private static IEnumerable<string> Remark(string text)
    {
        var remark = text.Trim().Trim('`', '*').Trim();
        return remark.Length > 0 ? [remark] : [];
    }

    /// <summary>Round brackets hold remarks or a list; square ones a list, unless they hold words of constraint.</summary>
    private static IEnumerable<string> Group(string group, int depth) =>
        depth > 3 || (group[0] == '[' && !HoldsConstraint(group)) ? [group] : group[0] == '[' ? Of(group[1..^1], depth + 1) : [group, .. Of(group[1..^1], depth + 1)];

    private static bool HoldsConstraint(string group) => TextScan.Split(group[1..^1], ',').Exists(part => TypeVocabulary.IsConstraint(part.Trim()));

    /// <summary><c>users(id)</c> is one remark.</summary>
    private static bool BelongsToWord(string text, int index) => text[index] == '(' && index > 0 && char.IsLetterOrDigit(text[index - 1]);

    private static bool EndsRemark(string text, int index) => !IsInFigure(text, index) &&
        (text[index] is ',' or ';' or '–' or '—' or '\n'
        || (text[index] is '.' && !EndsShort(text, index) && (index + 1 == text.Length || text[index + 1] == ' '))
        || (text[index] is '-' or '|' && index > 0 && text[index - 1] == ' ' && index + 1 < text.Length && text[index + 1] == ' ')
        || (text[index] is '-' && index == 0 && index + 1 < text.Length && text[index + 1] == ' '));

    /// <summary>"0–34" and "1,500" are figures.</summary>
    private static bool IsInFigure(string text, int index) =>
        text[index] is '–' or ',' && index > 0 && index + 1 < text.Length && char.IsAsciiDigit(text[index - 1]) && char.IsAsciiDigit(text[index + 1])
        && (text[index] is '–' || (index + 3 < text.Length && char.IsAsciiDigit(text[index + 2]) && char.IsAsciiDigit(text[index + 3])));

    /// <summary>"max. 40 characters" goes on after its dot.</summary>
    private static bool EndsShort(string text, int index) =>
        index >= 3 && text.AsSpan(index - 3, 3) is var word && (word.Equals("max", StringComparison.OrdinalIgnoreCase) || word.Equals("min", StringComparison.OrdinalIgnoreCase));

    private static int? OpensList(string text, int start)
    {
        var begin = start;
        while (begin < text.Length && text[begin] is ' ' or ':')
        {
            begin++;
        }

        if (!Array.Exists(ListOpenings, word => string.Compare(text, begin, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0))
        {
            return null;
        }

        var end = begin;
        while (end < text.Length && text[end] is not (';' or '–' or '—' or '\n') && !(text[end] is '-' && end + 1 < text.Length && text[end + 1] == ' ' && text[end - 1] == ' '))
        {
            end++;
        }

        return end;
    }
}
