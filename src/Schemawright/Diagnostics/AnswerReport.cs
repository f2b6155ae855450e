namespace Schemawright.Diagnostics;

/// <summary>Tells the author of answers that had no effect.</summary>
internal static class AnswerReport
{
    private static readonly DiagnosticKind AnswersNothing = new(
        "SW3001", Severity.Warning, "An answer answers no question",
        "the answer to {0} answers no question: the documents no longer raise it",
        "The line has no effect, and a reader would think it had.",
        "remove the line from the answers");

    private static readonly DiagnosticKind NamesNoAlternative = new(
        "SW3002", Severity.Warning, "An answer chooses nothing that follows by itself",
        "the answer to {0} chooses nothing that follows by itself: \"{1}\"",
        "The question stays open, and the assumption that was taken stays in force.",
        "answer with the words or the number of an alternative, or state the answer as a sentence in the documents; the question stays open");

    /// <summary>After all stages have asked.</summary>
    public static void Run(Findings findings)
    {
        foreach (var answer in findings.Answers)
        {
            if (findings.IsSettled(answer.Id))
            {
                continue;
            }

            if (findings.WasAsked(answer.Id))
            {
                findings.Report(NamesNoAlternative, answer.Source, answer.Id, answer.Text);
            }
            else
            {
                findings.Report(AnswersNothing, answer.Source, answer.Id);
            }
        }
    }
}
