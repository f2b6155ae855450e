using Schemawright.Collections;

namespace Schemawright.Diagnostics;

/// <summary>One thing a run has to say about the input: a diagnostic, an open question, or a statement nothing came of.</summary>
/// <param name="Place">Where it is said; null when it concerns the input as a whole.</param>
/// <param name="Key">What it is about, in words that do not depend on line numbers.</param>
/// <param name="Related">The other places it concerns: the second side of a contradiction, say.</param>
/// <param name="Question">The question whose answer settles it; null when no answer does.</param>
public sealed record Finding(
    DiagnosticKind Kind, SourceSpan? Place, string Message, string WayOut, string Key, Seq<SourceSpan> Related, Clarification? Question)
{
    /// <summary>Set where the author says why it may stay; it is shown all the same.</summary>
    public Acknowledgement? Acknowledged { get; init; }

    public static Finding Of(Diagnostic diagnostic) =>
        new(diagnostic.Kind, diagnostic.Span, diagnostic.Message, diagnostic.WayOut, string.Join('\u001f', diagnostic.Arguments.Prepend(diagnostic.Span?.Document ?? "")), [], null);

    public static Finding Of(Clarification question) =>
        new(QuestionKinds.Of(question.Reason), question.Sources.Count > 0 ? question.Sources[0] : null, question.Question,
            QuestionKinds.Of(question.Reason).WayOut, question.Id, question.Sources.Skip(1).ToSeq(), question);
}
