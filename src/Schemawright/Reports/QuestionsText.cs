using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Rendering;

namespace Schemawright.Reports;

/// <summary>The open questions for people: what is asked, the possible answers, what each would change, and the lines that raise it.</summary>
public static class QuestionsText
{
    private const int MostNamed = 12;
    private const int MostQuoted = 4;

    public static IEnumerable<ReportLine> Write(Seq<WeighedQuestion> questions, SourceQuotes quotes)
    {
        for (var index = 0; index < questions.Count; index++)
        {
            foreach (var line in Block(index + 1, questions[index], quotes))
            {
                yield return line;
            }

            yield return ReportLine.Empty;
        }

        var untried = questions.Sum(question => question.Effects.Count(effect => effect.Kind == EffectKind.NotTried));
        if (untried > 0)
        {
            yield return ReportLine.Of($"The effect of {English.Count(untried, "answer")} was not worked out, because the product is large; answer the first questions and run again.", Tone.Faint);
        }

        yield return ReportLine.Of(English.Capital($"{English.Count(questions.Count, "open question")}."), Tone.Strong);
    }

    /// <summary>Questions the author has answered, with the answers.</summary>
    public static IEnumerable<ReportLine> Answered(Seq<Clarification> settled, Seq<Answer> answers)
    {
        foreach (var question in settled)
        {
            var answer = answers.FirstOrDefault(given => string.Equals(given.Id, question.Id, StringComparison.Ordinal));
            yield return new([new(question.Id, Tone.Note), new($" {Printable.Of(question.Question)}")]);
            yield return ReportLine.Remark("answered", answer is null ? "by another answer" : $"{Printable.Of(answer.Text)} ({Printable.Of(answer.Source.Document)}:{answer.Source.Line})");
        }

        yield return ReportLine.Of(English.Capital($"{English.Count(settled.Count, "answered question")}."), Tone.Strong);
        yield return ReportLine.Empty;
    }

    private static IEnumerable<ReportLine> Block(int number, WeighedQuestion weighed, SourceQuotes quotes)
    {
        var question = weighed.Question;
        yield return new([new($"{number}. "), new(question.Id, Tone.Warning), new($" ({question.Reason.ToString().ToLowerInvariant()}): "), new(Printable.Of(question.Question), Tone.Strong)]);
        for (var index = 0; index < question.Alternatives.Count; index++)
        {
            var effect = weighed.Effects[index];
            yield return new([new($"   ({index + 1}) {Printable.Of(question.Alternatives[index])}"), new($" — {Words(effect)}", Tone.Faint)]);
            foreach (var line in Changes(effect.Changes))
            {
                yield return line;
            }
        }

        yield return ReportLine.Remark("meanwhile", Printable.Of(question.Assumption));
        foreach (var source in question.Sources.Take(MostQuoted))
        {
            yield return new([new($"   {Printable.Of(source.ToString())}", Tone.Faint)]);
            foreach (var line in quotes.Quote(source, Tone.Note))
            {
                yield return line;
            }
        }

        if (question.Sources.Count > MostQuoted)
        {
            yield return ReportLine.Remark("and", English.Count(question.Sources.Count - MostQuoted, "more place"));
        }
    }

    private static string Words(AnswerEffect effect) => effect.Kind switch
    {
        EffectKind.AsNow => "as assumed now: nothing changes",
        EffectKind.NothingFollows => "the number alone decides nothing: answer in your own words",
        EffectKind.NotTried => "not tried",
        EffectKind.Compiled when effect.Changes.Count == 0 => "the same tables, columns and constraints",
        _ => $"{effect.Changes.Added.Count} added, {effect.Changes.Removed.Count} removed, {effect.Changes.Changed.Count} changed",
    };

    private static IEnumerable<ReportLine> Changes(SchemaChanges changes)
    {
        (string Mark, Seq<string> Names)[] groups = [("+", changes.Added), ("-", changes.Removed), ("~", changes.Changed)];
        foreach (var (mark, names) in groups)
        {
            foreach (var name in names.Take(MostNamed))
            {
                yield return ReportLine.Of($"       {mark} {name}");
            }

            if (names.Count > MostNamed)
            {
                yield return ReportLine.Of($"       {mark} and {names.Count - MostNamed} more", Tone.Faint);
            }
        }
    }
}
