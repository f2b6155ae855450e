namespace Schemawright.Diagnostics;

/// <summary>The kinds of message that stand for open questions, one for each reason to ask.</summary>
public static class QuestionKinds
{
    private static readonly DiagnosticKind Contradiction = new(
        "SW3101", Severity.Warning, "Two places of the documents disagree",
        "{0}",
        "Only one of the two can be true of the database, and the other one's author will find it missing.",
        "correct the place that is wrong, or answer the question in ANSWERS.md");

    private static readonly DiagnosticKind Missing = new(
        "SW3102", Severity.Info, "Something the model needs is not said",
        "{0}",
        "A common value was taken in its place, and the plans that rest on it are only as good as that guess.",
        "state it in the documents, or answer the question in ANSWERS.md");

    private static readonly DiagnosticKind Unclear = new(
        "SW3103", Severity.Warning, "A statement asks for something that could not be read",
        "{0}",
        "Nothing in the database holds to it, although it reads as if something should.",
        "say it in a sentence that names the entity and the attribute, or answer the question in ANSWERS.md");

    private static readonly DiagnosticKind Assumption = new(
        "SW3104", Severity.Info, "The documents leave a choice open, and one was taken",
        "{0}",
        "Another choice gives other tables, columns or keys, and changing them is cheap only while they are empty.",
        "state the choice in the documents, or answer the question in ANSWERS.md");

    public static DiagnosticKind Of(ClarificationReason reason) => reason switch
    {
        ClarificationReason.Contradiction => Contradiction,
        ClarificationReason.Missing => Missing,
        ClarificationReason.Unclear => Unclear,
        ClarificationReason.Assumption => Assumption,
        _ => throw new InvalidOperationException($"unknown reason {reason}"),
    };
}
