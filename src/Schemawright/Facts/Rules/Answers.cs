using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules;

/// <summary>Cuts the question off an answered question: "What if …? → Every pet has an owner", "Q: May …? A: No, closed visits cannot be edited".</summary>
internal static class Answers
{
    /// <summary>The answer without its yes or no; the text itself when nothing is asked in it.</summary>
    public static string Of(string text)
    {
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        if (mark < 8 || mark + 3 >= text.Length)
        {
            return text;
        }

        var answer = text[(mark + 1)..].TrimStart('*', ' ', '→', '-', '–', '—', '>', ':', '=').Trim();
        answer = answer.Opens("A:", "A") && answer.Length > 2 && answer[1] is ':' or '.' ? answer[2..].Trim() : answer.Opens("Answer:") ? answer[7..].Trim() : answer;
        return answer.Length < 4 || answer.Contains('?', StringComparison.Ordinal) ? text : WithoutYesOrNo(answer);
    }

    private static string WithoutYesOrNo(string answer)
    {
        foreach (var word in (ReadOnlySpan<string>)["no", "yes"])
        {
            if (answer.Opens(word) && answer.Length > word.Length + 3 && answer[word.Length] is ',' or '.' or ';' or ':' or ' ' && answer[word.Length] != ' ')
            {
                return answer[(word.Length + 1)..].TrimStart(' ', '-', '–', '—').Trim();
            }
        }

        return answer;
    }
}
