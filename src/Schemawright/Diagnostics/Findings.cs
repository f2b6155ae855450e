using Schemawright.Collections;

namespace Schemawright.Diagnostics;

/// <summary>Collects what a run has to say; nothing in it stops the run.</summary>
public sealed class Findings
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<Diagnostic> _reported = [];
    private readonly SortedDictionary<string, Clarification> _clarifications = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Answer> _supposed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);

    public Seq<Diagnostic> Diagnostics => _diagnostics.ToSeq();

    /// <summary>The open questions, most important first: contradictions, then by impact and uncertainty.</summary>
    public Seq<Clarification> Clarifications =>
        _clarifications.Values.Where(question => !IsSettled(question.Id)).OrderByDescending(question => question.Rank).ThenBy(question => question.Id, StringComparer.Ordinal).ToSeq();

    /// <summary>The questions that answers decided or confirmed, in the order of the ids.</summary>
    public Seq<Clarification> Settled => _clarifications.Values.Where(question => IsSettled(question.Id)).ToSeq();

    /// <summary>What the author answered, in the order of the ids.</summary>
    public Seq<Answer> Answers => _answers.Values.OrderBy(answer => answer.Id, StringComparer.Ordinal).ToSeq();

    public bool HasErrors => _diagnostics.Exists(diagnostic => diagnostic.Kind.Severity == Severity.Error);

    public void Report(Diagnostic diagnostic)
    {
        if (_reported.Add(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }
    }

    public void Report(DiagnosticKind kind, SourceSpan? span, params ReadOnlySpan<string> arguments) =>
        Report(kind.At(span, arguments));

    /// <summary>Takes the answers to questions of earlier runs; of two answers to one question the later holds.</summary>
    public void Hear(IEnumerable<Answer> answers)
    {
        foreach (var answer in answers)
        {
            _answers[answer.Id] = answer;
        }
    }

    /// <summary>Takes an answer for the sake of argument: it stands above whatever the author answers.</summary>
    public void Suppose(Answer answer) => _supposed[answer.Id] = answer;

    public Answer? AnswerTo(string id) => _supposed.GetValueOrDefault(id) ?? _answers.GetValueOrDefault(id);

    /// <summary>The alternative the author chose, which settles the question; null when there is no such answer.</summary>
    public int? Choice(string id, IReadOnlyList<string> alternatives)
    {
        if (AnswerTo(id)?.ChoiceOf(alternatives) is not { } choice)
        {
            return null;
        }

        Settle(id);
        return choice;
    }

    /// <summary>The answer has been followed: the question is no longer open.</summary>
    public void Settle(string id) => _settled.Add(id);

    public bool IsSettled(string id) => _settled.Contains(id);

    public bool WasAsked(string id) => _asked.Contains(id);

    /// <summary>Asks once: a question with the same id is kept as first asked, with the sources of both.</summary>
    public void Ask(Clarification clarification)
    {
        _asked.Add(clarification.Id);
        if (AnswerTo(clarification.Id)?.ChoiceOf(clarification.Alternatives) == 0)
        {
            Settle(clarification.Id); // the answer confirms what is assumed anyway
        }

        if (_clarifications.TryGetValue(clarification.Id, out var known))
        {
            var sources = known.Sources.Concat(clarification.Sources).Distinct().Order().ToSeq();
            _clarifications[clarification.Id] = known with { Sources = sources };
            return;
        }

        _clarifications.Add(clarification.Id, clarification);
    }
}
