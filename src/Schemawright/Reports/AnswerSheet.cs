using System.Text;
using Schemawright.Diagnostics;
using Schemawright.Rendering;

namespace Schemawright.Reports;

/// <summary>
/// A file of answers still to be given: one line a question that begins with its id and waits for the answer. All else stands in
/// comments, which no reader takes for a statement of the product.
/// </summary>
public static class AnswerSheet
{
    private const int MostQuoted = 3;

    public static string Write(IEnumerable<Clarification> questions, SourceQuotes quotes)
    {
        var text = new StringBuilder("# Answers\n\n<!--\nWrite the number or the words of an answer after the colon of a question's id. A line left open answers nothing.\n-->\n");
        Add(text, questions, quotes);
        return text.ToString();
    }

    /// <summary>The questions to add to a file of answers that exists.</summary>
    public static string Append(string existing, IEnumerable<Clarification> questions, SourceQuotes quotes)
    {
        var text = new StringBuilder(existing.TrimEnd('\n', '\r', ' ')).Append('\n');
        Add(text, questions.Where(question => !existing.Contains(question.Id, StringComparison.OrdinalIgnoreCase)), quotes);
        return text.ToString();
    }

    private static void Add(StringBuilder text, IEnumerable<Clarification> questions, SourceQuotes quotes)
    {
        foreach (var question in questions)
        {
            text.Append("\n<!-- ").Append(question.Reason.ToString().ToLowerInvariant()).Append(": ").Append(Comment(question.Question)).Append('\n');
            for (var index = 0; index < question.Alternatives.Count; index++)
            {
                text.Append("     (").Append(index + 1).Append(") ").Append(Comment(question.Alternatives[index])).Append(index == 0 ? " [assumed meanwhile]" : "").Append('\n');
            }

            text.Append("     meanwhile: ").Append(Comment(question.Assumption)).Append('\n');
            foreach (var source in question.Sources.Take(MostQuoted))
            {
                text.Append("     ").Append(Comment($"{source.Document}:{source.Line}: {quotes.Line(source)?.Trim()}")).Append('\n');
            }

            text.Append("-->\n").Append(question.Id).Append(":\n");
        }
    }

    /// <summary>One line that cannot end the comment it stands in.</summary>
    private static string Comment(string words) =>
        MarkdownEscape.OneLine(words).Replace("--", "- -", StringComparison.Ordinal).Replace("<!", "< !", StringComparison.Ordinal);
}
