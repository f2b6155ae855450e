using Schemawright.Collections;

namespace Schemawright.Diagnostics;

/// <summary>Collects what a run has to say; nothing in it stops the run.</summary>
public sealed class Findings
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly SortedDictionary<string, Clarification> _clarifications = new(StringComparer.Ordinal);

    public Seq<Diagnostic> Diagnostics => _diagnostics.ToSeq();

    /// <summary>The questions, most important first: contradictions, then by impact and uncertainty.</summary>
    public Seq<Clarification> Clarifications =>
        _clarifications.Values.OrderByDescending(question => question.Rank).ThenBy(question => question.Id, StringComparer.Ordinal).ToSeq();

    public bool HasErrors => _diagnostics.Exists(diagnostic => diagnostic.Kind.Severity == Severity.Error);

    public void Report(Diagnostic diagnostic)
    {
        if (!_diagnostics.Contains(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }
    }

    public void Report(DiagnosticKind kind, SourceSpan? span, params ReadOnlySpan<string> arguments) =>
        Report(kind.At(span, arguments));

    /// <summary>Asks once: a question with the same id is kept as first asked, with the sources of both.</summary>
    public void Ask(Clarification clarification)
    {
        if (_clarifications.TryGetValue(clarification.Id, out var known))
        {
            var sources = known.Sources.Concat(clarification.Sources).Distinct().Order().ToSeq();
            _clarifications[clarification.Id] = known with { Sources = sources };
            return;
        }

        _clarifications.Add(clarification.Id, clarification);
    }
}
