using Schemawright.Diagnostics;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The questions to the authors, most important first, and how to answer them.</summary>
internal sealed class ClarificationRequests : IDocumentSection
{
    /// <summary>So many questions people read with all their answers; the rest they look up.</summary>
    private const int InFull = 20;

    public int Level => 2;

    public string Heading(DocumentSource source) => "Clarification Requests or Feedback";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var questions = source.Questions;
        if (questions.Count == 0)
        {
            text.Paragraph("There is no open question: the documents answer everything this model rests on.");
            return;
        }

        text.Paragraph($"{English.Capital(English.Count(questions.Count, "question"))}, those first whose answer would change most. Answer in a file `ANSWERS.md` beside the documents, a line each: the id, and the number or the words of an answer. Then compile again:");
        text.Code("markdown", $"{questions[0].Id}: {(questions[0].Alternatives.Count > 0 ? "1" : "the answer")}");
        if (questions.Any(question => question.Reason == ClarificationReason.Contradiction))
        {
            text.Paragraph("Where places disagree, the one taken meanwhile is the more specific form (SQL, then entity blocks, then tables, lists and sentences, drawings last; business rules above all of them), then the more specific document, then the later place; where a wrong guess would lose data, the more careful one.");
        }

        text.Numbered(questions.Take(InFull).Select(Question));
        if (questions.Count > InFull)
        {
            text.Paragraph("The others, in the same order; `model.json` holds their possible answers and all their sources:");
            text.Table(["Id", "Question", "Assumed meanwhile", "Source"], questions.Skip(InFull).Select(Row));
        }
    }

    private static string[] Row(Clarification question) =>
    [
        question.Id,
        MarkdownEscape.Text(English.Sentence(question.Question)),
        MarkdownEscape.Text(English.Sentence(question.Assumption)),
        Phrases.Sources(question.Sources),
    ];

    private static string Question(Clarification question)
    {
        var lines = new List<string> { $"**{question.Id}** ({Reason(question.Reason)}): {MarkdownEscape.Text(English.Sentence(question.Question))}" };
        if (question.Alternatives.Count > 0)
        {
            lines.Add($"Possible answers: {string.Join("; ", question.Alternatives.Select((answer, index) => $"({index + 1}) {MarkdownEscape.Text(answer)}"))}.");
        }

        lines.Add($"Assumed meanwhile: {MarkdownEscape.Text(English.Sentence(question.Assumption))}");
        if (question.Affects.Count > 0)
        {
            lines.Add($"Affects {Affected(question)}.");
        }

        if (question.Sources.Count > 0)
        {
            lines.Add($"Source: {Phrases.Sources(question.Sources)}.");
        }

        return string.Join("\n   ", lines.Select(line => line + "  ")).TrimEnd();
    }

    private static string Affected(Clarification question)
    {
        const int most = 6;
        var rest = question.Affects.Count - most;
        return Phrases.Names(question.Affects.Take(most)) + (rest > 0 ? $" and {rest} more" : "");
    }

    private static string Reason(ClarificationReason reason) => reason switch
    {
        ClarificationReason.Contradiction => "contradiction",
        ClarificationReason.Missing => "missing",
        ClarificationReason.Unclear => "unclear",
        ClarificationReason.Assumption => "assumption",
        _ => throw new InvalidOperationException($"unknown reason {reason}"),
    };
}
