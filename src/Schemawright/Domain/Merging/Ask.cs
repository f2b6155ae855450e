using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Domain.Merging;

/// <summary>One answer to a question: its words and the places that say so.</summary>
internal sealed record Side(string Words, Seq<SourceSpan> Sources)
{
    /// <summary>"the 8 states of RULES.md:566 (draft, …)" has the place in it; a side that no place states has none.</summary>
    public string WithPlace => Sources.Count == 0 ? Words : $"{Words} ({Sources[0].Document}:{Sources[0].Line})";
}

/// <summary>Words the questions that checklist items 1 and 2 raise.</summary>
internal static class Ask
{
    /// <summary>The side the author chose in the answers; the first when there is no answer.</summary>
    public static int Chosen(this Findings findings, string topic, string subject, IEnumerable<Side> sides) =>
        findings.Choice(ClarificationId.From(topic, subject), [.. sides.Select(side => side.WithPlace)]) ?? 0;

    /// <summary>The author chose another side than the first.</summary>
    public static bool Declined(this Findings findings, string topic, string subject, IEnumerable<Side> sides) => findings.Chosen(topic, subject, sides) > 0;

    /// <summary>What the author wrote where none of the sides was chosen; null when nothing was answered.</summary>
    public static string? Written(this Findings findings, string topic, string subject, IEnumerable<Side> sides) =>
        findings.AnswerTo(ClarificationId.From(topic, subject)) is { } answer && answer.ChoiceOf([.. sides.Select(side => side.WithPlace)]) is null ? answer.Text : null;

    /// <summary>What the author wrote has been understood and followed.</summary>
    public static void Followed(this Findings findings, string topic, string subject) => findings.Settle(ClarificationId.From(topic, subject));

    /// <summary>What the author wrote, once it could be read; null, and the question stays open, when it could not.</summary>
    public static T? Read<T>(this Findings findings, string topic, string subject, IEnumerable<Side> sides, Func<string, T?> read)
    {
        if (findings.Written(topic, subject, sides) is not { } words || read(words) is not { } understood)
        {
            return default;
        }

        findings.Followed(topic, subject);
        return understood;
    }

    /// <summary>Places disagree: the first side was assumed.</summary>
    public static string Contradiction(
        this Findings findings, string topic, string subject, string question, IEnumerable<Side> sides, string assumption, int impact = 2, int uncertainty = 3, IEnumerable<string>? affects = null) =>
        findings.Put(ClarificationReason.Contradiction, topic, subject, question, sides, assumption, impact, uncertainty, affects);

    /// <summary>The documents leave it open and one answer was taken.</summary>
    public static string Assumption(
        this Findings findings, string topic, string subject, string question, IEnumerable<Side> sides, string assumption, int impact = 1, int uncertainty = 2, IEnumerable<string>? affects = null) =>
        findings.Put(ClarificationReason.Assumption, topic, subject, question, sides, assumption, impact, uncertainty, affects);

    /// <summary>Something needed is absent.</summary>
    public static string Missing(
        this Findings findings, string topic, string subject, string question, IEnumerable<Side> sides, string assumption, int impact = 2, int uncertainty = 3, IEnumerable<string>? affects = null) =>
        findings.Put(ClarificationReason.Missing, topic, subject, question, sides, assumption, impact, uncertainty, affects);

    /// <summary>Something was said that could not be read.</summary>
    public static string Unclear(
        this Findings findings, string topic, string subject, string question, IEnumerable<Side> sides, string assumption, int impact = 1, int uncertainty = 3, IEnumerable<string>? affects = null) =>
        findings.Put(ClarificationReason.Unclear, topic, subject, question, sides, assumption, impact, uncertainty, affects);

    private static string Put(
        this Findings findings, ClarificationReason reason, string topic, string subject, string question, IEnumerable<Side> sides, string assumption, int impact, int uncertainty, IEnumerable<string>? affects)
    {
        var answers = sides.ToList();
        var id = ClarificationId.From(topic, subject);
        var sources = answers.SelectMany(side => side.Sources).Distinct().Order().ToSeq();
        findings.Ask(new(
            id, reason, question, answers.Select(side => side.WithPlace).Distinct(StringComparer.Ordinal).ToSeq(), assumption, sources, (affects ?? [subject]).ToSeq(), impact, uncertainty));
        return id;
    }
}
